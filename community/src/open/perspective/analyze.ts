import { type Reading, sentences } from '@kindling/tone'
import { mappedTo } from './attributes.ts'
import { type Choice, chooseLanguage } from './language.ts'
import type { PerspectiveReader } from './reader.ts'
import type { AnalyzeRequest } from './request.ts'

interface Score {
  value: number
  type: 'PROBABILITY'
}
interface SpanScore {
  /** UTF-16 units, end exclusive. */
  begin: number
  end: number
  score: Score
}
export interface AnalyzeAnswer {
  attributeScores: Record<string, { spanScores: SpanScore[]; summaryScore: Score }>
  languages: string[]
  detectedLanguages: string[]
  clientToken?: string
}

/** A stretch of the comment and how it reads: first in its language, then where that says nothing of an attribute. */
interface Stretch {
  begin: number
  end: number
  readings: Reading[]
}

/** Digits beyond these say nothing, and make a batch of answers a third longer. */
const scoreOf = (value: number): Score => ({ value: Math.round(value * 1e7) / 1e7, type: 'PROBABILITY' })

function scoreIn({ readings }: Stretch, name: string): number {
  const { attribute } = mappedTo(name)!
  for (const { scores } of readings) if (scores[attribute] !== undefined) return scores[attribute]
  throw new Error(`Nothing read ${attribute}.`)
}

async function readWhole(text: string, { lang, elsewhere, seen }: Choice, reader: PerspectiveReader) {
  const readings = [await reader.read(text, lang, seen)]
  if (elsewhere !== undefined && elsewhere !== lang) readings.push(await reader.read(text, elsewhere, seen))
  return { begin: 0, end: text.length, readings }
}

/** More stretches than these say nothing that fewer would not: several short sentences are then one. */
const STRETCHES_AT_MOST = 400

function stretchesOf(text: string): { begin: number; end: number }[] {
  const found = sentences(text)
  const together = Math.ceil(found.length / STRETCHES_AT_MOST)
  if (together <= 1) return found
  return Array.from({ length: Math.ceil(found.length / together) }, (_, at) => ({
    begin: found[at * together]!.begin,
    end: found[Math.min(found.length, (at + 1) * together) - 1]!.end,
  }))
}

/** Sentences are read by the quick reader: there may be hundreds, and the whole was read with care already. */
function readSentences(text: string, { lang, elsewhere }: Choice, reader: PerspectiveReader): Stretch[] {
  const tags = elsewhere === undefined || elsewhere === lang ? [lang] : [lang, elsewhere]
  return stretchesOf(text).map(({ begin, end }) => ({
    begin,
    end,
    readings: tags.map((tag) => reader.glance(text.slice(begin, end), tag)),
  }))
}

function spansOf(
  stretches: readonly Stretch[],
  whole: Stretch,
  name: string,
  threshold: number,
): SpanScore[] {
  const spans = stretches.map((stretch) => ({
    begin: stretch.begin,
    end: stretch.end,
    score: scoreOf(scoreIn(stretch, name)),
  }))
  const kept = spans.filter(({ score }) => score.value >= threshold)
  if (kept.length > 0) return kept
  // There is always one: clients look into the first without asking whether it is there.
  return [{ begin: whole.begin, end: whole.end, score: scoreOf(scoreIn(whole, name)) }]
}

/**
 * Scores a comment. Nothing of it is kept.
 * @returns the answer, and which reader of which version gave it
 * @throws Refusal
 */
export async function analyze(
  request: AnalyzeRequest,
  reader: PerspectiveReader,
): Promise<{ answer: AnalyzeAnswer; model: string }> {
  const { text, bySentence, clientToken } = request
  await reader.turn(text)
  const choice = chooseLanguage(request, reader)
  const whole = await readWhole(text, choice, reader)
  if (bySentence) await reader.turn(text)
  const parts = bySentence ? readSentences(text, choice, reader) : []
  const stretches = parts.length > 1 ? parts : [whole]
  const attributeScores: AnalyzeAnswer['attributeScores'] = {}
  for (const { name, threshold = 0 } of request.attributes) {
    const summaryScore = scoreOf(scoreIn(whole, name))
    if (summaryScore.value < threshold) continue
    attributeScores[name] = { spanScores: spansOf(stretches, whole, name, threshold), summaryScore }
  }
  const { languages, detectedLanguages } = choice
  const { name, version } = whole.readings[0]!.model
  return {
    answer: {
      attributeScores,
      languages,
      detectedLanguages,
      ...(clientToken === undefined ? {} : { clientToken }),
    },
    model: `${name} ${version}`,
  }
}
