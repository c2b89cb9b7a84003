import type { PartName } from './feedback.ts'

/** The three parts as their author has filled them in. */
export type FilledFeedback = Readonly<Record<PartName, string>>

/** A part as whole sentences: a sign at its end, a capital at its beginning where it begins with a letter. */
function whole(part: string): string {
  const text = part.trim()
  const closed = /[.!?…]["”')]*$/u.test(text) ? text : `${text}.`
  return closed.slice(0, 1).toUpperCase() + closed.slice(1)
}

/** The feedback as one text: what was seen, what it did, what is asked for. Nothing while a part is empty. */
export function composeFeedback({ seen, effect, ask }: FilledFeedback): string | undefined {
  const parts = [seen, effect, ask]
  return parts.every((part) => /[\p{L}\p{N}]/u.test(part)) ? parts.map(whole).join(' ') : undefined
}
