import { z } from '@hono/zod-openapi'
import { type Api, endpoint, handleSchema, timeSchema } from '../foundation/index.ts'
import { personSchema } from '../members/index.ts'
import type { BoundsAct } from './rules.ts'
import { setBounds } from './set-bounds.ts'
import { type BoundPerson, blockedBy, mutedBy } from './store.ts'

const listSchema = z.object({
  items: z.array(personSchema.extend({ since: timeSchema }).openapi('BoundPerson')),
})

const shown = ({ handle, name, since }: BoundPerson) => ({ handle, name, since: since.toISOString() })

/** PUT does it, DELETE undoes it; both may be repeated. The other is never told. */
function addBound(api: Api, name: 'block' | 'mute', does: string, undoes: string): void {
  const shared = {
    path: `/members/{handle}/${name}`,
    tag: 'Boundaries',
    who: 'member',
    scope: 'write',
    params: z.object({ handle: handleSchema }),
  } as const
  const add = (method: 'put' | 'delete', summary: string, act: BoundsAct) =>
    endpoint(api, {
      ...shared,
      method,
      summary,
      async handle({ house, viewer, params }) {
        await setBounds(house, viewer, params.handle, act)
      },
    })
  add('put', does, name)
  add('delete', undoes, `un${name}`)
}

/** Blocking and muting under /api/v1. */
export function boundsApi(api: Api): void {
  addBound(api, 'block', 'Block a member: neither sees or reaches the other', 'End a block')
  addBound(api, 'mute', 'Mute a member: you do not read them for now', 'End a mute')
  endpoint(api, {
    method: 'get',
    path: '/me/blocks',
    tag: 'Boundaries',
    summary: 'Whom you have blocked',
    who: 'member',
    scope: 'read',
    answer: listSchema,
    handle: async ({ house, viewer }) => ({
      items: (await blockedBy(house.db, viewer.communityId, viewer.memberId)).map(shown),
    }),
  })
  endpoint(api, {
    method: 'get',
    path: '/me/mutes',
    tag: 'Boundaries',
    summary: 'Whom you have muted',
    who: 'member',
    scope: 'read',
    answer: listSchema,
    handle: async ({ house, viewer }) => ({
      items: (await mutedBy(house.db, viewer.communityId, viewer.memberId)).map(shown),
    }),
  })
}
