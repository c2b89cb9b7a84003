import { z } from 'zod'
import { ended, spoke } from '../attention/index.ts'
import { type App, type AppContext, KindlingError, readForm, requireMember } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import { mayPause } from './may-pause.ts'
import { composerErrors } from './words.ts'

const askedForm = z.object({ grave: z.enum(['yes', 'no']).default('no') })
const outcomeForm = z.object({ outcome: z.string().default('') })

/** Never kept: it changes with every pause. */
async function tellMay(c: AppContext): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.json(await mayPause(c.var.house, requireMember(c)))
}

/** The script showed the panel. */
async function takeAsked(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, askedForm)
  await spoke(c.var.house, viewer, pauseKind, result.ok && result.value.grave === 'yes')
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
  return c.body(null, 204)
}

/** What the script in a writing form asks and tells: whether the pause may speak, that it did, what came of it. No text. */
export function composerRoutes(app: App): void {
  app.get('/composer/pause', tellMay)
  app.post('/composer/pause', takeAsked)
  app.post('/composer/pause/outcome', takeOutcome)
}
