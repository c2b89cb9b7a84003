import { boundsFeature } from './bounds/index.ts'
import { conversationFeature } from './conversation/index.ts'
import { communityMigrations, type Feature, migration } from './foundation/index.ts'
import { memberMigrations } from './members/index.ts'
import { siteFeature } from './site/index.ts'
import { spacesFeature } from './spaces/index.ts'
import { thanksFeature } from './thanks/index.ts'

const foundation: Feature = {
  name: 'foundation',
  migrations: [migration(communityMigrations.name, ...communityMigrations.statements)],
}

/** Everything the house is made of, in floor order. A feature that is not here does not exist. */
export const features: readonly Feature[] = [
  foundation,
  { name: 'members', migrations: memberMigrations },
  boundsFeature,
  spacesFeature,
  conversationFeature,
  thanksFeature,
  siteFeature,
]

export const migrations = features.flatMap((feature) => feature.migrations ?? [])
