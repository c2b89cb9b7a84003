import type { House, Phrase } from '../foundation/index.ts'

/** What may speak to a member unasked. Features bring theirs (`Feature.attentionKinds`); each asks here before it speaks. */
export interface AttentionKind {
  name: string
  /** Of two that want to speak, the lower one does, and the other is dropped. */
  order: number
  label: Phrase
  about: Phrase
  /** At most so many; what is left out has no limit of its own. */
  limits: { day?: number; week?: number }
  /** Whether it interrupts somebody who writes: those share one limit. */
  interrupts: boolean
}

declare module '../foundation/feature.ts' {
  interface Feature {
    attentionKinds?: readonly AttentionKind[]
  }
}

/** All kinds of the house, most important first. */
export function attentionKinds(house: House): AttentionKind[] {
  return house.features
    .flatMap((feature) => feature.attentionKinds ?? [])
    .sort((one, other) => one.order - other.order)
}
