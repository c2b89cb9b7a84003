import { z } from '@hono/zod-openapi'
import {
  type Api,
  endpoint,
  idSchema,
  isMember,
  notFound,
  type PageContext,
  timeSchema,
} from '../foundation/index.ts'
import { activeWriters, experimentKinds } from './kinds.ts'
import { leaveExperiments } from './leave.ts'
import { prospectsOf } from './office-pages.tsx'
import type { Known } from './parts.tsx'
import { experimentPolicy } from './policy.ts'
import { knownExperiments } from './read-experiments.ts'
import { ACTIVE_AT_LEAST, settledAt, stateOf, toldOf } from './rules.ts'
import { startExperiment, stopExperiment } from './start-experiment.ts'
import { hasLeft } from './store.ts'

const tag = 'Experiments'

const outcomeSchema = z.object({
  outcome: z.string(),
  label: z.string(),
  measure: z.enum(['share', 'mean']),
  usual: z.number(),
  heldOut: z.number(),
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().openapi({
    description: 'Usual minus held out, with its 95% interval. Null where it happened too seldom to compare.',
  }),
  seen: z.boolean().openapi({ description: 'Whether it may be said that there is an effect.' }),
})

const experimentSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    about: z.string(),
    counted: z.string(),
    state: z.enum(['running', 'settling', 'done', 'stopped']),
    startedAt: timeSchema,
    endsAt: timeSchema,
    resultFrom: timeSchema,
    result: z
      .object({
        usual: z.number().int(),
        heldOut: z.number().int(),
        left: z.object({ usual: z.number().int(), heldOut: z.number().int() }),
        outcomes: z
          .array(outcomeSchema)
          .openapi({ description: 'Empty where too few members were counted.' }),
      })
      .nullable(),
  })
  .openapi('Experiment')

function shown(
  t: PageContext['t'],
  { experiment, kind }: Known,
  now: Date,
): z.input<typeof experimentSchema> {
  const { result, left } = experiment
  const outcomes = result ? toldOf(kind.outcomes, result) : []
  return {
    id: experiment.id,
    kind: kind.name,
    label: t(kind.label),
    about: t(kind.about),
    counted: t(kind.counted),
    state: stateOf(experiment, now),
    startedAt: experiment.startedAt.toISOString(),
    endsAt: experiment.endsAt.toISOString(),
    resultFrom: settledAt(experiment).toISOString(),
    result: result && {
      usual: result.usual,
      heldOut: result.heldOut,
      left,
      outcomes: outcomes.map(({ name, judged, ...told }) => ({
        ...told,
        outcome: name,
        difference: judged?.difference ?? null,
        seen: judged?.seen ?? false,
        label: t(kind.outcomes.find((one) => one.name === name)!.label),
      })),
    },
  }
}

const prospectSchema = z
  .object({
    activeMembers: z.number().int(),
    activeAtLeast: z.number().int(),
    kinds: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        prospects: z.array(
          z.object({
            weeks: z.number().int(),
            reach: z.number().int().openapi({ description: 'About so many members would be counted.' }),
            smallest: z
              .number()
              .openapi({ description: 'The smallest difference that would be seen, 0 to 1.' }),
            whyNot: z.enum(['too_few_active', 'too_little_to_see']).nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('ExperimentProspects')

function memberApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/experiments',
    tag,
    summary: 'What is being tried here, what came of what was, and whether you left all of it',
    who: 'anyone',
    scope: 'read',
    answer: z.object({
      left: z.boolean().nullable().openapi({ description: 'Null for who is not a member.' }),
      items: z.array(experimentSchema),
    }),
    async handle({ c, house, viewer }) {
      const [all, left] = await Promise.all([
        knownExperiments(house, viewer.communityId),
        isMember(viewer) ? hasLeft(house.db, viewer) : null,
      ])
      return { left, items: all.map((known) => shown(c.var.t, known, house.clock.now())) }
    },
  })
  endpoint(api, {
    method: 'patch',
    path: '/experiments',
    tag,
    summary: 'Leave all experiments, running and to come, or take part again',
    who: 'member',
    scope: 'write',
    body: z.strictObject({ left: z.boolean() }).openapi('LeaveExperiments'),
    handle: ({ house, viewer, body }) => leaveExperiments(house, viewer, body.left),
  })
}

/** Experiments under /api/v1. */
export function experimentApi(api: Api): void {
  memberApi(api)
  endpoint(api, {
    method: 'get',
    path: '/experiments/prospects',
    tag,
    summary: 'Whether the community is large enough to learn anything; for administrators',
    who: 'member',
    scope: 'read',
    answer: prospectSchema,
    async handle({ c, house, viewer }) {
      if (!experimentPolicy.run(viewer)) throw notFound()
      const { communityId } = viewer
      const activeMembers = await activeWriters(house, communityId)
      const kinds = experimentKinds(house).map(async (kind) => ({
        kind: kind.name,
        label: c.var.t(kind.label),
        prospects: (await prospectsOf(house, communityId, kind, activeMembers)).map(({ whyNot, ...one }) => ({
          ...one,
          whyNot: whyNot ?? null,
        })),
      }))
      return { activeMembers, activeAtLeast: ACTIVE_AT_LEAST, kinds: await Promise.all(kinds) }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/experiments',
    tag,
    summary: 'Begin an experiment; for administrators',
    who: 'member',
    scope: 'write',
    body: z.strictObject({ kind: z.string(), weeks: z.number().int() }).openapi('BeginExperiment'),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ house, viewer, body }) => ({
      id: await startExperiment(house, viewer, body.kind, body.weeks),
    }),
  })
  endpoint(api, {
    method: 'post',
    path: '/experiments/{id}/stop',
    tag,
    summary: 'Stop an experiment before its time, after which nothing is shown of it; for administrators',
    who: 'member',
    scope: 'write',
    params: z.object({ id: idSchema }),
    handle: ({ house, viewer, params }) => stopExperiment(house, viewer, params.id),
  })
}
