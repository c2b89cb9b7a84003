import { z } from '@hono/zod-openapi'
import {
  type Api,
  endpoint,
  type House,
  handleSchema,
  type MemberViewer,
  notFound,
  timeSchema,
} from '../../foundation/index.ts'
import { memberByHandle, membersById } from '../store.ts'
import {
  confirmRemembrance,
  proposeRemembrance,
  REASON_LENGTH,
  undoRemembrance,
  withdrawRemembrance,
} from './remember.ts'
import { remembrances } from './store.ts'

const byHandle = z.object({ handle: handleSchema })
const shared = { tag: 'Remembrance', who: 'steward', scope: 'steward' } as const
const PATH = '/members/{handle}/remembrance'

const remembranceSchema = z
  .object({
    handle: z.string(),
    name: z.string(),
    reason: z.string(),
    askedAt: timeSchema,
    confirmedAt: timeSchema.nullable().openapi({ description: 'Null while it waits for a second steward.' }),
  })
  .openapi('Remembrance')

/** @throws KindlingError `not_found` */
async function idOf(house: House, viewer: MemberViewer, handle: string): Promise<string> {
  const member = await memberByHandle(house.db, viewer.communityId, handle)
  if (!member) throw notFound()
  return member.id
}

/** Remembrance under /api/v1, for stewards: two together, as on its pages. */
export function remembranceApi(api: Api): void {
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/remembrances',
    summary: 'Who is remembered, and what waits for a second steward',
    answer: z.object({ items: z.array(remembranceSchema) }),
    async handle({ house, viewer }) {
      const all = await remembrances(house.db, viewer.communityId)
      const ids = all.map(({ memberId }) => memberId)
      const people = await membersById(house.db, viewer.communityId, ids)
      const items = all.flatMap(({ memberId, reason, proposedAt, confirmedAt }) => {
        const member = people.get(memberId)
        if (!member) return []
        const times = { askedAt: proposedAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null }
        return [{ handle: member.handle, name: member.name, reason, ...times }]
      })
      return { items }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    path: PATH,
    summary: 'Ask a second steward whether somebody is to be remembered',
    params: byHandle,
    body: z.strictObject({ reason: z.string().max(REASON_LENGTH) }).openapi('RemembranceReason'),
    handle: async ({ house, viewer, params, body }) =>
      proposeRemembrance(house, viewer, await idOf(house, viewer, params.handle), body.reason),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: PATH,
    summary: 'Take back what waits for a second steward',
    params: byHandle,
    handle: async ({ house, viewer, params }) =>
      withdrawRemembrance(house, viewer, await idOf(house, viewer, params.handle)),
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    path: `${PATH}/confirmed`,
    summary: 'Confirm it as the second steward',
    params: byHandle,
    handle: async ({ house, viewer, params }) =>
      confirmRemembrance(house, viewer, await idOf(house, viewer, params.handle)),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: `${PATH}/confirmed`,
    summary: 'Undo it, as an administrator',
    params: byHandle,
    handle: async ({ house, viewer, params }) =>
      undoRemembrance(house, viewer, await idOf(house, viewer, params.handle)),
  })
}
