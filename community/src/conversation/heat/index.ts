import type { Job } from '../../foundation/index.ts'

import { pruneHeat } from './store.ts'

export { heatApi } from './api.ts'
export { checkPace, suggestPace } from './change-pace.ts'
export { heatKind } from './kind.ts'
export { heatMigrations } from './migrations.ts'
export { HeatBeside, saysHint } from './parts.tsx'
export { type Heat, readHeat } from './read-heat.ts'
export { type HeatingThread, readHeating } from './read-heating.ts'
export { heatRoutes } from './routes.ts'
export { takeTemperature, thermometer } from './take-temperature.ts'
export { heatWords } from './words.ts'

const KEPT = 7 * 86_400_000

export const pruneHeatJob: Job = {
  name: 'prune-heat',
  schedule: '56 3 * * *',
  async run(house) {
    const before = new Date(house.clock.now().getTime() - KEPT)
    for (const { id } of await house.communities.all()) await pruneHeat(house.db, id, before)
  },
}
