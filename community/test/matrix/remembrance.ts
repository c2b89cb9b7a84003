import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, formOrJson, partsOf } from './corner.ts'

/** Somebody who may be remembered; where a second steward is asked for, the owner of nothing has asked. */
async function rememberedFor(place: TestApp, { route }: Asked): Promise<{ id: string; handle: string }> {
  const { confirmRemembrance, proposeRemembrance } = await import('../../src/members/index.ts')
  const { house } = place
  await house.pool.query('delete from remembrances')
  const { id, handle } = await place.member('Somebody')
  if (/(\/:id|^PUT .*remembrance|\/remembrances)$/.test(route)) return { id, handle }
  const first = await place.member('A steward', { role: 'steward' })
  await proposeRemembrance(house, first.viewer, id, 'Their sister wrote.')
  if (!/(\/undo|DELETE .*\/confirmed)$/.test(route)) return { id, handle }
  const second = await place.member('Another steward', { role: 'steward' })
  await confirmRemembrance(house, second.viewer, id)
  return { id, handle }
}

/** Two stewards together; an administrator undoes it. */
export const remembrance: Corner = {
  routes: {
    'GET /admin/remembrance': 'snnnnyy',
    'GET /admin/remembrance/:id': 'snnnnyy',
    'POST /admin/remembrance/:id': 'snnnnyy',
    'POST /admin/remembrance/:id/confirm': 'snnnnyy',
    'POST /admin/remembrance/:id/withdraw': 'snnnnyy',
    'POST /admin/remembrance/:id/undo': 'snnnnny',
    'GET /api/v1/remembrances': 'snnnnyy',
    'PUT /api/v1/members/:handle/remembrance': 'snnnnyy',
    'DELETE /api/v1/members/:handle/remembrance': 'snnnnyy',
    'PUT /api/v1/members/:handle/remembrance/confirmed': 'snnnnyy',
    'DELETE /api/v1/members/:handle/remembrance/confirmed': 'snnnnny',
  },
  ownThread: acts,
  values: rememberedFor,
  body: ({ route }) => {
    const [, path] = partsOf(route)
    return path.endsWith('/confirmed') ? {} : formOrJson(path, { reason: 'Their sister wrote.' })
  },
}
