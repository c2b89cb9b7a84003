import type { Reading } from '../reading.ts'
import { difference } from './difference.ts'
import { isOnlyLess } from './drafts.ts'
import { isKinder, isUnnamed, type Sound, SUGGESTIONS_AT_MOST } from './kinder.ts'
import type { Suggestion } from './moves.ts'
import { tellingWords } from './point.ts'
import { type Seen, see, wordsOf } from './seen.ts'
import { keepsakes, survives } from './survives.ts'
import { isSound, mayBeRephrased } from './with-reader.ts'

/** Kinder words that no move of ours made. */
export type Acceptable = Omit<Suggestion, 'move'>

/** So many are looked at; what is left over is not read. */
const LOOKED_AT_MOST = 12
/** Of the words that tell something so many must be told again: our moves take them along, others may not. */
const TOLD_AGAIN = 0.5
/** Words that tell something and were not told before, for each that was, and so many in any case. */
const NEW_FOR_EACH = 0.5
const NEW_ANYWAY = 2
/** Units that a draft may be longer: who cannot say it in these tells something else. */
const LONGER = { times: 1.5, units: 40 }

/**
 * How high a sentence may read that was not there before, by itself. What is meant to hurt reads above, also where a calm sentence
 * beside it makes the whole read low; what says how somebody feels, or asks, reads well below.
 */
const ALONE_AT_MOST = 0.4

/** What is the same in "watering", "waters" and "watered", as far as it takes to know a word again. */
const stem = (word: string): string =>
  word.length < 5 ? word.replace(/s$/, '') : word.replace(/(?:'s|s|es|ed|ing|ly)$/, '').slice(0, 6)

/** What a message tells beside its links, names and numbers: those are kept in any case, and are no point by themselves. */
function stems(seen: Seen): Set<string> {
  const kept = new Set([...keepsakes(seen).keys()].flatMap(wordsOf))
  return new Set(
    tellingWords(seen)
      .filter((word) => !kept.has(word))
      .map(stem),
  )
}

/**
 * Whether a rewriting tells what was told: most of it again, and not much besides. Of what told nothing there is no other way to
 * say it.
 */
function tellsTheSame(before: Seen, after: Seen): boolean {
  const [was, is] = [stems(before), stems(after)]
  const again = [...was].filter((one) => is.has(one)).length
  const added = [...is].filter((one) => !was.has(one)).length
  return was.size > 0 && again >= was.size * TOLD_AGAIN && added <= NEW_ANYWAY + was.size * NEW_FOR_EACH
}

/** Whether there is no link, name, number, code or quotation in a rewriting that its writer did not write. */
const bringsNothing = (before: Seen, after: Seen): boolean => survives(after, before)

/** What is worth reading of a draft: it passes all that our own have to, and what those cannot get wrong. */
function soundOf(before: Seen, text: string): Sound | undefined {
  if (text === before.text || text.length > before.text.length * LONGER.times + LONGER.units) return undefined
  const after = see(text)
  // A draft that says something else needs more room than one that only says less.
  const move = isOnlyLess(before, after) ? 'drop_insult' : 'issue'
  const draft = { seen: after, move, byReading: false, judged: false } as const
  if (!isSound(before, draft) || !bringsNothing(before, after) || !tellsTheSame(before, after))
    return undefined
  return { ...draft, changes: difference(before.text, text), unnamed: isUnnamed(before, after) }
}

type Read = (text: string) => Reading | Promise<Reading>

const sentencesIn = ({ text, sentences }: Seen): string[] =>
  sentences.map(({ begin, end }) => text.slice(begin, end).trim())

/** Whether no sentence hurts that was not there before: our own moves write none, others may hide one among calm ones. */
async function saysNothingHarder(before: Seen, after: Seen, read: Read): Promise<boolean> {
  const said = new Set(sentencesIn(before))
  const own = sentencesIn(after)
  if (own.length < 2) return true
  const fresh = await Promise.all(
    own.filter((sentence) => !said.has(sentence)).map((sentence) => read(sentence)),
  )
  return fresh.every(({ pause, why }) => !pause && why.likelihood <= ALONE_AT_MOST)
}

/** The reading of a draft that is kinder; nothing where it is not. */
async function kinderReading(
  before: Seen,
  reading: Reading,
  draft: Sound,
  read: Read,
): Promise<Reading | undefined> {
  const after = await read(draft.seen.text)
  return isKinder(draft, reading, after) && (await saysNothingHarder(before, draft.seen, read))
    ? after
    : undefined
}

/**
 * Of drafts that were made elsewhere (by a language model, by a person) those that may be offered, kinder first: each passes the
 * checks that `rephrase` puts its own to, and brings nothing into the message that was not there, nor a sentence that hurts. At most three. None for
 * threats and contempt, nor for words that are no pause.
 *
 * @param reading what was made of the message
 * @param read the reader that made it
 */
export async function acceptable(
  text: string,
  reading: Reading,
  drafts: readonly string[],
  read: Read,
): Promise<Acceptable[]> {
  if (!mayBeRephrased(text, reading)) return []
  const before = see(text)
  const different = [...new Set(drafts.map((draft) => draft.trim()))].slice(0, LOOKED_AT_MOST)
  const sound = different.map((draft) => soundOf(before, draft)).filter((draft) => draft !== undefined)
  const readings = await Promise.all(sound.map((draft) => kinderReading(before, reading, draft, read)))
  return sound
    .flatMap(({ seen, changes }, at) => {
      const after = readings[at]
      return after ? [{ text: seen.text, changes, likelihood: after.why.likelihood }] : []
    })
    .sort((one, other) => one.likelihood - other.likelihood)
    .slice(0, SUGGESTIONS_AT_MOST)
}
