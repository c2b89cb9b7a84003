import type { TestApp } from '../kit/app.ts'
import { type Asked, type Corner, json, type Values } from './corner.ts'

async function experimentThere(place: TestApp, { owner }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const now = place.house.clock.now()
  const row = {
    kind: 'pause',
    started_by: owner.id,
    started_at: now,
    ends_at: now,
    held_out: 0.5,
    reach: 100,
  }
  const fresh = { stopped_at: null, result: null, left_usual: 0, left_held_out: 0 }
  await place.house.db
    .insertInto('experiments')
    .values({ community_id: place.communityId, id, ...row, ...fresh })
    .execute()
  return id
}

export const experiments: Corner = {
  routes: {
    'GET /guidelines/experiments': 'yyyyyyy',
    'GET /settings/experiments': 'snyyyyy',
    'POST /settings/experiments': 'snyyyyy',
    'GET /admin/experiments': 'snnnnny',
    'POST /admin/experiments/:kind/start': 'snnnnny',
    'POST /admin/experiments/:id/stop': 'snnnnny',
    'GET /api/v1/experiments': 'yyyyyyy',
    'PATCH /api/v1/experiments': 'snyyyyy',
    'POST /api/v1/experiments': 'snnnnny',
    'GET /api/v1/experiments/prospects': 'snnnnny',
    'POST /api/v1/experiments/:id/stop': 'snnnnny',
  },
  values: async (place, asked): Promise<Values> =>
    asked.route.includes('/:id/') ? { id: await experimentThere(place, asked) } : { kind: 'pause' },
  body: ({ route }) => {
    if (route === 'PATCH /api/v1/experiments') return json({ left: false })
    return route === 'POST /api/v1/experiments' ? json({ kind: 'pause', weeks: 12 }) : undefined
  },
}
