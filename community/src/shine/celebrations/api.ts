import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  handleSchema,
  idSchema,
  limitSchema,
  type MemberViewer,
  notFound,
  pageOf,
  timeSchema,
} from '../../foundation/index.ts'
import { memberByHandle, personSchema } from '../../members/index.ts'
import { slugSchema, visibleSpace } from '../../spaces/index.ts'
import { addLine, cheer, needCelebration, takeLineAway } from './join-in.ts'
import { answerToBeNamed, reportWords, restNow, takeCelebrationAway } from './look-after.ts'
import { openCelebration } from './open-celebration.ts'
import { celebrationPolicy } from './policy.ts'
import { type CelebrationView, readAdded, readPast, readPeople, readStanding } from './read-celebrations.ts'
import { celebrationKinds, LINE_LENGTH, REACHED_LENGTH, TITLE_LENGTH, WORDS_LENGTH } from './rules.ts'

const tag = 'Celebrations'
const byId = z.object({ id: idSchema })
const bySlug = z.object({ slug: slugSchema })
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const reading = { tag, who: 'member', scope: 'read', method: 'get' } as const
const writing = { tag, who: 'member', scope: 'write' } as const

const celebrationSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(celebrationKinds)
      .openapi({ description: 'together: a goal reached by several. own: somebody’s own milestone.' }),
    title: z.string(),
    reached: z.string(),
    words: z.string(),
    from: personSchema,
    openedAt: timeSchema,
    restsAt: timeSchema.openapi({ description: 'From then on it rests in the list of its space.' }),
    standing: z.boolean(),
  })
  .openapi('Celebration')

const lineSchema = z
  .object({ id: z.string(), words: z.string(), from: personSchema })
  .openapi('CelebrationLine')

const wholeSchema = z
  .object({
    celebration: celebrationSchema,
    named: z
      .array(personSchema)
      .openapi({ description: 'Who was part of it and agreed to be named, by the alphabet.' }),
    lines: z.array(lineSchema).openapi({ description: 'At most three, latest first; there is no total.' }),
    next: z.string().nullable(),
    cheers: z.array(z.string()).openapi({ description: 'Names, at most three.' }),
    otherCheers: z.boolean(),
    mine: z
      .string()
      .nullable()
      .openapi({ description: 'What you added; empty for a cheer, null for nothing.' }),
  })
  .openapi('CelebrationWhole')

const newSchema = z
  .strictObject({
    kind: z.enum(celebrationKinds),
    title: z.string().max(TITLE_LENGTH),
    reached: z.string().max(REACHED_LENGTH),
    words: z.string().max(WORDS_LENGTH),
    people: z.array(handleSchema).optional().openapi({ description: 'Handles; each is asked first.' }),
  })
  .openapi('NewCelebration')

const shown = (one: CelebrationView) => ({
  id: one.id,
  kind: one.kind,
  title: one.title,
  reached: one.reached,
  words: one.words,
  from: { name: one.opener.name, handle: one.opener.handle },
  openedAt: one.openedAt.toISOString(),
  restsAt: one.restsAt.toISOString(),
  standing: one.standing,
})

async function spaceOf(house: House, viewer: MemberViewer, slug: string) {
  const space = celebrationPolicy.read(viewer) ? await visibleSpace(house, viewer, slug) : undefined
  if (!space) throw notFound()
  return space
}

/** Id of a member by handle. @throws KindlingError `not_found` */
async function memberOf(house: House, viewer: MemberViewer, handle: string): Promise<string> {
  const member = await memberByHandle(house.db, viewer.communityId, handle)
  if (!member) throw notFound()
  return member.id
}

function addReading(api: Api): void {
  endpoint(api, {
    ...reading,
    path: '/spaces/{slug}/celebrations',
    summary: 'Celebrations that stand in a space, or rest there, latest first',
    params: bySlug,
    query: z.strictObject({
      rest: z.enum(['past']).optional().openapi({ description: 'Those that are over.' }),
      cursor: cursorSchema(ID),
      limit: limitSchema,
    }),
    answer: pageOf('CelebrationPage', celebrationSchema),
    async handle({ house, viewer, params, query }) {
      const { id } = await spaceOf(house, viewer, params.slug)
      if (query.rest !== 'past')
        return { items: (await readStanding(house, viewer, [id])).map(shown), next: null }
      const past = await readPast(house, viewer, id, { before: query.cursor, limit: query.limit })
      return { items: past.celebrations.map(shown), next: past.next ?? null }
    },
  })
  endpoint(api, {
    ...reading,
    path: '/celebrations/{id}',
    summary: 'A celebration, who is named in it, and what others added',
    params: byId,
    query: z.strictObject({ cursor: cursorSchema(ID) }),
    answer: wholeSchema,
    async handle({ house, viewer, params, query }) {
      const one = await needCelebration(house, viewer, params.id)
      const [people, added] = await Promise.all([
        readPeople(house, viewer, one, 'en'),
        readAdded(house, viewer, one.id, query.cursor),
      ])
      const person = ({ name, handle }: { name: string; handle: string }) => ({ name, handle })
      return {
        celebration: shown(one),
        named: people.named.map(person),
        lines: added.lines.map((line) => ({ id: line.id, words: line.words, from: person(line) })),
        next: added.next ?? null,
        cheers: added.cheers,
        otherCheers: added.otherCheers,
        mine: added.mine ?? null,
      }
    },
  })
}

function addJoining(api: Api): void {
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/celebrations/{id}/line',
    summary: 'Add a line of your own, or change it',
    params: byId,
    body: z.strictObject({ words: z.string().max(LINE_LENGTH) }).openapi('CelebrationWords'),
    handle: ({ house, viewer, params, body }) => addLine(house, viewer, params.id, body.words),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/celebrations/{id}/cheer',
    summary: 'Leave a cheer, without words',
    params: byId,
    handle: ({ house, viewer, params }) => cheer(house, viewer, params.id),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/celebrations/{id}/line',
    summary: 'Take back what you added',
    params: byId,
    handle: ({ house, viewer, params }) => takeLineAway(house, viewer, params.id, viewer.memberId),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/celebrations/{id}/lines/{handle}',
    summary: 'Take away what somebody added, as who opened it or as a steward',
    params: z.object({ id: idSchema, handle: handleSchema }),
    handle: async ({ house, viewer, params }) =>
      takeLineAway(house, viewer, params.id, await memberOf(house, viewer, params.handle)),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/celebrations/{id}/named',
    summary: 'Say whether your name may stand there, where you were asked',
    params: byId,
    body: z.strictObject({ answer: z.enum(['yes', 'no']) }).openapi('CelebrationNamed'),
    handle: ({ house, viewer, params, body }) => answerToBeNamed(house, viewer, params.id, body.answer),
  })
  endpoint(api, {
    ...writing,
    method: 'post',
    path: '/celebrations/{id}/reports',
    summary: 'Ask the stewards to look at what somebody wrote in it; you do not see it any more',
    params: byId,
    body: z.strictObject({ handle: handleSchema }).openapi('CelebrationReport'),
    handle: async ({ house, viewer, params, body }) =>
      reportWords(house, viewer, params.id, await memberOf(house, viewer, body.handle)),
  })
}

/** Celebrations under /api/v1. No answer holds a number. */
export function celebrationApi(api: Api): void {
  addReading(api)
  endpoint(api, {
    ...writing,
    method: 'post',
    path: '/spaces/{slug}/celebrations',
    summary: 'Open a celebration',
    status: 201,
    params: bySlug,
    body: newSchema,
    answer: z.object({ id: z.string() }),
    handle: async ({ house, viewer, params, body }) => ({
      id: await openCelebration(house, viewer, {
        ...body,
        space: params.slug,
        people: (body.people ?? []).join(' '),
      }),
    }),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/celebrations/{id}/rest',
    summary: 'Let it rest before its time',
    params: byId,
    handle: ({ house, viewer, params }) => restNow(house, viewer, params.id),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/celebrations/{id}',
    summary: 'Take it away, as who opened it or as a steward',
    params: byId,
    handle: ({ house, viewer, params }) => takeCelebrationAway(house, viewer, params.id),
  })
  addJoining(api)
}
