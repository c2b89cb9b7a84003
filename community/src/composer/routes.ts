import { z } from 'zod'
import { ended, spoke } from '../attention/index.ts'
import { type App, type AppContext, KindlingError, readForm, requireMember } from '../foundation/index.ts'
import { visibleSpace } from '../spaces/index.ts'
import { pauseKind } from './kind.ts'
import { pauseStanding } from './may-pause.ts'
import { offerTo } from './own-model/index.ts'
import { policyOf } from './policy/index.ts'
import { type PauseState, USUAL } from './rules.ts'
import { armOf, countTold, noteAnswer, pauseTrial } from './trial/pause-trial.ts'
import { composerErrors } from './words.ts'

const askedForm = z.object({
  grave: z.enum(['yes', 'no']).default('no'),
  trial: z.enum(['asked', 'held_out']).optional(),
})
const outcomeForm = z.object({ outcome: z.string().default(''), trial: z.literal('yes').optional() })

/** The space that an address names, where this member sees it. */
async function spaceNamed(c: AppContext) {
  const slug = c.req.query('space')
  return slug ? visibleSpace(c.var.house, c.var.viewer, slug) : undefined
}

/** Never kept: it changes with every pause. With what the space decided, where one is named that this member sees. */
async function tellMay(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const space = await spaceNamed(c)
  const { often, silent, headings } = space ? await policyOf(house.db, viewer.communityId, space.id) : USUAL
  c.header('cache-control', 'no-store')
  const [{ may, tired }, more] = await Promise.all([
    pauseStanding(house, viewer),
    offerTo(house, viewer, c.var.t),
  ])
  const trial = may.ordinary ? armOf(await pauseTrial(house, viewer, space?.kind)) : undefined
  const told: PauseState = { may, policy: { often, silent, headings }, tired, trial, more }
  return c.json(told)
}

/** The script showed the panel, or would have and kept still because the pause is tried here. */
async function takeAsked(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const result = await readForm(c, askedForm)
  const grave = result.ok && result.value.grave === 'yes'
  const trial = result.ok && !grave ? result.value.trial : undefined
  if (trial) await countTold(house, viewer, (await spaceNamed(c))?.kind)
  if (trial !== 'held_out') await spoke(house, viewer, pauseKind, { grave })
  return tellMay(c)
}

/** What came of it. */
async function takeOutcome(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, outcomeForm)
  const outcome = result.ok ? result.value.outcome : ''
  if (outcome !== 'heeded' && outcome !== 'dismissed')
    throw new KindlingError('outcome_unknown', composerErrors.outcomeUnknown, { status: 422 })
  await ended(c.var.house, viewer, pauseKind, outcome)
  if (result.ok && result.value.trial) await noteAnswer(c.var.house, viewer, outcome === 'heeded')
  return c.body(null, 204)
}

/** What the script in a writing form asks and tells: whether the pause may speak, that it did, what came of it. No text. */
export function composerRoutes(app: App): void {
  app.get('/composer/pause', tellMay)
  app.post('/composer/pause', takeAsked)
  app.post('/composer/pause/outcome', takeOutcome)
}
