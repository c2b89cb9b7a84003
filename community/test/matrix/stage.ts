import { type Caller, makeTestApp, type TestApp, type TestMember } from '../kit/app.ts'
import { fixtures } from './fixtures.ts'

/** Everybody a rule may tell apart. The owner wrote what is asked for, or is whom it is about. */
export const viewers = ['visitor', 'waiting', 'member', 'owner', 'host', 'steward', 'administrator'] as const
export type ViewerName = (typeof viewers)[number]

/** y: may; n: refused, or not there for them; s: asked to sign in. */
export type Verdict = 'y' | 'n' | 's'

export interface MatrixStage {
  place: TestApp
  routes: string[]
  ask(route: string, viewer: ViewerName): Promise<Verdict>
  close(): Promise<void>
}

/** Gives a member of the test kit a session, as people in a browser have one. */
async function seat(place: TestApp, member: TestMember): Promise<TestMember> {
  const { newId } = await import('../../src/foundation/index.ts')
  const { db, clock } = place.house
  const id = member.viewer.accountId!
  const sessionId = newId()
  const now = clock.now()
  const session = {
    id: sessionId,
    token: sessionId,
    account_id: id,
    expires_at: new Date(now.getTime() + 86_400_000),
    created_at: now,
    updated_at: now,
  }
  await db
    .insertInto('sessions')
    .values(session as never)
    .execute()
  Object.assign(member.viewer, { sessionId })
  return member
}

function verdict(response: Response): Verdict {
  const { status } = response
  const to = response.headers.get('location') ?? ''
  if (status === 401 || (status >= 300 && status < 400 && to.startsWith('/sign-in?then='))) return 's'
  return status === 403 || status === 404 ? 'n' : 'y'
}

/** Addresses of pages and API, without what runs before every request. */
export function routesOf(place: TestApp): string[] {
  const lines = place.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  return [...new Set(lines)].sort(
    (one, other) => one.split(' ')[1]!.localeCompare(other.split(' ')[1]!) || one.localeCompare(other),
  )
}

/** One place with a person of every kind in it. */
export async function makeMatrixStage(): Promise<MatrixStage> {
  const { MemoryFiles } = await import('../../src/foundation/index.ts')
  const place = await makeTestApp({ parts: { files: new MemoryFiles() } })
  const person = async (name: string, given: Parameters<TestApp['member']>[1] = {}) =>
    seat(place, await place.member(name, given))
  const people: Record<Exclude<ViewerName, 'visitor'>, TestMember> = {
    waiting: await person('Wendy', { status: 'waiting' }),
    member: await person('Mira'),
    owner: await person('Olga'),
    host: await person('Hal', { role: 'host' }),
    steward: await person('Jun', { role: 'steward' }),
    administrator: await person('Ines', { role: 'administrator' }),
  }
  // Two of them, so that what is asked of one can also be done.
  await person('Sol', { role: 'administrator' })
  const space = await place.space('garden')
  const callers = Object.fromEntries(
    viewers.map((name) => [name, place.as(name === 'visitor' ? undefined : people[name])]),
  ) as Record<ViewerName, Caller>
  return {
    place,
    routes: routesOf(place),
    async ask(route, viewer) {
      // Who leaves is gone for everything after: somebody like them goes instead.
      const given =
        viewer === 'visitor'
          ? undefined
          : {
              role: people[viewer].viewer.role as 'member',
              status: viewer === 'waiting' ? ('waiting' as const) : undefined,
            }
      const leaver =
        route === 'POST /settings/sign-in/leave' && given
          ? place.as(await person('Somebody', given))
          : undefined
      const { path, method, init } = await fixtures(place, {
        owner: people.owner,
        space,
        steward: people.steward,
        member: people.member,
        route,
        viewer,
      })
      const response = await (leaver ?? callers[viewer]).request(path, { method, ...init })
      await response.body?.cancel()
      return verdict(response)
    },
    close: () => place.close(),
  }
}
