import type { Hono } from 'hono'
import type { AppEnv, MemberViewer, Viewer } from '../../src/foundation/index.ts'
import type { MemberRole, MemberStatus } from '../../src/members/index.ts'
import type { Space, SpaceKind, SpaceVisibility } from '../../src/spaces/index.ts'
import { type TestHouse, type TestHouseOptions, testHouse } from './house.ts'

export interface TestMember {
  id: string
  handle: string
  name: string
  /** Who they are to use cases. */
  viewer: MemberViewer
}

/** A browser or program of one person, or of nobody. */
export interface Caller {
  request(path: string, init?: RequestInit): Promise<Response>
  get(path: string): Promise<Response>
  /** Sends JSON, as the API takes it. */
  json(method: string, path: string, body: unknown): Promise<Response>
  /** Sends a form, as pages do. */
  form(path: string, fields: Record<string, string>): Promise<Response>
}

export interface TestApp {
  house: TestHouse
  app: Hono<AppEnv>
  communityId: string
  member(
    name: string,
    given?: { role?: MemberRole; status?: MemberStatus; under18?: boolean },
  ): Promise<TestMember>
  space(
    slug: string,
    given?: { kind?: SpaceKind; visibility?: SpaceVisibility; people?: TestMember[] },
  ): Promise<Space>
  post(
    author: TestMember,
    space: Space,
    given?: { title?: string; body?: string; unnamed?: boolean },
  ): Promise<string>
  reply(
    author: TestMember,
    postId: string,
    given?: { body?: string; unnamed?: boolean; parentId?: string },
  ): Promise<string>
  /** Asks as somebody who is signed in, or as a visitor; `headers` come with every request. */
  as(member: TestMember | undefined, headers?: Record<string, string>): Caller
  close(): Promise<void>
}

const HOST = 'kindling.test'
const WHO = 'x-test-member'

function caller(app: Hono<AppEnv>, own: Record<string, string>): Caller {
  const request: Caller['request'] = async (path, init = {}) =>
    app.request(`http://${HOST}${path}`, {
      ...init,
      headers: { host: HOST, ...own, ...(init.headers as Record<string, string>) },
    })
  return {
    request,
    get: (path) => request(path),
    json: (method, path, body) =>
      request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    form: (path, fields) => request(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** An account that has just signed in. */
async function signIn(
  { db, clock }: TestHouse,
  { accountId, sessionId, name }: { accountId: string; sessionId: string; name: string },
): Promise<void> {
  const at = clock.now()
  const times = { created_at: at, updated_at: at }
  await db
    .insertInto('accounts')
    .values({
      id: accountId,
      name,
      email: `${accountId}@kindling.test`,
      email_verified: true,
      unconfirmed_email: null,
      image: null,
      two_factor_enabled: false,
      ...times,
    })
    .execute()
  await db
    .insertInto('sessions')
    .values({
      id: sessionId,
      token: sessionId,
      account_id: accountId,
      expires_at: new Date(at.getTime() + 30 * 86_400_000),
      ip_address: null,
      user_agent: null,
      ...times,
    })
    .execute()
}

/** One open place on a database of its own, with builders for what lives in it. Signing in is left out. */
export async function makeTestApp(options: TestHouseOptions = {}): Promise<TestApp> {
  const foundation = await import('../../src/foundation/index.ts')
  const { addMember } = await import('../../src/members/index.ts')
  const { addSpace, addSpaceMembers } = await import('../../src/spaces/index.ts')
  const { writePost, writeReply } = await import('../../src/conversation/index.ts')
  const { makeApp } = await import('../../src/app.ts')
  const { newId, visitor } = foundation
  const house = await testHouse(options)
  const { db, clock } = house
  const communityId = await foundation.createCommunity(db, {
    name: 'Test Street',
    timeZone: 'UTC',
    now: clock.now(),
  })
  await foundation.changeCommunity(db, communityId, { openedAt: clock.now(), tagline: 'A street for tests' })
  house.communities.forget()
  const viewers = new Map<string, Viewer>()
  // Nobody says exactly the same twice in a minute: the house would take it for a button pressed twice.
  let said = 0
  const again = (words: string) => (said++ === 0 ? words : `${words} (${said})`)
  const app = makeApp(house, house.features, async (c, next) => {
    const viewer = viewers.get(c.req.header(WHO) ?? '')
    if (viewer) c.set('viewer', viewer)
    await next()
  })
  const placed = async <Made>(made: Promise<Made>): Promise<Made> => {
    const done = await made
    // Things written one after the other have different times.
    clock.forward(1_000)
    return done
  }
  return {
    house,
    app,
    communityId,
    async member(name, given = {}) {
      const id = newId(clock.now().getTime())
      const accountId = newId(clock.now().getTime())
      const role = given.role ?? 'member'
      const { handle } = await db.transaction().execute((trx) =>
        addMember(trx, {
          communityId,
          id,
          accountId,
          name,
          role,
          status: given.status ?? 'active',
          under18: given.under18 ?? false,
          timeZone: 'UTC',
          joinedAt: clock.now(),
          guidelinesAgreedAt: clock.now(),
        }),
      )
      const sessionId = newId(clock.now().getTime())
      await signIn(house, { accountId, sessionId, name })
      const viewer = {
        ...visitor(communityId),
        memberId: id,
        accountId,
        sessionId,
        role,
        name,
        handle,
        waiting: given.status === 'waiting',
        under18: given.under18 ?? false,
      }
      viewers.set(id, viewer)
      return { id, handle, name, viewer }
    },
    async space(slug, given = {}) {
      const id = newId(clock.now().getTime())
      const space = {
        id,
        slug,
        name: slug,
        kind: given.kind ?? 'hobby',
        visibility: given.visibility ?? 'public',
        postingBy: 'members' as const,
        description: '',
        norms: [],
      }
      await addSpace(db, { ...space, communityId, position: 0, createdAt: clock.now() })
      await addSpaceMembers(
        db,
        communityId,
        id,
        (given.people ?? []).map((one) => one.id),
        clock.now(),
      )
      return { ...space, archivedAt: null } as Space
    },
    post: (author, space, given = {}) =>
      placed(
        writePost(house, author.viewer, space, {
          title: given.title ?? 'Tomatoes',
          body: given.body ?? again('They are late this year.'),
          need: null,
          newToThis: false,
          unnamed: given.unnamed ?? false,
        }),
      ),
    reply: (author, postId, given = {}) =>
      placed(
        writeReply(house, author.viewer, postId, {
          body: given.body ?? again('Mine too.'),
          parentId: given.parentId ?? null,
          unnamed: given.unnamed ?? false,
        }),
      ),
    as: (member, headers = {}) => caller(app, member ? { [WHO]: member.id, ...headers } : headers),
    close: () => house.close(),
  }
}
