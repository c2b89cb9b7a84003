import type { Draft } from './drafts.ts'

type TextField = HTMLTextAreaElement | HTMLInputElement

/** Fields in which people type. */
export function textFields(form: HTMLFormElement): TextField[] {
  return [...form.querySelectorAll<TextField>('textarea[name], input[type=text][name]')]
}

function tickFields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=radio][name], input[type=checkbox][name]')]
}

/** What is written and chosen in a form now. Pictures stay where they are: a browser does not hand them back. */
export function readFields(form: HTMLFormElement): Pick<Draft, 'fields' | 'ticked'> {
  const ticked: Record<string, string[]> = {}
  for (const field of tickFields(form)) {
    ticked[field.name] ??= []
    if (field.checked) ticked[field.name]?.push(field.value)
  }
  return { fields: Object.fromEntries(textFields(form).map(({ name, value }) => [name, value])), ticked }
}

/**
 * True when somebody wrote something.
 * @param filled whether what was there when the page came is theirs as well
 */
export function isWritten(form: HTMLFormElement, filled = false): boolean {
  return textFields(form).some(
    ({ value, defaultValue }) => (filled || value !== defaultValue) && value.trim() !== '',
  )
}

/** Puts a draft back. A quote that the page brought stays, under what was written before. */
export function fillFields(form: HTMLFormElement, draft: Draft): void {
  for (const field of textFields(form)) {
    const kept = draft.fields[field.name]
    if (!kept || kept === field.value) continue
    field.value =
      'quoted' in field.dataset && !kept.includes(field.value) ? `${kept.trimEnd()}\n\n${field.value}` : kept
  }
  for (const field of tickFields(form)) {
    const kept = draft.ticked[field.name]
    if (kept) field.checked = kept.includes(field.value)
  }
}
