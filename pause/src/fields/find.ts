import { EditableField } from './editable-field.ts'
import type { Field } from './field.ts'
import { TextField } from './text-field.ts'

const MAY_BE = 'textarea, input, [contenteditable]'
const LEFT_ALONE = '[data-kind-pause="off"], [slot="ways"]'
const WRITTEN_IN = new Set(['text', 'search'])

/** The field an element is, if it is one. */
function fieldOf(element: Element | null): Field | undefined {
  if (!(element instanceof HTMLElement) || element.closest(LEFT_ALONE)) return undefined
  if (element instanceof HTMLTextAreaElement) return new TextField(element)
  if (element instanceof HTMLInputElement)
    return WRITTEN_IN.has(element.type) ? new TextField(element) : undefined
  return element.isContentEditable && !element.parentElement?.isContentEditable
    ? new EditableField(element)
    : undefined
}

const fieldsAmong = (elements: Element[]): Field[] => elements.flatMap((element) => fieldOf(element) ?? [])

const allIn = (root: ParentNode): Field[] => fieldsAmong([...root.querySelectorAll(MAY_BE)])

function allOf(form: HTMLFormElement): Field[] {
  const elsewhere = [...form.elements].filter((element) => !form.contains(element))
  return [...allIn(form), ...fieldsAmong(elsewhere)]
}

/** Looked up each time: pages put other elements in the place of the ones that were there. */
export function fieldsOf(pause: HTMLElement): Field[] {
  const named = pause.getAttribute('for')
  if (named === null) return allIn(pause)
  const root = pause.getRootNode() as Document | ShadowRoot
  return named
    .split(/\s+/)
    .map((id) => root.getElementById?.(id) ?? null)
    .flatMap((element) => {
      if (element instanceof HTMLFormElement) return allOf(element)
      return fieldOf(element) ?? (element && !('value' in element) ? allIn(element) : [])
    })
}

/** Whether a form was sent in a way that sends nothing to anybody: a dialog closed, a draft kept. */
export function goesFreely(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  if (submitter?.closest(LEFT_ALONE)) return true
  return (submitter?.getAttribute('formmethod') ?? form.getAttribute('method'))?.toLowerCase() === 'dialog'
}
