import type { Attribute, Harm } from './attributes.ts'
import type { Language } from './language/language.ts'

/** Words that carry a score. Offsets are UTF-16 code units, end exclusive. */
export interface Span {
  begin: number
  end: number
  attribute: Attribute
  /** 0 to 1: what these words would score alone. */
  score: number
}

/** Why a pause is worth it or not. */
export interface Why {
  /**
   * 0 to 1: how many of ten readers would be hurt where other words would have kept the point. In English never below the
   * scores of `threat` and `identity_attack`: those are reason enough.
   */
  likelihood: number
  /** What it may be felt as; nothing where there is no pause. */
  attribute: Harm | null
  /** The words it rests on, in UTF-16 units of the message, in order. */
  words: { begin: number; end: number }[]
}

/**
 * 0 to 1; 0.7 means that about 7 of 10 readers would say so. In English every attribute is there; in another language
 * those that were measured in it, and no other: what nobody compared with readers is left out rather than guessed.
 */
export type Scores = Partial<Record<Attribute, number>>

/** How a message may be felt by the one who reads it. */
export interface Reading {
  scores: Scores
  /** The words that carry those scores, in order. */
  spans: Span[]
  /** Whether it is worth a pause. Never in a language the reading was not measured in. */
  pause: boolean
  why: Why
  language: Language
  model: { name: string; version: string }
}
