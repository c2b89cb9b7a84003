import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema, timeSchema } from '../foundation/index.ts'
import { askAgain } from './ask-again.ts'
import { decideCase } from './decide-case.ts'
import { hideHeld, letThrough } from './look-at-held.ts'
import { type CaseView, readCase } from './read-case.ts'
import { type HeldEntry, readAllHeld } from './read-held.ts'
import { readAllOwnHidden } from './read-notices.ts'
import { readWaitingCases, type WaitingCase } from './read-today.ts'
import { authorSays, caseStates, decisionKinds, REASON_LENGTH, wishes } from './rules.ts'

const tag = 'Looking after the place'
const byId = z.object({ id: idSchema })
const words = z.string().max(REASON_LENGTH)
const heldPlace = { postId: z.string(), replyId: z.string().nullable() }
const place = {
  kind: z.string().openapi({
    description: '`entry` for a post or a reply, else what it is: `message`, `thanks` and so on.',
  }),
  postId: z.string().nullable().openapi({ description: 'Null where it is no post or reply.' }),
  replyId: z.string().nullable(),
}
const someone = z
  .string()
  .nullable()
  .openapi({ description: 'A name; null where there is none to show you.' })

const waitingSchema = z
  .object({
    id: z.string(),
    kind: place.kind,
    isReply: z.boolean(),
    space: z.string().nullable().openapi({ description: 'Null where it stands in no space.' }),
    why: z.enum(['reported', 'asked', 'changed']).openapi({
      description: 'Nobody has decided; its author asked for another look; its author changed it.',
    }),
    wish: z.enum(wishes).openapi({ description: 'The strongest of the wishes.' }),
    noted: z.boolean().openapi({ description: 'A colleague left a note.' }),
    since: timeSchema,
  })
  .openapi('WaitingCase')

const caseSchema = z
  .object({
    id: z.string(),
    state: z.enum(caseStates),
    version: z.int().openapi({ description: 'Send it as `seen` with what you decide.' }),
    ...place,
    title: z.string(),
    space: z
      .object({ slug: z.string(), name: z.string() })
      .nullable()
      .openapi({ description: 'Null where it stands in no space.' }),
    lines: z
      .array(
        z.object({
          id: z.string(),
          reported: z.boolean(),
          author: someone,
          html: z.string(),
          at: timeSchema,
        }),
      )
      .openapi({
        description:
          'What was said around a post or reply; of all else only what its reporter sent along, until the case is over.',
      }),
    reports: z.array(
      z.object({
        by: someone,
        wish: z.enum(wishes),
        note: z.string(),
        answered: z.boolean(),
        createdAt: timeSchema,
      }),
    ),
    trail: z
      .array(
        z.object({
          by: someone,
          what: z.enum(decisionKinds),
          reason: words,
          toReporter: words,
          at: timeSchema,
        }),
      )
      .openapi({ description: 'What stewards did so far.' }),
    authorWords: z.array(z.object({ kind: z.enum(authorSays), words, at: timeSchema })),
    steps: z.array(z.enum(decisionKinds)).openapi({ description: 'What you may do next.' }),
  })
  .openapi('Case')

const heldSchema = z
  .object({
    id: z.string(),
    ...heldPlace,
    title: z.string(),
    space: z.string(),
    author: someone,
    html: z.string(),
    sites: z.array(z.string()).openapi({ description: 'Other sites it leads to.' }),
    since: timeSchema,
  })
  .openapi('HeldEntry')

const ownHiddenSchema = z
  .object({ id: z.string(), ...place, reason: z.string(), html: z.string() })
  .openapi('HiddenEntry')

const stepSchema = z
  .strictObject({
    what: z.enum(decisionKinds).openapi({ description: 'One of the `steps` of the case.' }),
    seen: z.int().min(0).openapi({ description: 'The `version` you decide on.' }),
    reason: words
      .default('')
      .openapi({ description: 'What the author reads; with a note, what colleagues read.' }),
    toReporter: words.default('').openapi({ description: 'What who reported it reads.' }),
  })
  .openapi('CaseStep')

function waiting(one: WaitingCase): z.input<typeof waitingSchema> {
  const { id, kind, isReply, spaceName, why, wish, noted, since } = one
  return { id, kind, isReply, space: spaceName ?? null, why, wish, noted, since: since.toISOString() }
}

function shown(one: CaseView): z.input<typeof caseSchema> {
  const { id, state, version, kind, postId, replyId, title, space, steps } = one
  return {
    ...{ id, state, version, kind, postId, replyId, title, steps },
    space: space ? { slug: space.slug, name: space.name } : null,
    lines: one.lines.map((line) => ({
      id: line.id,
      reported: line.id === one.entryId,
      author: line.author?.name ?? null,
      html: line.html,
      at: line.createdAt.toISOString(),
    })),
    reports: one.reports.map(({ by, wish, note, answered, createdAt }) => ({
      ...{ by: by ?? null, wish, note, answered },
      createdAt: createdAt.toISOString(),
    })),
    trail: one.trail.map(({ by, what, reason, toReporter, at }) => ({
      ...{ by: by ?? null, what, reason, toReporter },
      at: at.toISOString(),
    })),
    authorWords: one.authorWords.map((said) => ({ ...said, at: said.at.toISOString() })),
  }
}

function heldShown(one: HeldEntry): z.input<typeof heldSchema> {
  const { id, title, html, sites, spaceName, author } = one
  const { postId, replyId } = one.place
  return {
    ...{ id, postId, replyId, title, html, sites },
    ...{ space: spaceName, author: author ?? null, since: one.since.toISOString() },
  }
}

function caseEndpoints(api: Api): void {
  const forStewards = { tag, who: 'steward', scope: 'steward' } as const
  endpoint(api, {
    ...forStewards,
    method: 'get',
    path: '/cases',
    summary: 'Cases that wait for you, a few at a time',
    answer: z.object({ items: z.array(waitingSchema) }),
    handle: async ({ house, viewer }) => ({ items: (await readWaitingCases(house, viewer)).map(waiting) }),
  })
  endpoint(api, {
    ...forStewards,
    method: 'get',
    path: '/cases/{id}',
    summary: 'One case: what was said, who reported it, what was done',
    description: 'Not found for who wrote what it is about, whatever their role.',
    params: byId,
    answer: caseSchema,
    handle: async ({ house, viewer, params }) => shown(await readCase(house, viewer, params.id)),
  })
  endpoint(api, {
    ...forStewards,
    method: 'post',
    path: '/cases/{id}/steps',
    summary: 'Decide a case, leave a note, or answer who reported it',
    description: 'Refused with `already_decided` where a colleague was quicker.',
    params: byId,
    body: stepSchema,
    answer: caseSchema,
    async handle({ house, viewer, params, body }) {
      await decideCase(house, viewer, { caseId: params.id, ...body })
      return shown(await readCase(house, viewer, params.id))
    },
  })
}

function heldEndpoints(api: Api): void {
  const forStewards = { tag, who: 'steward', scope: 'steward' } as const
  endpoint(api, {
    ...forStewards,
    method: 'get',
    path: '/held',
    summary: 'What new members wrote with links, and waits for a look',
    answer: z.object({ items: z.array(heldSchema) }),
    handle: async ({ house, viewer }) => ({ items: (await readAllHeld(house, viewer)).map(heldShown) }),
  })
  endpoint(api, {
    ...forStewards,
    method: 'post',
    path: '/held/{id}/let-through',
    summary: 'Let it through',
    params: byId,
    handle: ({ house, viewer, params }) => letThrough(house, viewer, params.id),
  })
  endpoint(api, {
    ...forStewards,
    method: 'post',
    path: '/held/{id}/hide',
    summary: 'Hide it with a reason that its author reads',
    params: byId,
    body: z.strictObject({ reason: words }).openapi('HidingHeld'),
    answer: caseSchema,
    async handle({ house, viewer, params, body }) {
      const id = await hideHeld(house, viewer, params.id, body.reason)
      return shown(await readCase(house, viewer, id))
    },
  })
}

function authorEndpoints(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/hidden',
    tag: 'Reports',
    who: 'member',
    scope: 'read',
    summary: 'What of yours is hidden, and why',
    answer: z.object({ items: z.array(ownHiddenSchema) }),
    async handle({ house, viewer }) {
      const all = await readAllOwnHidden(house, viewer)
      return {
        items: all.map(({ caseId, kind, postId, replyId, reason, html }) => ({
          id: caseId,
          kind,
          postId,
          replyId,
          reason,
          html,
        })),
      }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/hidden/{id}/look-again',
    tag: 'Reports',
    who: 'member',
    scope: 'write',
    summary: 'Say that you have changed it, or that hiding it seems wrong to you',
    params: byId,
    body: z.strictObject({ kind: z.enum(authorSays), words: words.default('') }).openapi('LookAgain'),
    async handle({ house, viewer, params, body }) {
      await askAgain(house, viewer, { caseId: params.id, ...body })
    },
  })
}

/** What stewards do, under /api/v1, and the way back for whoever's words are hidden. */
export function caseApi(api: Api): void {
  caseEndpoints(api)
  heldEndpoints(api)
  authorEndpoints(api)
}
