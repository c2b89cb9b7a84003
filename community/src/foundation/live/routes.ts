import { KindlingError } from '../errors/kindling-error.ts'
import type { App } from '../feature.ts'
import type { House } from '../house.ts'
import { type AppContext, notFound, requireMember } from '../http/request.ts'
import { type Listening, parseTopic } from './topic.ts'
import { liveErrors as e } from './words.ts'

const MOST_TOPICS = 4

/** What the page asks to hear, as far as it may. Asking for what is not there and for what is not yours look alike. */
async function allowed(c: AppContext, house: House): Promise<Listening[]> {
  const viewer = requireMember(c)
  const wanted = [...new Set(c.req.queries('topic') ?? [])]
  if (wanted.length === 0 || wanted.length > MOST_TOPICS)
    throw new KindlingError('topics_wrong', e.topics, { status: 400, values: { count: MOST_TOPICS } })
  const topics = house.features.flatMap((feature) => feature.live ?? [])
  const parsed = wanted.map((one) => parseTopic(topics, one))
  const listening = parsed.filter((one) => one !== undefined)
  const may = await Promise.all(listening.map(({ topic, key }) => topic.mayListen(house, viewer, key)))
  if (listening.length < wanted.length || may.includes(false)) throw notFound()
  return listening
}

async function open(c: AppContext): Promise<Response> {
  const { house } = c.var
  const viewer = requireMember(c)
  const listening = await allowed(c, house)
  const since = Number(c.req.query('since'))
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store',
    // Proxies that collect answers would hold every event back.
    'x-accel-buffering': 'no',
  }
  // Who asks for the head alone reads nothing: a connection opened for them would never be closed.
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  const body = await house.live.open(viewer, {
    listening,
    lastEventId: c.req.header('last-event-id'),
    since: Number.isFinite(since) && since > 0 ? since : undefined,
  })
  return c.body(body, 200, headers)
}

/** `/live`: server-sent events for open pages of members. */
export function liveRoutes(app: App): void {
  app.get('/live', (c) => open(c))
}
