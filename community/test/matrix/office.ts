import type { TestApp } from '../kit/app.ts'
import { type Corner, form, partsOf, type Values } from './corner.ts'

async function waitingPerson(place: TestApp): Promise<string> {
  return (await place.member('Somebody new', { status: 'waiting' })).id
}

async function takeIn(place: TestApp, spaceId: string, memberId: string): Promise<void> {
  const { addSpaceMembers } = await import('../../src/spaces/index.ts')
  await addSpaceMembers(place.house.db, place.communityId, spaceId, [memberId], place.house.clock.now())
}

/** Looking after the place. */
export const office: Corner = {
  routes: {
    'GET /admin': 'snnnnyy',
    'GET /admin/audit': 'snnnnny',
    'GET /admin/doors': 'snnnnny',
    'POST /admin/doors': 'snnnnny',
    'GET /admin/invitations': 'snnnnyy',
    'POST /admin/invitations': 'snnnnyy',
    'POST /admin/invitations/:id/revoke': 'snnnnyy',
    'POST /admin/invitations/change': 'snnnnyy',
    'POST /admin/invitations/letter': 'snnnnyy',
    'GET /admin/letters': 'snnnnny',
    'GET /admin/people': 'snnnnyy',
    'GET /admin/people/:id': 'snnnnyy',
    'POST /admin/people/:id': 'snnnnyy',
    'GET /admin/safety': 'snnnnny',
    'POST /admin/safety/kit': 'snnnnny',
    'POST /admin/safety/letter': 'snnnnny',
    'POST /admin/safety/letter/digits': 'snnnnny',
    'POST /admin/safety/second': 'snnnnny',
    'GET /admin/settings': 'snnnnny',
    'POST /admin/settings': 'snnnnny',
    'GET /admin/spaces': 'snnnnny',
    'POST /admin/spaces': 'snnnnny',
    'GET /admin/spaces/:id': 'snnnnny',
    'POST /admin/spaces/:id': 'snnnnny',
    'POST /admin/spaces/:id/order': 'snnnnny',
    'GET /admin/spaces/:id/people': 'snnnnny',
    'POST /admin/spaces/:id/people': 'snnnnny',
    'POST /admin/spaces/:id/people/:member/remove': 'snnnnny',
    'POST /admin/spaces/:id/rest': 'snnnnny',
    'POST /admin/spaces/:id/wake': 'snnnnny',
    'GET /admin/spaces/new': 'snnnnny',
    'GET /admin/waiting': 'snnnnyy',
    'POST /admin/waiting/:id': 'snnnnyy',
  },
  values: async (place, { route, member, space }): Promise<Values> => {
    const [, pattern] = partsOf(route)
    if (pattern.endsWith('/people/:member/remove')) await takeIn(place, space.id, member.id)
    if (pattern.startsWith('/admin/people/:id')) return { id: member.id }
    if (pattern.startsWith('/admin/spaces/:id')) return { id: space.id }
    return pattern.startsWith('/admin/waiting/:id') ? { id: await waitingPerson(place) } : {}
  },
  body: ({ route }) => {
    const [, path] = partsOf(route)
    if (path.endsWith('/order')) return form({ to: 'up' })
    if (path.startsWith('/admin/waiting')) return form({ answer: 'not-now' })
    if (path.startsWith('/admin/people')) return form({ role: 'host', reason: '' })
    return path.startsWith('/admin/spaces') ? form({ name: '', whom: 'Nobody at all' }) : undefined
  },
}
