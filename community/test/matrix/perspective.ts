import type { TestApp } from '../kit/app.ts'
import type { Corner, Values } from './corner.ts'

async function keyOf(place: TestApp): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const row = {
    community_id: place.communityId,
    id,
    name: 'Newspaper',
    hash: id,
    per_minute: null,
    created_at: place.house.clock.now(),
  }
  await place.house.db.insertInto('perspective_keys').values(row).execute()
  return id
}

/** Scores for programs: who may ask is a setting; nobody from elsewhere until somebody decides. */
export const perspective: Corner = {
  routes: {
    'GET /$discovery/rest': 'yyyyyyy',
    'OPTIONS /batch': 'yyyyyyy',
    'GET /%24discovery/rest': 'yyyyyyy',
    'POST /batch': 'nnnnnnn',
    'OPTIONS /v1alpha1/*': 'yyyyyyy',
    'GET /v1alpha1/:method': 'nnnnnnn',
    'POST /v1alpha1/:method': 'nnnnnnn',
    'GET /admin/perspective': 'snnnnny',
    'POST /admin/perspective': 'snnnnny',
    'POST /admin/perspective/keys': 'snnnnny',
    'POST /admin/perspective/keys/:id/take-back': 'snnnnny',
    'POST /admin/perspective/suggestions/delete': 'snnnnny',
    'GET /admin/perspective/suggestions.jsonl': 'snnnnny',
  },
  values: async (place, { route }): Promise<Values> =>
    route.includes('/keys/') ? { id: await keyOf(place) } : {},
}
