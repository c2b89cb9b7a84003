import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  idSchema,
  limitSchema,
  type MemberViewer,
  notFound,
  pageOf,
} from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import { addIdea, takeIdeaAway } from './add-idea.ts'
import { didAct, takeStoryBack, tellStory, undoAct } from './do-act.ts'
import { kindActsOpen } from './open-here.ts'
import { type ActView, readAct, readActs, readDone, readStories, readToday } from './read-acts.ts'

const tag = 'Kind acts'
const byId = z.object({ id: idSchema })
const paging = z.strictObject({
  cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  limit: limitSchema,
})
const reading = { tag, who: 'member', scope: 'read', method: 'get' } as const
const writing = { tag, who: 'member', scope: 'write' } as const

const actSchema = z
  .object({
    id: z.string(),
    words: z.string(),
    from: personSchema,
    did: z.boolean().openapi({ description: 'You did it. What others did is theirs.' }),
  })
  .openapi('KindAct')

const storySchema = z
  .object({ id: z.string(), words: z.string(), from: personSchema })
  .openapi('KindActStory')
const wordsBody = z.strictObject({ words: z.string() }).openapi('KindActWords')

const shown = ({ id, words, author, did }: ActView) => ({ id, words, from: author, did })

/** Where kind acts are not there yet, nothing is. */
async function need(house: House, viewer: MemberViewer): Promise<void> {
  if (!(await kindActsOpen(house, viewer.communityId))) throw notFound()
}

function addReading(api: Api): void {
  endpoint(api, {
    ...reading,
    path: '/kind-acts',
    summary: 'Ideas for kind acts, latest first',
    query: paging,
    answer: pageOf('KindActPage', actSchema),
    async handle({ house, viewer, query }) {
      await need(house, viewer)
      const { acts, next } = await readActs(house, viewer, { before: query.cursor, limit: query.limit })
      return { items: acts.map(shown), next: next ?? null }
    },
  })
  endpoint(api, {
    ...reading,
    path: '/kind-acts/today',
    summary: 'The kind act that stands on the page today',
    answer: z.object({ act: actSchema.nullable() }),
    async handle({ house, viewer }) {
      await need(house, viewer)
      const act = await readToday(house, viewer)
      return { act: act ? shown(act) : null }
    },
  })
  endpoint(api, {
    ...reading,
    path: '/kind-acts/done',
    summary: 'What you did, latest first; seen by you alone',
    query: paging,
    answer: pageOf('KindActDonePage', actSchema),
    async handle({ house, viewer, query }) {
      await need(house, viewer)
      const { done, next } = await readDone(house, viewer, { before: query.cursor, limit: query.limit })
      return { items: done.map(({ act }) => shown(act)), next: next ?? null }
    },
  })
  endpoint(api, {
    ...reading,
    path: '/kind-acts/{id}',
    summary: 'An idea, and what was told of it',
    params: byId,
    answer: z.object({
      act: actSchema,
      stories: z.array(storySchema).openapi({ description: 'At most three; there is no total.' }),
      others: z.boolean().openapi({ description: 'Whether there are others.' }),
    }),
    async handle({ house, viewer, params }) {
      await need(house, viewer)
      const act = await readAct(house, viewer, params.id)
      if (!act) throw notFound()
      const { stories, others } = await readStories(house, viewer, params.id)
      const told = stories.map(({ id, words, name, handle }) => ({ id, words, from: { name, handle } }))
      return { act: shown(act), stories: told, others }
    },
  })
}

/** Kind acts under /api/v1. No answer says who did one, nor how many. */
export function kindActApi(api: Api): void {
  addReading(api)
  endpoint(api, {
    ...writing,
    method: 'post',
    path: '/kind-acts',
    summary: 'Add an idea for a kind act',
    status: 201,
    body: wordsBody,
    answer: z.object({ id: z.string() }),
    handle: async ({ house, viewer, body }) => ({ id: await addIdea(house, viewer, body.words) }),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/kind-acts/{id}',
    summary: 'Take an idea of yours away, or any as a steward',
    params: byId,
    handle: ({ house, viewer, params }) => takeIdeaAway(house, viewer, params.id),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/kind-acts/{id}/did',
    summary: 'Say that you did it; seen by you alone',
    params: byId,
    handle: ({ house, viewer, params }) => didAct(house, viewer, params.id),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/kind-acts/{id}/did',
    summary: 'Say that you did not, after all',
    params: byId,
    handle: ({ house, viewer, params }) => undoAct(house, viewer, params.id),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/kind-acts/{id}/story',
    summary: 'Tell how it went',
    params: byId,
    body: wordsBody,
    handle: ({ house, viewer, params, body }) => tellStory(house, viewer, params.id, body.words),
  })
  endpoint(api, {
    ...writing,
    method: 'delete',
    path: '/kind-acts/{id}/story',
    summary: 'Keep your story to yourself again',
    params: byId,
    handle: ({ house, viewer, params }) => takeStoryBack(house, viewer, params.id, viewer.memberId),
  })
}
