import { readCarefully } from '../careful/read-carefully.ts'
import { read as readQuickly } from '../read.ts'
import type { Reading } from '../reading.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { readsWell } from './grammar.ts'
import { isWorthWords, kinderOf, ranked } from './kinder.ts'
import type { Suggestion } from './moves.ts'
import { keepsPoint } from './point.ts'
import { see } from './seen.ts'
import { stillHurts } from './still-hurts.ts'
import { survives } from './survives.ts'

/** Units of the longest message that gets suggestions. */
export const REPHRASE_TEXT_AT_MOST = 4_000

/** Whether a draft touches some of the words the pause rests on. */
const touches = ({ changes }: Draft, { why: { words } }: Reading): boolean =>
  words.length === 0 ||
  words.some(({ begin, end }) => changes.some((change) => change.begin < end && begin < change.end))

/** What is to be read: drafts that are whole sentences, keep what must be kept and say something still. */
function soundDrafts(text: string, reading: Reading): Draft[] {
  if (text.length > REPHRASE_TEXT_AT_MOST || !isWorthWords(reading)) return []
  const seen = see(text)
  return draftsOf(seen).filter(
    (draft) =>
      touches(draft, reading) &&
      survives(seen, draft.text) &&
      keepsPoint(text, draft.text, draft.move === 'drop_insult') &&
      !stillHurts(draft.text) &&
      readsWell(text, draft.text),
  )
}

/**
 * Up to three kinder ways to say a message, best first: made on this device, each kinder by the same reading, each
 * with the message's links, names, numbers, code and quotations. None where none is good enough, nor for threats and
 * contempt for who people are, nor where only the insult would be left. In English only.
 *
 * @param reading what `read` made of the message
 * @throws ToneError `model_missing` where no quick model is loaded
 */
export function rephrase(
  text: string,
  reading: Reading,
  { read = readQuickly }: { read?: (text: string) => Reading } = {},
): Suggestion[] {
  const drafts = soundDrafts(text, reading)
  const readings = drafts.map((draft) => read(draft.text))
  return ranked(kinderOf(reading, drafts, readings))
}

/** `rephrase`, scored by the reader that `readCarefully` is unless another is given. */
export async function rephraseCarefully(
  text: string,
  reading: Reading,
  { read = readCarefully }: { read?: (text: string) => Promise<Reading> } = {},
): Promise<Suggestion[]> {
  const drafts = soundDrafts(text, reading)
  const readings = await Promise.all(drafts.map((draft) => read(draft.text)))
  return ranked(kinderOf(reading, drafts, readings))
}
