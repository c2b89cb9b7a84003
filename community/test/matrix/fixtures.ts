import type { TestApp } from '../kit/app.ts'
import { type Asked, form, json, partsOf, type Thread, type Values } from './corner.ts'
import { cornerOf } from './matrix.ts'

/** A thread of the owner's, as new as the question: what one answer changed does not decide the next. */
async function freshThread(place: TestApp, { owner, space }: Asked): Promise<Thread> {
  const post = await place.post(owner, space)
  return { post, reply: await place.reply(owner, post) }
}

const reading = new WeakMap<TestApp, Thread>()

/** Reading changes nothing, so that all of it can be about one thread; what acts on a thread gets its own. */
async function threadFor(place: TestApp, asked: Asked): Promise<Thread> {
  const [method, pattern] = partsOf(asked.route)
  const own = !isAskedFirst(asked) && (cornerOf(asked.route).ownThread?.(method, pattern) ?? false)
  const known = own ? undefined : reading.get(place)
  if (known && method === 'GET') return known
  await putBack(place, asked)
  if (known) return known
  const thread = await freshThread(place, asked)
  if (!own) reading.set(place, thread)
  return thread
}

/** Undoes what the last answer may have changed for everybody. */
async function putBack(place: TestApp, { space }: Asked): Promise<void> {
  // Changing how one signs in asks for a sign-in of just now; the clock moves with every post.
  const now = place.house.clock.now().toISOString()
  await place.house.pool.query(`delete from limits; delete from blocks; delete from mutes;
    update spaces set archived_at = null where id = '${space.id}'; update sessions set created_at = '${now}'`)
}

/** What most forms, and most of the API, take. */
function usualBody({ route, space }: Asked, { post }: Thread): RequestInit {
  if (partsOf(route)[1].startsWith('/api/')) return json({ body: 'Hello' })
  return form({ title: 'Hello', body: 'Hello', words: 'Hello', space: space.slug, post, seen: '0' })
}

/** A visitor, where the matrix says that they are asked to sign in. */
const isAskedFirst = ({ route, viewer }: Asked): boolean =>
  viewer === 'visitor' && cornerOf(route).routes[route]!.startsWith('s')

/** A route as it can be asked: its address filled in, and a body that comes past the first look. */
export async function fixtures(
  place: TestApp,
  asked: Asked,
): Promise<{ path: string; method: string; init: RequestInit }> {
  const [method, pattern] = partsOf(asked.route)
  const corner = cornerOf(asked.route)
  const thread = await threadFor(place, asked)
  const values: Values = {
    id: thread.post,
    slug: asked.space.slug,
    handle: asked.owner.handle,
    reply: thread.reply,
    entry: thread.post,
    member: asked.member.id,
    step: 'note',
    what: 'answers',
    kind: 'pause',
    signature: 'wrong',
    // Who is asked to sign in is asked before anything is looked up: nothing need be there.
    ...(isAskedFirst(asked) ? {} : await corner.values?.(place, asked, thread)),
  }
  const path = pattern
    .replace(/:(\w+)/g, (_, name: string) => values[name] ?? `missing-${name}`)
    .replace('*', 'nothing.css')
  if (method === 'GET') return { path: path + (corner.query?.(pattern, thread) ?? ''), method, init: {} }
  if (method === 'DELETE') return { path, method, init: {} }
  return { path, method, init: corner.body?.(asked, thread, values) ?? usualBody(asked, thread) }
}
