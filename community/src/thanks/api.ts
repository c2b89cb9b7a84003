import { z } from '@hono/zod-openapi'
import { readPost } from '../conversation/index.ts'
import {
  type Api,
  cursorSchema,
  endpoint,
  idSchema,
  limitSchema,
  notFound,
  pageContext,
  pageOf,
  timeSchema,
} from '../foundation/index.ts'
import { personSchema } from '../members/index.ts'
import { giveThanks } from './give-thanks.ts'
import { kudosApi } from './kudos/api.ts'
import { type Keepsake, readKeepsakes } from './read-keepsakes.ts'
import { type Note, notesUnder } from './read-notes.ts'
import { answerThanks, decideShowing, keepThanks, putAway } from './receive-thanks.ts'
import { gifts, NOTES_SHOWN, PASSAGE_LENGTH, WORDS_LENGTH } from './rules.ts'
import { takeBackThanks } from './take-back-thanks.ts'
import { valuesApi } from './values/api.ts'

const tag = 'Thanks'
const showingSchema = z.enum(['between', 'offered', 'shown', 'declined']).openapi({
  description:
    'between: stays between the two. offered: may be shown, if the receiver agrees. shown: both agreed. declined: the receiver keeps it.',
})
const giftSchema = z.enum(gifts).openapi({
  description:
    'thanks; hug, with-you or candle for a post that asks to be listened to; cheer where somebody celebrates; star for what was brought to be looked at; shout-out; readers: from a post’s author to everybody who read along; next: what came of the help.',
})
const byId = z.object({ id: idSchema })

const keepsakeSchema = z
  .object({
    id: z.string(),
    gift: giftSchema,
    passage: z.string().openapi({ description: 'The words of the entry it is about; empty for all of it.' }),
    words: z.string().openapi({ description: 'Empty where it was given without words.' }),
    value: z
      .string()
      .nullable()
      .openapi({ description: 'What of the community’s values it was for, as it was called then.' }),
    showing: showingSchema,
    from: personSchema,
    postId: z.string().nullable().openapi({ description: 'Null: for an act, or for being there.' }),
    replyId: z.string().nullable(),
    title: z.string().nullable().openapi({ description: 'Of the post; null where it is no longer for you.' }),
    createdAt: timeSchema,
  })
  .openapi('Keepsake')

const noteSchema = z
  .object({
    gift: giftSchema,
    passage: z.string(),
    words: z.string(),
    value: z.string().nullable(),
    from: z.string().openapi({ description: 'The name of who gave it.' }),
    mine: z.boolean(),
    forMe: z.boolean(),
    showing: showingSchema,
    id: z.string(),
  })
  .openapi('ThanksNote')

const notesSchema = z
  .object({
    items: z.array(
      z.object({
        replyId: z.string().nullable().openapi({ description: 'Null: for the post itself.' }),
        notes: z.array(noteSchema).openapi({ description: 'At most three; there is no total.' }),
        others: z.boolean().openapi({ description: 'Whether there are others.' }),
      }),
    ),
  })
  .openapi('ThanksUnderPost')

const givingSchema = z
  .strictObject({
    postId: idSchema,
    replyId: idSchema.nullable().default(null),
    gift: giftSchema.default('thanks'),
    passage: z
      .string()
      .max(PASSAGE_LENGTH)
      .default('')
      .openapi({ description: 'Words of the entry it is about, as they stand there.' }),
    words: z
      .string()
      .max(WORDS_LENGTH)
      .default('')
      .openapi({ description: 'What it did for you. May stay empty.' }),
    valueId: idSchema
      .optional()
      .openapi({ description: 'What of the community’s values it is for; left away for none.' }),
    showing: z.enum(['between', 'offered']).default('between'),
  })
  .openapi('GiveThanks')

function shown(one: Keepsake): z.input<typeof keepsakeSchema> {
  const {
    id,
    gift,
    passage,
    words,
    valueName: value,
    showing,
    giver,
    postId,
    replyId,
    title,
    createdAt,
  } = one
  return {
    id,
    gift,
    passage,
    words,
    value,
    showing,
    from: giver,
    postId,
    replyId,
    title: title ?? null,
    createdAt: createdAt.toISOString(),
  }
}

function shownNote(note: Note): z.input<typeof noteSchema> {
  const { id, gift, passage, words, valueName: value, showing, giverName, isMine, isForMe } = note
  return { id, gift, passage, words, value, showing, from: giverName, mine: isMine, forMe: isForMe }
}

function addGiving(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/thanks',
    tag,
    summary: 'Thank somebody for a post or a reply',
    status: 201,
    description: 'It can be taken back for 10 minutes. At most three a day between the same two people.',
    who: 'member',
    scope: 'thanks',
    body: givingSchema,
    answer: z.object({ id: z.string() }),
    async handle({ house, viewer, body: { showing, valueId: value, ...giving } }) {
      return { id: await giveThanks(house, viewer, { ...giving, value, offerToShow: showing === 'offered' }) }
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/thanks/{id}',
    tag,
    summary: 'Take a thanks back within its ten minutes',
    who: 'member',
    scope: 'thanks',
    params: byId,
    async handle({ house, viewer, params }) {
      await takeBackThanks(house, viewer, params.id)
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/thanks/{id}/showing',
    tag,
    summary: 'Say whether a thanks you were given may be shown',
    description: '"always" and "never" also answer for those to come.',
    who: 'member',
    scope: 'thanks',
    params: byId,
    body: z.strictObject({ choice: z.enum(['show', 'keep', 'always', 'never']) }),
    async handle({ house, viewer, params, body }) {
      await decideShowing(house, viewer, params.id, body.choice)
    },
  })
}

const acts = [
  { path: '/thanks/{id}/answer', summary: 'Say that it means a lot', act: answerThanks },
  { path: '/thanks/{id}/away', summary: 'Put it out of sight; who gave it is not told', act: putAway },
  { path: '/thanks/{id}/kept', summary: 'Keep what waits, or what was put away', act: keepThanks },
] as const

/** What a receiver does with what they were given. */
function addReceiving(api: Api): void {
  for (const { path, summary, act } of acts)
    endpoint(api, {
      method: 'put',
      path,
      tag,
      summary,
      who: 'member',
      scope: 'thanks',
      params: byId,
      async handle({ house, viewer, params }) {
        await act(house, viewer, params.id)
      },
    })
}

/** Thanks under /api/v1. No answer holds a number made from them. */
export function thanksApi(api: Api): void {
  addGiving(api)
  addReceiving(api)
  valuesApi(api)
  kudosApi(api)
  endpoint(api, {
    method: 'get',
    path: '/thanks',
    tag,
    summary: 'Your keepsakes: what you were thanked for, latest first',
    who: 'member',
    scope: 'thanks',
    query: z.strictObject({
      find: z.string().max(100).optional().openapi({ description: 'A name or a word.' }),
      gift: giftSchema.optional(),
      shelf: z.enum(['kept', 'waiting', 'away']).default('kept').openapi({
        description: 'waiting: from people you have not talked with. away: put away.',
      }),
      cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      limit: limitSchema,
    }),
    answer: pageOf('KeepsakePage', keepsakeSchema),
    async handle({ house, viewer, query }) {
      const { keepsakes, next } = await readKeepsakes(house, viewer, {
        before: query.cursor,
        limit: query.limit,
        shelf: query.shelf,
        ...(query.find ? { find: query.find } : {}),
        ...(query.gift ? { kinds: [query.gift] } : {}),
      })
      return { items: keepsakes.map(shown), next: next ?? null }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}/thanks',
    tag,
    summary: 'Thanks under a post and its replies, as the page shows them',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: notesSchema,
    async handle({ c, house, viewer, params }) {
      if (!(await readPost(house, viewer, params.id))) throw notFound()
      const notes = await notesUnder(house, pageContext(c), params.id)
      const items = [...notes].map(([target, list]) => ({
        replyId: target === params.id ? null : target,
        notes: list.slice(0, NOTES_SHOWN).map(shownNote),
        others: list.length > NOTES_SHOWN,
      }))
      return { items }
    },
  })
}
