import type { TestApp } from '../kit/app.ts'
import { type Asked, type Corner, form, json, partsOf, type Values } from './corner.ts'

/** A language model that is connected and off: who asks it needs no yes, and gets nothing. */
async function ownModel(place: TestApp, { owner }: Asked): Promise<void> {
  const row = {
    community_id: place.communityId,
    version: 1,
    address: 'http://127.0.0.1:9/v1',
    model: 'small',
    sealed_key: null,
    seconds: 1,
    on: false,
    address_version: 1,
    changed_by: owner.id,
    changed_at: place.house.clock.now(),
  }
  await place.house.db.deleteFrom('own_models').execute()
  await place.house.db.insertInto('own_models').values(row).execute()
}

/** The pause, its policy, and a language model of the community's own. */
export const composer: Corner = {
  routes: {
    'GET /guidelines/pause': 'yyyyyyy',
    'GET /admin/pause': 'snnnnny',
    'GET /admin/pause/:id': 'snnnnny',
    'POST /admin/pause/:id': 'snnnnny',
    'GET /admin/pause/model': 'snnnnny',
    'POST /admin/pause/model': 'snnnnny',
    'POST /admin/pause/model/remove': 'snnnnny',
    'POST /admin/pause/model/try': 'snnnnny',
    'GET /composer/pause': 'snyyyyy',
    'POST /composer/pause': 'snyyyyy',
    'POST /composer/pause/outcome': 'snyyyyy',
    'POST /composer/suggest': 'snyyyyy',
    'POST /composer/suggest/never': 'snyyyyy',
    'GET /settings/own-model': 'snyyyyy',
    'POST /settings/own-model': 'snyyyyy',
    'GET /api/v1/spaces/:slug/pause': 'yyyyyyy',
    'PUT /api/v1/spaces/:slug/pause': 'snnnnny',
    'GET /api/v1/own-model': 'snyyyyy',
    'PUT /api/v1/own-model/choice': 'snyyyyy',
    'GET /api/v1/own-model/settings': 'snnnnny',
    'PUT /api/v1/own-model/settings': 'snnnnny',
    'DELETE /api/v1/own-model/settings': 'snnnnny',
    'POST /api/v1/own-model/suggestions': 'snyyyyy',
  },
  values: async (place, asked): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    if (/own-model|suggest|pause\/model/.test(pattern)) await ownModel(place, asked)
    return pattern.startsWith('/admin/pause/:id') ? { id: asked.space.id } : {}
  },
  body: ({ route }) => {
    const [, path] = partsOf(route)
    if (path.startsWith('/api') && path.endsWith('/pause'))
      return json({ often: 'usual', silent: [], headings: {} })
    if (path.endsWith('/own-model/choice')) return json({ choice: 'no' })
    if (path.endsWith('/own-model/suggestions')) return json({ text: 'Hello' })
    if (path.endsWith('/own-model/settings'))
      return json({ address: 'http://127.0.0.1:9/v1', model: 'small', seconds: 1, on: false })
    return path === '/admin/pause/:id' ? form({ often: 'usual' }) : undefined
  },
}
