import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, form, json, partsOf, type Values } from './corner.ts'

const values = [
  { name: 'taking time to explain', sentence: 'Somebody new leaves knowing how.' },
  { name: 'saying it early', sentence: 'Before noon.' },
  { name: 'leaving it tidier', sentence: 'The key hangs where it hangs.' },
  { name: 'resting in time', sentence: 'And saying so.' },
]

/** Values of the place, as a member reads them; for the route that takes one up again, one rests. */
async function valuesThere(place: TestApp, { route }: Asked): Promise<Values> {
  const { newId } = await import('../../src/foundation/index.ts')
  const { db, clock } = place.house
  await db.deleteFrom('community_values').execute()
  const rows = values.map((value, position) => ({
    community_id: place.communityId,
    id: newId(),
    ...value,
    position,
    created_at: clock.now(),
    rested_at: route.endsWith('/wake') && position === 3 ? clock.now() : null,
  }))
  await db.insertInto('community_values').values(rows).execute()
  return { id: rows[3]!.id }
}

/** What matters here is for everybody who lives here; the page of kudos for whoever reads its space. */
export const communityValues: Corner = {
  routes: {
    'GET /admin/values': 'snnnnny',
    'POST /admin/values': 'snnnnny',
    'POST /admin/values/:id/wake': 'snnnnny',
    'GET /spaces/:slug/kudos': 'yyyyyyy',
    'GET /api/v1/spaces/:slug/kudos': 'yyyyyyy',
    'GET /api/v1/values': 'snyyyyy',
    'PUT /api/v1/values': 'snnnnny',
  },
  ownThread: acts,
  values: valuesThere,
  body: ({ route }) =>
    partsOf(route)[1].startsWith('/api') ? json({ items: values }) : form({ 'name-1': '', known: '' }),
}
