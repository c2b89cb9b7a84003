import { type Attribute, attributes } from '../attributes.ts'
import type { Language } from '../language/language.ts'
import type { Reading, Span, Why } from '../reading.ts'
import { originalSpan } from '../text/token.ts'
import { Bag } from './bag.ts'
import { type FeatureContext, type Features, Source } from './features.ts'
import { linearOf } from './linear.ts'
import { PAUSE, type QuickModel } from './model.ts'
import { reasonFor } from './reason.ts'
import { type Scored, score } from './score.ts'
import { stretchesOf } from './spans.ts'

export interface QuickOptions {
  context?: FeatureContext
  /** Looks at the normalised text. */
  language(text: string): Language
}

/** Spans of one attribute in one window that are given. */
const SPANS_AT_MOST = 5
/** Windows of a very long text that are read in full; the rest is looked through, and read where that gives a reason. */
const IN_FULL = 12
const LOOKED_INTO = 48

const bag = new Bag()

/** What has been found so far, over all windows: for each output its highest score. */
interface Found {
  scores: Float64Array
  spans: Span[]
  words: Why['words']
}

function collect(model: QuickModel, window: Features, scored: Scored, found: Found): void {
  for (let output = 0; output < scored.scores.length; output++) {
    const one = scored.scores[output]!
    const highest = one > found.scores[output]!
    if (highest) found.scores[output] = one
    if (output === PAUSE) {
      if (highest && one >= model.pauseAt)
        found.words = stretchesOf(model, window, scored, PAUSE)
          .slice(0, 3)
          .map((stretch) => originalSpan(window.tokens, stretch))
      continue
    }
    if (one < model.spansAt[output]!) continue
    for (const stretch of stretchesOf(model, window, scored, output).slice(0, SPANS_AT_MOST))
      found.spans.push({
        ...originalSpan(window.tokens, stretch),
        attribute: model.outputs[output] as Attribute,
        score: stretch.score,
      })
  }
}

function readWindows(model: QuickModel, source: Source): Found {
  const found: Found = { scores: new Float64Array(model.outputs.length), spans: [], words: [] }
  let [read, looked] = [0, 0]
  let strongest = Number.NEGATIVE_INFINITY
  for (const window of source.windows(bag)) {
    if (read >= IN_FULL && model.linear) {
      const hint = linearOf(model.linear, window.bag, PAUSE)
      if (hint <= strongest || looked >= LOOKED_INTO) continue
      strongest = hint
      looked++
    }
    read++
    collect(model, window, score(model, window), found)
  }
  return found
}

const byPlace = (one: { begin: number; end: number }, other: { begin: number; end: number }): number =>
  one.begin - other.begin || one.end - other.end

/** The quick reader: a whole reading of one message. */
export function readQuick(model: QuickModel, text: string, { context, language }: QuickOptions): Reading {
  const source = new Source(text, context)
  const found = readWindows(model, source)
  const inLanguage = language(source.normalised.text)
  const scores = {} as Record<Attribute, number>
  for (const [output, attribute] of attributes.entries()) scores[attribute] = found.scores[output]!
  const likelihood = found.scores[PAUSE]!
  const pause = inLanguage.measured && likelihood >= model.pauseAt
  return {
    scores,
    spans: found.spans.sort((one, other) => byPlace(one, other)),
    pause,
    why: {
      likelihood,
      attribute: pause ? reasonFor(scores) : null,
      words: pause ? found.words.sort(byPlace) : [],
    },
    language: inLanguage,
    model: { name: model.name, version: model.version },
  }
}
