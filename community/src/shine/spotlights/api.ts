import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  handleSchema,
  idSchema,
  limitSchema,
  notFound,
  pageOf,
  timeSchema,
} from '../../foundation/index.ts'
import { membersById, personSchema } from '../../members/index.ts'
import { answerSpotlight, endSpotlight, stepWords } from './answer.ts'
import { askOne, becomeHost, drawThree, handBack, readHosts } from './host-month.ts'
import { spotlightsOpen } from './open-here.ts'
import { spotlightPolicy } from './policy.ts'
import { readKept, readPreview, readSpotlight } from './read-spotlight.ts'
import { answers, askedUntil } from './rules.ts'
import { askedById, choicesOf, setChoices } from './store.ts'
import type { Sentence } from './words-store.ts'
import { takeBackWords, writeAbout } from './write-about.ts'

const tag = 'Spotlights'
const byId = z.object({ id: idSchema })
const reading = { tag, who: 'member', scope: 'read' } as const
const own = { tag, who: 'member', scope: 'thanks' } as const

const sentenceSchema = z.object({ words: z.string(), from: personSchema }).openapi('SpotlightSentence')

const spotlightSchema = z
  .object({
    spotlight: z
      .object({
        id: z.string(),
        person: personSchema,
        sentences: z.array(sentenceSchema).openapi({ description: 'At most three; there is no total.' }),
        until: timeSchema,
      })
      .nullable(),
  })
  .openapi('Spotlight')

const keptSchema = z
  .object({
    id: z.string(),
    words: z.string(),
    from: personSchema,
    hidden: z.boolean().openapi({ description: 'Only you see it, also where the others are shown.' }),
    writtenAt: timeSchema,
  })
  .openapi('SpotlightKeepsake')

const keptPageSchema = pageOf('SpotlightKeepsakes', keptSchema)
  .extend({
    asked: z
      .object({
        id: z.string(),
        until: timeSchema.openapi({ description: 'Open for an answer until then.' }),
        answer: z.enum(answers).nullable(),
      })
      .nullable()
      .openapi({ description: 'What you were asked last; null where you never were.' }),
  })
  .openapi('SpotlightKeptPage')

const previewSchema = z
  .object({
    sentences: z.array(sentenceSchema).openapi({ description: 'What others would read: at most three.' }),
    more: z.boolean().openapi({ description: 'There is no room for all. Hide one to change which.' }),
    from: timeSchema.nullable().openapi({ description: 'When it would begin; null where that is at once.' }),
  })
  .openapi('SpotlightPreview')

const choicesSchema = z
  .strictObject({
    asks: z.boolean().openapi({ description: 'You may be asked whether others are told about you.' }),
    written: z.boolean().openapi({ description: 'Others may write about you.' }),
  })
  .openapi('SpotlightChoices')

const shownSentence = ({ words, writer }: Sentence) => ({
  words,
  from: { handle: writer.handle, name: writer.name },
})

function addShown(api: Api): void {
  endpoint(api, {
    ...reading,
    method: 'get',
    path: '/spotlight',
    summary: 'Who stands in the light, in the words of the others',
    answer: spotlightSchema,
    async handle({ house, viewer }) {
      if (!(await spotlightsOpen(house, viewer.communityId))) throw notFound()
      const view = await readSpotlight(house, viewer)
      if (!view) return { spotlight: null }
      const person = { handle: view.member.handle, name: view.member.name }
      const sentences = view.sentences.map(shownSentence)
      return { spotlight: { id: view.id, person, sentences, until: view.until.toISOString() } }
    },
  })
  endpoint(api, {
    ...own,
    method: 'put',
    path: '/spotlight/about/{handle}',
    summary: 'Write one or two sentences about somebody',
    description:
      'Unseen by others and uncounted. It reaches them, with your name. Written again, it changes.',
    params: z.object({ handle: handleSchema }),
    body: z.strictObject({ words: z.string() }).openapi('WriteAbout'),
    answer: z.object({ id: z.string() }),
    handle: async ({ house, viewer, params, body }) => ({
      id: await writeAbout(house, viewer, params.handle, body.words),
    }),
  })
  endpoint(api, {
    ...own,
    method: 'delete',
    path: '/spotlight/words/{id}',
    summary: 'Take back words of yours that nobody has read',
    params: byId,
    async handle({ house, viewer, params }) {
      await takeBackWords(house, viewer, params.id)
    },
  })
}

function addKept(api: Api): void {
  endpoint(api, {
    ...own,
    method: 'get',
    path: '/spotlight/kept',
    summary: 'What others wrote about you, latest first',
    query: z.strictObject({
      cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      limit: limitSchema,
    }),
    answer: keptPageSchema,
    async handle({ house, viewer, query }) {
      const { asked, sentences, next } = await readKept(house, viewer, {
        before: query.cursor,
        limit: query.limit,
      })
      const items = sentences.map((one) => ({
        id: one.id,
        ...shownSentence(one),
        hidden: one.hidden,
        writtenAt: one.writtenAt.toISOString(),
      }))
      const question = asked && {
        id: asked.id,
        until: askedUntil(asked).toISOString(),
        answer: asked.answer,
      }
      return { items, next: next ?? null, asked: question ?? null }
    },
  })
  endpoint(api, {
    ...own,
    method: 'get',
    path: '/spotlight/{id}/preview',
    summary: 'What others would read of you, before you answer',
    params: byId,
    answer: previewSchema,
    async handle({ house, viewer, params }) {
      const asked = await askedById(house.db, viewer.communityId, params.id)
      if (!asked || !spotlightPolicy.answer(viewer, asked, house.clock.now())) throw notFound()
      const { sentences, more, from } = await readPreview(house, viewer, asked)
      return { sentences: sentences.map(shownSentence), more, from: from?.toISOString() ?? null }
    },
  })
  endpoint(api, {
    ...own,
    method: 'put',
    path: '/spotlight/words/{id}/showing',
    summary: 'Hide a sentence about you, or let it be seen',
    params: byId,
    body: z.strictObject({ step: z.enum(['hide', 'show']) }).openapi('SpotlightWordsStep'),
    async handle({ house, viewer, params, body }) {
      await stepWords(house, viewer, params.id, body.step)
    },
  })
  endpoint(api, {
    ...own,
    method: 'put',
    path: '/spotlight/{id}/answer',
    summary: 'Say whether the others are told about you',
    description: 'Nobody is told what you answer. After "no" you are not asked again.',
    params: byId,
    body: z.strictObject({ answer: z.enum(answers) }).openapi('AnswerSpotlight'),
    async handle({ house, viewer, params, body }) {
      await answerSpotlight(house, viewer, params.id, body.answer)
    },
  })
  endpoint(api, {
    ...own,
    method: 'delete',
    path: '/spotlight/{id}',
    summary: 'Take down what is shown of you',
    params: byId,
    async handle({ house, viewer, params }) {
      await endSpotlight(house, viewer, params.id)
    },
  })
}

function addChoices(api: Api): void {
  endpoint(api, {
    ...own,
    method: 'get',
    path: '/spotlight/choices',
    summary: 'What you want of spotlights',
    answer: choicesSchema,
    handle: ({ house, viewer }) => choicesOf(house.db, viewer.communityId, viewer.memberId),
  })
  endpoint(api, {
    ...own,
    method: 'put',
    path: '/spotlight/choices',
    summary: 'Say what you want of spotlights',
    body: choicesSchema,
    async handle({ house, viewer, body }) {
      await setChoices(house.db, viewer.communityId, viewer.memberId, body)
    },
  })
}

function addHosting(api: Api): void {
  endpoint(api, {
    ...reading,
    method: 'get',
    path: '/spotlight/host',
    summary: 'Who hosts the spotlight this month',
    answer: z.object({ host: personSchema.nullable() }),
    async handle({ house, viewer }) {
      if (!(await spotlightsOpen(house, viewer.communityId))) throw notFound()
      const { hostId } = await readHosts(house, viewer.communityId)
      const host = hostId && (await membersById(house.db, viewer.communityId, [hostId])).get(hostId)
      return { host: host ? { handle: host.handle, name: host.name } : null }
    },
  })
  endpoint(api, {
    ...own,
    method: 'put',
    path: '/spotlight/host',
    summary: 'Host the spotlight this month',
    async handle({ house, viewer }) {
      await becomeHost(house, viewer)
    },
  })
  endpoint(api, {
    ...own,
    method: 'delete',
    path: '/spotlight/host',
    summary: 'Hand the month back',
    async handle({ house, viewer }) {
      await handBack(house, viewer)
    },
  })
  endpoint(api, {
    ...own,
    method: 'post',
    path: '/spotlight/draw',
    summary: 'As host, be shown three people by lot',
    description: 'Once in each half of a month; asked again, it answers the same.',
    answer: z.object({ people: z.array(personSchema) }),
    async handle({ house, viewer }) {
      const ids = await drawThree(house, viewer)
      const known = await membersById(house.db, viewer.communityId, ids)
      return {
        people: ids.flatMap((id) => known.get(id) ?? []).map(({ handle, name }) => ({ handle, name })),
      }
    },
  })
  endpoint(api, {
    ...own,
    method: 'post',
    path: '/spotlight/draw/asked',
    summary: 'As host, ask one of the three',
    description: 'What they answer is told to nobody.',
    body: z.strictObject({ handle: handleSchema }).openapi('AskForSpotlight'),
    async handle({ house, viewer, body }) {
      const ids = await drawThree(house, viewer)
      const known = [...(await membersById(house.db, viewer.communityId, ids)).values()]
      const one = known.find(({ handle }) => handle === body.handle)
      if (!one) throw notFound()
      await askOne(house, viewer, one.id)
    },
  })
}

/** Spotlights under /api/v1. No answer holds a number made from them, and none says who said no. */
export function spotlightApi(api: Api): void {
  addShown(api)
  addChoices(api)
  addHosting(api)
  addKept(api)
}
