import type { Feature } from '../foundation/index.ts'
import { boundsMigrations } from './migrations.ts'

export { type Asking, blockedBetween, noBlockWith, notMuted, unreachableFor } from './visibility.ts'

export const boundsFeature: Feature = { name: 'bounds', migrations: boundsMigrations }
