import { ToneError } from '../error.ts'
import { type Language, languageOf } from '../language/language.ts'
import { Bag } from '../quick/bag.ts'
import { type Features, Source } from '../quick/features.ts'
import { linearOf } from '../quick/linear.ts'
import { originalSpan } from '../text/token.ts'
import { look, type Place } from './look.ts'
import type { CrisisModel } from './model.ts'
import { passagesOf } from './passages.ts'
import { assertReviewed, type Review } from './review.ts'

export interface CrisisOptions {
  /** Who stands for this reading. Without it there is none. */
  reviewed: Review
  /** Words of somebody else that stand again in the message; they are read as a quotation. */
  quoted?: string | string[]
  /** BCP 47, where it is known better than by looking. */
  lang?: string
  /** Another model than the one `loadCrisis` loaded. */
  model?: CrisisModel
}

/** Whether words sound like a person's own crisis. */
export interface CrisisReading {
  /** Whether to offer those who listen, before anything is sent. Never in a language it was not measured in. */
  crisis: boolean
  /** 0 to 1. Orders messages; it is no probability and says nothing of how grave a danger is. */
  score: number
  /** The words it rests on, in UTF-16 units of the text, end exclusive, in order; none where `crisis` is false. */
  words: { begin: number; end: number }[]
  language: Language
  model: { name: string; version: string }
}

/** Units of the longest text that is read: what a person writes by hand is far shorter. */
export const CRISIS_TEXT_AT_MOST = 100_000
const WORDS_AT_MOST = 3
/** Passages of one text that are read by themselves: some forty pages. */
const PASSAGES_AT_MOST = 500

let loaded: CrisisModel | undefined

/** Keeps a model for every `readCrisis` that names none. */
export function useCrisis(model: CrisisModel): CrisisModel {
  loaded = model
  return model
}

function modelOf(given: CrisisModel | undefined): CrisisModel {
  const found = given ?? loaded
  if (!found)
    throw new ToneError('model_missing', 'No model of crisis is loaded yet: await loadCrisis() once before.')
  return found
}

const bag = new Bag()

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))

type Quoted = CrisisOptions['quoted']
type Passage = { begin: number; end: number }

interface Weighed {
  sum: number
  words: { begin: number; end: number }[]
}

/** The places that speak most for it, as units of the text, in order. */
function strongest({ signs }: CrisisModel, { tokens }: Features, places: readonly Place[]): Weighed['words'] {
  const weighed = places
    // Whoever threatens, it is the writer who is in danger.
    .filter(({ own, family }) => own || family === 'threat')
    .map((place) => ({
      ...originalSpan(tokens, place),
      weight: place.names.reduce((sum, name) => sum + (signs.get(name) ?? 0), 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const kept: Weighed['words'] = []
  for (const { begin, end } of weighed) {
    if (kept.length === WORDS_AT_MOST) break
    if (kept.every((one) => end <= one.begin || begin >= one.end)) kept.push({ begin, end })
  }
  return kept.sort((one, other) => one.begin - other.begin)
}

function weigh(model: CrisisModel, features: Features, less = 0): Weighed {
  const { found, places } = look(features)
  let sum = model.bias - less + linearOf(model.linear, features.bag, 0)
  for (const name of found) sum += model.signs.get(name) ?? 0
  return { sum, words: sum >= model.threshold ? strongest(model, features, places) : [] }
}

/** The passages of a window that stand out by themselves. */
function* standingOut(
  model: CrisisModel,
  text: string,
  passages: Passage[],
  quoted: Quoted,
): Generator<Weighed> {
  for (const { begin, end } of passages) {
    const { sum, words } = weigh(
      model,
      new Source(text.slice(begin, end), { quoted }).first(bag),
      model.margin,
    )
    yield { sum, words: words.map((one) => ({ begin: begin + one.begin, end: begin + one.end })) }
  }
}

/** Of a long text, the window or the passage that sounds most like it counts. */
function gravest(model: CrisisModel, text: string, source: Source, quoted: Quoted): Weighed {
  let most: Weighed = { sum: Number.NEGATIVE_INFINITY, words: [] }
  const keep = (one: Weighed): void => {
    if (one.sum > most.sum) most = one
  }
  const passages: Passage[] = []
  for (const window of source.windows(bag)) {
    keep(weigh(model, window))
    if (passages.length < PASSAGES_AT_MOST) passages.push(...passagesOf(window))
  }
  for (const one of standingOut(model, text, passages.slice(0, PASSAGES_AT_MOST), quoted)) keep(one)
  return most
}

/**
 * Reads whether a draft sounds like the writer's own crisis: thoughts of dying, hurting oneself, danger from somebody.
 *
 * For one thing only: to offer the writer, before anything is sent, the community's own people and numbers to talk to.
 * It is no attribute, no diagnosis and no moderation. What it says must be shown to nobody but the writer, and must
 * **never be stored, logged, counted per person or kept with a person** in any form, not even that it was asked for. A
 * message in which it finds nothing may be a cry for help all the same: the way to help must stand on the page for everyone.
 *
 * Off until somebody trained has reviewed it: without `reviewed` it throws `not_reviewed`. See model/CRISIS_CARD.md.
 */
export function readCrisis(text: string, options: CrisisOptions): CrisisReading {
  assertReviewed(options?.reviewed)
  if (typeof text !== 'string') throw new ToneError('text_not_string', 'A text to read is a string.')
  if (text.length > CRISIS_TEXT_AT_MOST)
    throw new ToneError(
      'text_too_long',
      `A draft may have up to ${CRISIS_TEXT_AT_MOST / 1000} thousand characters.`,
    )
  const model = modelOf(options.model)
  const source = new Source(text, { quoted: options.quoted })
  const language = languageOf(source.normalised.text, options.lang)
  const { sum, words } = gravest(model, text, source, options.quoted)
  const crisis = language.measured && sum >= model.threshold
  return {
    crisis,
    score: sigmoid(sum),
    words: crisis ? words : [],
    language,
    model: { name: model.name, version: model.version },
  }
}
