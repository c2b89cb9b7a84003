import type { Change } from './moves.ts'
import { isOnlyInsult } from './only-insult.ts'
import type { Seen, Stretch } from './seen.ts'

const WORD = /[\p{L}\p{N}]/u

/** The sentence with the space that would be left beside it. */
export function cut({ text }: Seen, { begin, end }: Stretch): Change {
  while (end < text.length && /[ \t]/.test(text[end]!)) end++
  if (end === text.length || text[end] === '\n') while (begin > 0 && /[ \t]/.test(text[begin - 1]!)) begin--
  // A line of its own goes with its line end.
  if ((begin === 0 || text[begin - 1] === '\n') && text[end] === '\n') end++
  return { begin, end, text: '' }
}

/** Sentences that are nothing but insult, where another one is left. */
export function dropSentences(seen: Seen): Change[] {
  const spoken = seen.sentences.filter(({ begin, end }) => WORD.test(seen.text.slice(begin, end)))
  const going = spoken.filter((one) => isOnlyInsult(seen, one))
  return going.length < spoken.length ? going.map((sentence) => cut(seen, sentence)) : []
}

/** Sentences that say nothing without the one before. */
const LEANING =
  /^\W*(?:or|otherwise|yours|theirs|just(?! (?:tell|put|let|give|say|ask|get|send|close|do|use|turn|don't|be)(?![\w']))|though|explains|that's why|so (?:do|does|did|is|are)|and so (?:do|does|did|is|are)|either way|every last|instead|which|because|not|of course|neither|nor|what about)(?![\w'])/u
/** Somebody or something that the next sentence may speak of. */
export const SPOKEN_OF =
  /(?<![\p{L}'])(?:the|our|my|your|ur|this|that|these|those|his|her) (?!most|worst|biggest|reason|problem|kind|sort|brain|only|same|way)[\p{L}-]{3,}/u
const SPEAKS_OF = /^\W*(?:and |but |so )?(?:he|he's|she|she's|they|they're|them|theyre)(?![\w'])/u

/** Whether a sentence leans on one that is gone. */
export const leans = (seen: Seen, gone: readonly Change[]): boolean =>
  seen.sentences.some(({ begin, end }, at) => {
    const before = seen.sentences[at - 1]
    const went = (one: Stretch): boolean =>
      gone.some((change) => change.begin <= one.begin && one.end <= change.end)
    return (
      before !== undefined &&
      went(before) &&
      !went({ begin, end }) &&
      (LEANING.test(seen.plain.slice(begin, end)) ||
        (SPEAKS_OF.test(seen.plain.slice(begin, end)) &&
          SPOKEN_OF.test(seen.plain.slice(before.begin, before.end))))
    )
  })
