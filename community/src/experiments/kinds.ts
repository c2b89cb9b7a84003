import type { House, Phrase } from '../foundation/index.ts'
import type { SettledExposure, Values } from './rules.ts'

/** Something that is counted of each member, and how it is told. */
export interface OutcomeKind {
  name: string
  /** A share of the members (each counts 0 or 1), or a mean over them. */
  measure: 'share' | 'mean'
  /** Begins a line: "Posted in the words that were read". */
  label: Phrase
}

/**
 * Something that can be tried on part of a community. Features bring theirs (`Feature.experiments`); administrators begin them. Each
 * member is counted once, the first time it would reach them, and is held out by lot that one time at most.
 */
export interface ExperimentKind {
  name: string
  order: number
  label: Phrase
  /** What is tried and on whom, in plain words. */
  about: Phrase
  /** What is counted, in plain words. */
  counted: Phrase
  /** The two halves, inside a sentence: "asked", "not asked". */
  usual: Phrase
  heldOut: Phrase
  /** In the order in which they are judged: where one shows nothing, nothing is said of those after it. */
  outcomes: readonly OutcomeKind[]
  /** About how many members it would reach in so many weeks, as things are. */
  reach(house: House, communityId: string, weeks: number): Promise<number>
  /** What came of each: by member, a value for every outcome. */
  settle(
    house: House,
    communityId: string,
    exposures: readonly SettledExposure[],
  ): Promise<Map<string, Values>>
}

declare module '../foundation/feature.ts' {
  interface Feature {
    experiments?: readonly ExperimentKind[]
    /** Members who wrote something in the last 30 days. */
    activeWriters?(house: House, communityId: string): Promise<number>
  }
}

/** All that can be tried in this house. */
export const experimentKinds = (house: House): ExperimentKind[] =>
  house.features.flatMap(({ experiments }) => experiments ?? []).sort((one, other) => one.order - other.order)

export const experimentKind = (house: House, name: string): ExperimentKind | undefined =>
  experimentKinds(house).find((kind) => kind.name === name)

/** Members who wrote something in the last 30 days, from whichever feature knows. */
export async function activeWriters(house: House, communityId: string): Promise<number> {
  const counts = house.features.map((feature) => feature.activeWriters?.(house, communityId) ?? 0)
  return Math.max(0, ...(await Promise.all(counts)))
}
