import { z } from '@hono/zod-openapi'
import {
  type Api,
  type Call,
  endpoint,
  type House,
  handleSchema,
  notFound,
  pageContext,
  timeSchema,
  type Viewer,
} from '../foundation/index.ts'
import { memberPolicy } from './policy.ts'
import { describeMe } from './profiles/describe-me.ts'
import { pictureUrl } from './profiles/parts.tsx'
import { reachable } from './profiles/reachable.ts'
import { membersNamed } from './profiles/store.ts'
import { BIO_LENGTH, NAME_LENGTH } from './rules.ts'
import { type MemberView, memberByHandle, membersById } from './store.ts'

/** Who wrote or gave something. */
export const personSchema = z.object({ handle: z.string(), name: z.string() }).openapi('Person')

const memberSchema = z
  .object({
    handle: z.string(),
    name: z.string(),
    role: z.enum(['member', 'host', 'steward', 'administrator']),
    pronouns: z.string().nullable(),
    bio: z.string(),
    languages: z.array(z.string()),
    timeZone: z.string().nullable(),
    picture: z.string().nullable().openapi({ description: 'Address of the picture on this site.' }),
    left: z.boolean(),
    remembered: z.boolean().openapi({ description: 'They have died; what they wrote stays.' }),
    joinedAt: timeSchema,
  })
  .openapi('Member')

const meSchema = memberSchema
  .extend({
    scopes: z
      .array(z.string())
      .nullable()
      .openapi({ description: 'What this token was made for; null for a session of our own pages.' }),
  })
  .openapi('Me')

const aboutSchema = z
  .strictObject({
    name: z.string().min(1).max(NAME_LENGTH),
    pronouns: z.string().nullable(),
    bio: z.string().max(BIO_LENGTH),
    languages: z.array(z.string()).max(8),
    timeZone: z.string().max(60).nullable().openapi({ example: 'Europe/Lisbon' }),
  })
  .partial()
  .openapi('AboutMe')

function shown(member: MemberView): z.input<typeof memberSchema> {
  const { handle, name, role, pronouns, bio, languages, timeZone } = member
  const picture = member.pictureId ? pictureUrl(member.pictureId) : null
  return {
    handle,
    name,
    role,
    pronouns,
    bio,
    languages,
    timeZone,
    picture,
    left: member.status === 'left',
    remembered: member.status === 'remembered',
    joinedAt: member.joinedAt.toISOString(),
  }
}

async function readMe(house: House, viewer: Viewer): Promise<MemberView> {
  return (await membersById(house.db, viewer.communityId, [viewer.memberId!])).get(viewer.memberId!)!
}

async function me({ house, viewer }: Pick<Call<'member', unknown, unknown, unknown>, 'house' | 'viewer'>) {
  return { ...shown(await readMe(house, viewer)), scopes: viewer.scopes ? [...viewer.scopes] : null }
}

function addMe(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/me',
    tag: 'Members',
    summary: 'The member this token belongs to',
    who: 'member',
    scope: 'read',
    answer: meSchema,
    handle: me,
  })
  endpoint(api, {
    method: 'patch',
    path: '/me',
    tag: 'Members',
    summary: 'Change what you say about yourself',
    description: 'What is left away stays as it is.',
    who: 'member',
    scope: 'write',
    body: aboutSchema,
    answer: meSchema,
    async handle({ house, viewer, body }) {
      const now = await readMe(house, viewer)
      await describeMe(house, viewer, {
        name: body.name ?? now.name,
        bio: body.bio ?? now.bio,
        pronouns: (body.pronouns === undefined ? now.pronouns : body.pronouns) ?? '',
        languages: (body.languages ?? now.languages).join(','),
        timeZone: (body.timeZone === undefined ? now.timeZone : body.timeZone) ?? '',
      })
      return me({ house, viewer })
    },
  })
}

/** /me and /members. There is no list of everybody, as on the pages. */
export function memberApi(api: Api): void {
  addMe(api)
  endpoint(api, {
    method: 'get',
    path: '/members',
    tag: 'Members',
    summary: 'Find members by the beginning of their name',
    who: 'member',
    scope: 'read',
    query: z.strictObject({ name: z.string().trim().min(1).max(NAME_LENGTH) }),
    answer: z.object({ items: z.array(memberSchema) }),
    async handle({ c, house, viewer, query }) {
      const found = await membersNamed(house.db, viewer.communityId, query.name, 30)
      return { items: (await reachable(pageContext(c), found)).map(shown) }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/members/{handle}',
    tag: 'Members',
    summary: 'One member',
    who: 'member',
    scope: 'read',
    params: z.object({ handle: handleSchema }),
    answer: memberSchema,
    async handle({ c, house, viewer, params }) {
      const found = await memberByHandle(house.db, viewer.communityId, params.handle)
      if (!found || !memberPolicy.read(viewer, found)) throw notFound()
      const [member] = await reachable(pageContext(c), [found])
      if (!member) throw notFound()
      return shown(member)
    },
  })
}
