import type { Reading } from '../reading.ts'
import { difference } from './difference.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { dropHurting, readAlone } from './drop-hurting.ts'
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

/** A message that kinder words are looked for. */
function lookAt(text: string, reading: Reading): Seen | undefined {
  return mayBeRephrased(text, reading) ? see(text) : undefined
}

/** What is to be read. */
function soundDrafts(before: Seen, reading: Reading, alone: readonly (Reading | undefined)[]): Sound[] {
  return draftsOf(before, dropHurting(before, alone))
    .filter((draft) => isSound(before, draft))
    .map((draft) => ({
      ...draft,
      changes: difference(before.text, draft.seen.text),
      unnamed: isUnnamed(before, draft.seen),
    }))
    .filter((draft) => touches(draft, reading))
}

/** `rephrase`, scored by the reader that is given: the one that read the message. */
export function rephraseWith(text: string, reading: Reading, read: (text: string) => Reading): Suggestion[] {
  const seen = lookAt(text, reading)
  if (!seen) return []
  const drafts = soundDrafts(seen, reading, readAlone(seen).map(read))
  return kinderOf(
    reading,
    drafts,
    drafts.map((draft) => read(draft.seen.text)),
  )
}

/**
 * `rephraseCarefully`, scored by the reader that is given: the one that read the message.
 *
 * @param read gives nothing for what it could not read in time: a draft counts as no kinder then, and no sentence goes for what
 *   it reads alone
 */
export async function rephraseCarefullyWith(
  text: string,
  reading: Reading,
  read: (text: string) => Promise<Reading | undefined>,
): Promise<Suggestion[]> {
  const seen = lookAt(text, reading)
  if (!seen) return []
  const drafts = soundDrafts(seen, reading, await Promise.all(readAlone(seen).map(read)))
  const readings = await Promise.all(drafts.map((draft) => read(draft.seen.text)))
  return kinderOf(
    reading,
    drafts,
    readings.map((one) => one ?? reading),
  )
}
