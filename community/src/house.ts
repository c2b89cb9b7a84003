import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from './config/index.ts'
import {
  Assets,
  BossJobs,
  Communities,
  type Database,
  type Feature,
  FolderFiles,
  type House,
  LiveHub,
  makeLog,
  makeMail,
  makeMetrics,
  Slots,
  systemClock,
} from './foundation/index.ts'

/** Compiled beside this file; when run from the sources, where the last build left them. */
function assetsFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  return here.endsWith('src/') ? join(here, '../dist/assets') : join(here, 'assets')
}

/** Makes what every request and job may use. */
export function makeHouse(
  config: Config,
  database: Database,
  features: readonly Feature[],
  parts: Partial<House> = {},
): House {
  const slots = new Slots()
  for (const feature of features) slots.add(feature.slots ?? [])
  const log = makeLog(config.log)
  return {
    features,
    jobs: new BossJobs({ pool: database.pool, log }),
    live: new LiveHub(),
    config,
    log,
    metrics: makeMetrics(database),
    mail: makeMail({ db: database.db, config, log, clock: systemClock }),
    db: database.db,
    pool: database.pool,
    reads: database.reads,
    clock: systemClock,
    files: new FolderFiles(join(config.dataFolder, 'files')),
    communities: new Communities(database.db),
    slots,
    assets: new Assets(assetsFolder()),
    navigation: features.flatMap((feature) => feature.navigation ?? []).sort((a, b) => a.order - b.order),
    ...parts,
  }
}
