import type { Reading } from '../reading.ts'
import { difference } from './difference.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { readsWell } from './grammar.ts'
import { isUnnamed, isWorthWords, kinderOf, type Sound } from './kinder.ts'
import type { Suggestion } from './moves.ts'
import { keepsPoint } from './point.ts'
import { type Seen, see } from './seen.ts'
import { stillHurts } from './still-hurts.ts'
import { survives } from './survives.ts'

// No reader is imported here: who brings one of their own bundles this file alone.

/** Units of the longest message that gets suggestions. */
export const REPHRASE_TEXT_AT_MOST = 4_000

/** Whether kinder words may be looked for at all: a pause, in English, no threat and no contempt, and not too long. */
export const mayBeRephrased = (text: string, reading: Reading): boolean =>
  text.length <= REPHRASE_TEXT_AT_MOST && isWorthWords(reading)

/** Whether a draft says something still, keeps what must be kept, is whole sentences and hurts no longer by its words. */
export const isSound = (before: Seen, { seen: after, move }: Draft): boolean =>
  keepsPoint(before, after, move === 'drop_insult') &&
  survives(before, after) &&
  readsWell(before, after) &&
  !stillHurts(after)

/** Whether a draft touches some of the words the pause rests on. */
const touches = ({ changes }: Sound, { why: { words } }: Reading): boolean =>
  words.length === 0 ||
  words.some(({ begin, end }) => changes.some((change) => change.begin < end && begin < change.end))

/** What is to be read. */
function soundDrafts(text: string, reading: Reading): Sound[] {
  if (!mayBeRephrased(text, reading)) return []
  const before = see(text)
  return draftsOf(before)
    .filter((draft) => isSound(before, draft))
    .map((draft) => ({
      ...draft,
      changes: difference(text, draft.seen.text),
      unnamed: isUnnamed(before, draft.seen),
    }))
    .filter((draft) => touches(draft, reading))
}

/** `rephrase`, scored by the reader that is given: the one that read the message. */
export function rephraseWith(text: string, reading: Reading, read: (text: string) => Reading): Suggestion[] {
  const drafts = soundDrafts(text, reading)
  const readings = drafts.map(({ seen }) => read(seen.text))
  return kinderOf(reading, drafts, readings)
}

/** `rephraseCarefully`, scored by the reader that is given: the one that read the message. */
export async function rephraseCarefullyWith(
  text: string,
  reading: Reading,
  read: (text: string) => Promise<Reading>,
): Promise<Suggestion[]> {
  const drafts = soundDrafts(text, reading)
  const readings = await Promise.all(drafts.map(({ seen }) => read(seen.text)))
  return kinderOf(reading, drafts, readings)
}
