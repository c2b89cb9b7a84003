import { readCarefully } from '../careful/read-carefully.ts'
import { read as readQuickly } from '../read.ts'
import type { Reading } from '../reading.ts'
import { bolderDraftsOf, type Draft, draftsOf } from './drafts.ts'
import { readsWell } from './grammar.ts'
import { isWorthWords, kinderOf, ranked } from './kinder.ts'
import type { Suggestion } from './moves.ts'
import { keepsMost, keepsPoint } from './point.ts'
import { type Seen, type Stretch, see } from './seen.ts'
import { stillHurts } from './still-hurts.ts'
import { survives } from './survives.ts'

/** Units of the longest message that gets suggestions. */
export const REPHRASE_TEXT_AT_MOST = 4_000

/** Whether a draft touches the words the pause rests on: some of them, or, where much was left out, all. */
function touches({ changes }: Draft, { why: { words } }: Reading, all: boolean): boolean {
  const touched = ({ begin, end }: Stretch): boolean =>
    changes.some((change) => change.begin < end && begin < change.end)
  return words.length === 0 || (all ? words.every(touched) : words.some(touched))
}

/** What is to be read: drafts that are whole sentences, keep what must be kept and say something still. */
const soundOf = (seen: Seen, drafts: readonly Draft[]): Draft[] =>
  drafts.filter(
    ({ text, move }) =>
      survives(seen, text) &&
      keepsPoint(seen.text, text, move === 'drop_insult') &&
      !stillHurts(text) &&
      readsWell(seen.text, text),
  )

/** Drafts, the gentler ones first: of the bolder nothing is read unless nothing came of these. */
function* stages(text: string, reading: Reading): Generator<Draft[]> {
  if (text.length > REPHRASE_TEXT_AT_MOST || !isWorthWords(reading)) return
  const seen = see(text)
  const gentle = draftsOf(seen).filter((draft) => touches(draft, reading, false))
  yield soundOf(seen, gentle)
  for (const marked of [[], reading.why.words]) {
    const bold = bolderDraftsOf(seen, marked).filter((draft) => touches(draft, reading, true))
    yield soundOf(
      seen,
      bold.filter((draft) => keepsMost(text, draft.text, draft.marked)),
    )
  }
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
  for (const drafts of stages(text, reading)) {
    const readings = drafts.map((draft) => read(draft.text))
    const kinder = kinderOf(reading, drafts, readings)
    if (kinder.length > 0) return ranked(kinder)
  }
  return []
}

/** `rephrase`, scored by the reader that `readCarefully` is unless another is given. */
export async function rephraseCarefully(
  text: string,
  reading: Reading,
  { read = readCarefully }: { read?: (text: string) => Promise<Reading> } = {},
): Promise<Suggestion[]> {
  for (const drafts of stages(text, reading)) {
    const readings = await Promise.all(drafts.map((draft) => read(draft.text)))
    const kinder = kinderOf(reading, drafts, readings)
    if (kinder.length > 0) return ranked(kinder)
  }
  return []
}
