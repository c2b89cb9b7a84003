import { ofEach, type Seen, wordsOf } from './seen.ts'
import { isRude } from './words.ts'

/** Words without which a sentence says as much. */
const EMPTY = new Set(
  `a an the this that these those it its i me my we us our you your u ur he him his she her they them their who what when where why how which and or but
if so as at by for from in into of off on out over than then to too up with about after before again also all any both each few more most no nor not only own
same some such very can could will would shall should may might must do does did done don't dont didn't is are was were be been being am has have had having
isn't aren't can't won't i'm you're it's that's just really even still yet now well ok okay yes oh lol right one ever never always people here there thing
things stuff see know think ah told said mean seriously say going goes want look make does ugh hate break thank cents get got like lovely great sure fine thanks hey look please`.split(
    /\s+/,
  ),
)

/** Words of a text that tell something. */
export const tellingWords = ofEach(({ text }) =>
  wordsOf(text).filter((word) => (word.length > 2 || /\d/.test(word)) && !EMPTY.has(word) && !isRude(word)),
)
const telling = (seen: Seen): number => tellingWords(seen).length

/** Nothing but a question. */
const onlyAsks = (text: string): boolean => /^[^.!…\n]*\?\W*$/.test(text)

/** Less than this of what is told may be left, in words, of a message whose insults were dropped. */
const LEFT_AT_LEAST = 0.2

/**
 * Whether there is still something said: a point is more than what was called after somebody.
 * `dropped`: nothing else was done than to leave words out.
 */
export function keepsPoint(before: Seen, after: Seen, dropped: boolean): boolean {
  const left = telling(after)
  if (left === 0) return false
  if (dropped && wordsOf(after.text).length < 3) return false
  if (left < 2 && /^\W*(?:that|it|this|you|u|he|she)(?:'s|s|'re| is| are)?\b/i.test(after.text)) return false
  // A short question that is left alone was most likely put to mock.
  if (left < 3 && dropped && onlyAsks(after.text)) return false
  return left >= telling(before) * LEFT_AT_LEAST
}
