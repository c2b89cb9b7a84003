import { type App, type AppContext, requireMember } from '../foundation/index.ts'
import { memberByHandle } from '../members/index.ts'
import { showBlock, showBoundaries, takeBounds } from './pages.tsx'
import { type BoundsAct, boundsActs } from './rules.ts'
import { blocksBetween } from './store.ts'

/** What just happened, from the address; a name only where its owner has not blocked the viewer. */
async function said(c: AppContext): Promise<{ act: BoundsAct; name: string } | undefined> {
  const viewer = requireMember(c)
  const act = boundsActs.find((one) => one === c.req.query('did'))
  const handle = c.req.query('who') ?? ''
  if (!act || !handle || handle.length > 60) return undefined
  const { db } = c.var.house
  const other = await memberByHandle(db, viewer.communityId, handle)
  if (!other) return undefined
  const bound = { communityId: viewer.communityId, ownerId: viewer.memberId, otherId: other.id }
  const { mine, theirs } = await blocksBetween(db, bound)
  if (mine !== (act === 'block') || (theirs && !mine)) return undefined
  return { act, name: other.name }
}

export function boundsRoutes(app: App): void {
  app.get('/settings/boundaries', async (c) => showBoundaries(c, await said(c)))
  app.get('/bounds/:handle/block', (c) => showBlock(c, c.req.param('handle')))
  for (const act of boundsActs)
    app.post(`/bounds/:handle/${act}`, (c) => takeBounds(c, c.req.param('handle'), act))
}
