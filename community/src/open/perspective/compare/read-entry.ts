import { analyze } from '../analyze.ts'
import { mappedTo } from '../attributes.ts'
import type { PerspectiveReader } from '../reader.ts'
import { Refusal } from '../refusal.ts'
import { parseAnalyze } from '../request.ts'
import { CompareError } from './error.ts'
import type { Read, Unused } from './gather.ts'
import type { OldScores, UnusedCode } from './old-scores.ts'

/** A line or row of the file. */
export interface Entry {
  /** Its number, from 1 on. */
  at: number
  found: OldScores | UnusedCode
}

/** @throws CompareError where nothing can be read any more */
function whyUnused(error: unknown, { failure }: PerspectiveReader): UnusedCode {
  if (failure) throw new CompareError(failure.code, failure.message)
  if (!(error instanceof Refusal)) throw error
  // All else that is refused was looked at before.
  return 'text_too_long'
}

/** Scores a text as the server would, whoever asks it. */
export async function readEntry({ at, found }: Entry, reader: PerspectiveReader): Promise<Read | Unused> {
  if (typeof found === 'string') return { at, unused: found }
  const { text, scores: old } = found
  const names = [...old.keys()].filter((name) => mappedTo(name))
  if (names.length === 0) return { at, old, ours: new Map(), model: undefined }
  try {
    const requestedAttributes = Object.fromEntries(names.map((name) => [name, {}]))
    const { answer, model } = await analyze(parseAnalyze({ comment: { text }, requestedAttributes }), reader)
    const ours = names.map((name) => [name, answer.attributeScores[name]!.summaryScore.value] as const)
    return { at, old, ours: new Map(ours), model }
  } catch (error) {
    return { at, unused: whyUnused(error, reader) }
  }
}
