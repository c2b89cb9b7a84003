/** What matters here, in the community's own words: what a note of thanks may be for. */
export interface CommunityValue {
  id: string
  /** As it follows "for": "taking time to explain". */
  name: string
  sentence: string
}

/** A value as it is wanted; without an id it is a new one. */
export interface WantedValue {
  id?: string | undefined
  name: string
  sentence: string
}

/** Fewer say little about a place, and more are no help in choosing. None at all is fine. */
export const VALUES_FEWEST = 3
export const VALUES_MOST = 8
export const VALUE_NAME_LENGTH = 40
export const VALUE_SENTENCE_LENGTH = 160

/** What members will notice of one value. */
export type ValueChange =
  | { did: 'added' | 'described' | 'rested'; name: string }
  | { did: 'renamed'; name: string; before: string }

/** What a change does to each value, in the order of the new ones, rested ones last. */
export function changesOf(
  before: readonly CommunityValue[],
  wanted: readonly WantedValue[],
): readonly ValueChange[] {
  const old = new Map(before.map((value) => [value.id, value]))
  const changes: ValueChange[] = []
  for (const { id, name, sentence } of wanted) {
    const was = id === undefined ? undefined : old.get(id)
    if (!was) changes.push({ did: 'added', name })
    else if (was.name !== name) changes.push({ did: 'renamed', name, before: was.name })
    else if (was.sentence !== sentence) changes.push({ did: 'described', name })
  }
  const kept = new Set(wanted.map(({ id }) => id))
  const rested = before.filter(({ id }) => !kept.has(id))
  return [...changes, ...rested.map(({ name }) => ({ did: 'rested' as const, name }))]
}
