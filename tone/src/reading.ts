import type { Attribute } from './attributes.ts'

/** Words that carry a score. Offsets are UTF-16 code units, end exclusive. */
export interface Span {
  begin: number
  end: number
  attribute: Attribute
  /** 0 to 1 */
  score: number
}

/** How a message may be felt by the one who reads it. */
export interface Reading {
  /** 0 to 1; 0.7 means that about 7 of 10 readers would say so. */
  scores: Record<Attribute, number>
  spans: Span[]
  /** Whether it is worth a pause, and why if so. */
  pause: boolean
  /** The language found, and whether the reading was measured in it. */
  language: { tag: string; measured: boolean }
  model: { name: string; version: string }
}
