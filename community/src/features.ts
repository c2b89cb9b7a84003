import { adminFeature } from './admin/index.ts'
import { attentionFeature } from './attention/index.ts'
import { boundsFeature } from './bounds/index.ts'
import { composerFeature } from './composer/index.ts'
import { conversationFeature } from './conversation/index.ts'
import { experimentsFeature } from './experiments/index.ts'
import {
  auditMigration,
  communityMigrations,
  eventMigrations,
  type Feature,
  fileMigration,
  limitMigrations,
  liveRoutes,
  mailMigrations,
  migration,
  pruneEventsJob,
  upkeepJobs,
} from './foundation/index.ts'
import { liftingFeature } from './lifting/index.ts'
import { listenFeature } from './listen/index.ts'
import { accountsFeature, membersFeature } from './members/index.ts'
import { mendFeature } from './mend/index.ts'
import { messagesFeature } from './messages/index.ts'
import { noticesFeature } from './notices/index.ts'
import { openFeature } from './open/index.ts'
import { shineFeature } from './shine/index.ts'
import { siteFeature } from './site/index.ts'
import { spacesFeature } from './spaces/index.ts'
import { teamFeature } from './team/index.ts'
import { thanksFeature } from './thanks/index.ts'

const foundation: Feature = {
  name: 'foundation',
  migrations: [
    migration(communityMigrations.name, ...communityMigrations.statements),
    fileMigration,
    ...eventMigrations,
    auditMigration,
    ...limitMigrations,
    ...mailMigrations,
  ],
  routes: liveRoutes,
  jobs: [pruneEventsJob, ...upkeepJobs],
}

/** Everything the house is made of, in floor order. A feature that is not here does not exist. */
export const features: readonly Feature[] = [
  foundation,
  membersFeature,
  accountsFeature,
  attentionFeature,
  experimentsFeature,
  noticesFeature,
  boundsFeature,
  spacesFeature,
  composerFeature,
  conversationFeature,
  messagesFeature,
  thanksFeature,
  listenFeature,
  liftingFeature,
  teamFeature,
  shineFeature,
  mendFeature,
  openFeature,
  adminFeature,
  siteFeature,
]

export const migrations = features.flatMap((feature) => feature.migrations ?? [])
