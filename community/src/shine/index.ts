import type { Feature } from '../foundation/index.ts'
import { ritualsPart } from './rituals/index.ts'

export { type OccasionFacts, type RitualFacts, ritualPolicy } from './rituals/index.ts'

export const shineFeature: Feature = {
  name: 'shine',
  ...ritualsPart,
}
