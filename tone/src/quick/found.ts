import type { Attribute } from '../attributes.ts'
import type { Language } from '../language/language.ts'
import type { Reading, Scores, Span, Why } from '../reading.ts'
import { originalSpan, type Token } from '../text/token.ts'
import { reasonFor } from './reason.ts'
import type { Stretch } from './spans.ts'

/** What a reader is called and from when on it says something. */
export interface Judge {
  name: string
  version: string
  /** The attributes it knows, in order, and the verdict behind them. */
  outputs: readonly string[]
  pauseAt: number
  /** Outputs that are reason enough: a pause is at least as likely as the likeliest of them. */
  pauseAtLeast: readonly number[]
  /** Score from which on the words of an attribute are marked, per output. */
  spansAt: readonly number[]
}

/** What a reader made of one window. */
export interface Window {
  tokens: readonly Token[]
  scores: Float64Array
  /** The words that carry an output, heaviest first. */
  stretchesOf(output: number): Stretch[]
}

/** Spans of one attribute in one window that are given. */
const SPANS_AT_MOST = 5
/** Runs of words that a pause points at. */
const WORDS_AT_MOST = 3

const byPlace = (one: { begin: number; end: number }, other: { begin: number; end: number }): number =>
  one.begin - other.begin || one.end - other.end

/** Windows may overlap: of one attribute, spans that do are one. */
function merge(spans: Span[]): Span[] {
  const merged: Span[] = []
  const last = new Map<Attribute, Span>()
  for (const span of spans.toSorted(byPlace)) {
    const before = last.get(span.attribute)
    if (before && span.begin < before.end) {
      before.end = Math.max(before.end, span.end)
      before.score = Math.max(before.score, span.score)
      continue
    }
    const own = { ...span }
    last.set(own.attribute, own)
    merged.push(own)
  }
  return merged
}

/**
 * What has been found so far, over all windows: for each output its highest score. Of harm and of kindness alike: one
 * sharp sentence is felt in a long friendly message, and thanks at its end are thanks.
 */
export class Found {
  readonly #judge: Judge
  readonly #scores: Float64Array
  /** Where the verdict stands: behind all attributes. */
  readonly #pause: number
  readonly #spans: Span[] = []
  #words: Why['words'] = []

  constructor(judge: Judge) {
    this.#judge = judge
    this.#scores = new Float64Array(judge.outputs.length)
    this.#pause = judge.outputs.length - 1
  }

  add(window: Window): void {
    for (let output = 0; output < this.#scores.length; output++) {
      // A threat is worth a pause however the rest may be taken; then its words are the ones to point at.
      const from = output === this.#pause ? this.#decisive(window.scores) : output
      const score = window.scores[from]!
      const highest = score > this.#scores[output]!
      if (highest) this.#scores[output] = score
      if (output !== this.#pause) this.#addSpans(window, output, score)
      else if (highest && score >= this.#judge.pauseAt)
        this.#words = window
          .stretchesOf(from)
          .slice(0, WORDS_AT_MOST)
          .map((stretch) => originalSpan(window.tokens, stretch))
    }
  }

  /** The output that makes a pause likeliest: the verdict itself, or one that is reason enough. */
  #decisive(scores: Float64Array): number {
    let likeliest = this.#pause
    for (const output of this.#judge.pauseAtLeast)
      if (scores[output]! > scores[likeliest]!) likeliest = output
    return likeliest
  }

  #addSpans(window: Window, output: number, score: number): void {
    if (score < this.#judge.spansAt[output]!) return
    for (const stretch of window.stretchesOf(output).slice(0, SPANS_AT_MOST))
      this.#spans.push({
        ...originalSpan(window.tokens, stretch),
        attribute: this.#judge.outputs[output] as Attribute,
        score: stretch.score,
      })
  }

  /** All of it as a reading. */
  reading(language: Language): Reading {
    const { name, version, pauseAt, outputs } = this.#judge
    const scores: Scores = {}
    for (let output = 0; output < this.#pause; output++)
      scores[outputs[output] as Attribute] = this.#scores[output]!
    const likelihood = this.#scores[this.#pause]!
    const pause = language.measured && likelihood >= pauseAt
    return {
      scores,
      spans: merge(this.#spans),
      pause,
      why: {
        likelihood,
        attribute: pause ? reasonFor(scores) : null,
        words: pause ? this.#words.sort(byPlace) : [],
      },
      language,
      model: { name, version },
    }
  }
}
