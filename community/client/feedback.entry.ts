import { loadQuick, read } from '@kindling/tone'
import { composeFeedback, type Feedback, feedback, type PartName, partNames } from '@kindling/tone/feedback'

/** What was taken from the draft the last time: what its author wrote in its place since is theirs. */
const taken = new WeakMap<HTMLTextAreaElement, string>()

const boxOf = (section: HTMLElement, name: PartName) =>
  section.querySelector<HTMLTextAreaElement>(`[data-part=${name}]`)!

async function partsOf(text: string, model: string): Promise<Feedback | undefined> {
  if (text.trim() === '') return undefined
  await loadQuick(new URL(model, location.href))
  return feedback(text, read(text))
}

/** Fills the boxes with what the draft says of each, here on the device; what its author typed stays. */
export async function fill(section: HTMLElement, field: HTMLTextAreaElement): Promise<void> {
  const parts = await partsOf(field.value, section.dataset.model ?? '')
  if (!parts) return
  for (const name of partNames) {
    const box = boxOf(section, name)
    if (box.value.trim() !== '' && box.value !== taken.get(box)) continue
    box.value = parts[name]
    taken.set(box, box.value)
  }
}

/** The three in one text; nothing while one is empty. */
export function compose(section: HTMLElement): string | undefined {
  const of = (name: PartName): string => boxOf(section, name).value
  return composeFeedback({ seen: of('seen'), effect: of('effect'), ask: of('ask') })
}
