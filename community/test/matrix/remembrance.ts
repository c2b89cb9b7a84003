import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, form } from './corner.ts'

/** Somebody who may be remembered; where a second steward is asked for, the owner of nothing has asked. */
async function rememberedFor(place: TestApp, { route }: Asked): Promise<{ id: string }> {
  const { confirmRemembrance, proposeRemembrance } = await import('../../src/members/index.ts')
  const { house } = place
  await house.pool.query('delete from remembrances')
  const { id } = await place.member('Somebody')
  if (route.endsWith('/:id')) return { id }
  const first = await place.member('A steward', { role: 'steward' })
  await proposeRemembrance(house, first.viewer, id, 'Their sister wrote.')
  if (!route.endsWith('/undo')) return { id }
  const second = await place.member('Another steward', { role: 'steward' })
  await confirmRemembrance(house, second.viewer, id)
  return { id }
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
  },
  ownThread: acts,
  values: rememberedFor,
  body: () => form({ reason: 'Their sister wrote.' }),
}
