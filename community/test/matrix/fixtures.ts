import type { Space } from '../../src/spaces/index.ts'
import type { TestApp, TestMember } from '../kit/app.ts'
import { ritualBody, ritualFor, roomFor } from './ritual-fixtures.ts'
import type { ViewerName } from './stage.ts'

export interface Asked {
  route: string
  viewer: ViewerName
  owner: TestMember
  member: TestMember
  steward: TestMember
  space: Space
}

interface Thread {
  post: string
  reply: string
}

const form = (fields: Record<string, string>): RequestInit => ({ body: new URLSearchParams(fields) })
const json = (value: unknown): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

/** A thread of the owner's, as new as the question: what one answer changed does not decide the next. */
async function freshThread(place: TestApp, { owner, space }: Asked): Promise<Thread> {
  const post = await place.post(owner, space)
  return { post, reply: await place.reply(owner, post) }
}

const reading = new WeakMap<TestApp, Thread>()

/** Reading changes nothing, so that all of it can be about one thread; what acts on a thread gets its own. */
async function threadFor(place: TestApp, asked: Asked): Promise<Thread> {
  const [method, path] = asked.route.split(' ') as [string, string]
  const acts =
    (method !== 'GET' && /posts|replies|thank|report|here|listen|hearings|rituals/.test(path)) ||
    /\/(reports|look-again|cases|hidden)\//.test(path)
  const known = acts ? undefined : reading.get(place)
  if (known && method === 'GET') return known
  await putBack(place, asked)
  if (known) return known
  const thread = await freshThread(place, asked)
  if (!acts) reading.set(place, thread)
  return thread
}

/** Undoes what the last answer may have changed for everybody. */
async function putBack(place: TestApp, { space }: Asked): Promise<void> {
  // Changing how one signs in asks for a sign-in of just now; the clock moves with every post.
  const now = place.house.clock.now().toISOString()
  await place.house.pool.query(`delete from limits; delete from blocks; delete from mutes;
    update spaces set archived_at = null where id = '${space.id}'; update sessions set created_at = '${now}'`)
}

async function caseOf(place: TestApp, asked: Asked, { post }: Thread): Promise<string> {
  const { reportEntry } = await import('../../src/mend/index.ts')
  const note = { postId: post, replyId: null, wish: 'note' as const, note: '' }
  const { caseId } = await reportEntry(place.house, asked.member.viewer, note)
  return caseId
}

async function hiddenCase(place: TestApp, asked: Asked, thread: Thread): Promise<string> {
  const { decideCase } = await import('../../src/mend/index.ts')
  const caseId = await caseOf(place, asked, thread)
  await decideCase(place.house, asked.steward.viewer, {
    caseId,
    seen: 0,
    what: 'hide',
    reason: 'About the plan.',
    toReporter: '',
  })
  return caseId
}

/** Thanks in which the owner is the one who may do what the route does. */
async function thanksFor(place: TestApp, asked: Asked, thread: Thread): Promise<string> {
  const { giveThanks } = await import('../../src/thanks/index.ts')
  await place.house.db
    .updateTable('thanks')
    .set({ created_at: new Date(0) })
    .execute()
  if (asked.route.endsWith('/take-down')) {
    const { decideShowing } = await import('../../src/thanks/index.ts')
    const given = { postId: thread.post, replyId: null, words: '', offerToShow: true }
    const shown = await giveThanks(place.house, asked.member.viewer, given)
    await decideShowing(place.house, asked.owner.viewer, shown, 'show')
    return shown
  }
  if (/\/(showing|answer|put-away|away|keep|kept)$/.test(asked.route))
    return giveThanks(place.house, asked.member.viewer, {
      postId: thread.post,
      replyId: null,
      words: '',
      offerToShow: true,
    })
  const post = await place.post(asked.steward, asked.space)
  return giveThanks(place.house, asked.owner.viewer, {
    postId: post,
    replyId: null,
    words: '',
    offerToShow: false,
  })
}

/** What a member hears in the owner's post. */
async function hearingFor(place: TestApp, { member }: Asked, { post }: Thread): Promise<string> {
  const { sayHearing } = await import('../../src/listen/index.ts')
  return sayHearing(place.house, member.viewer, { entryId: post, words: 'They are late.' })
}

/** Something of the owner's that waits for a steward's look: they are new, and it has a link. */
async function heldPost(place: TestApp, { owner, space }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  return place.post(owner, space, { body: `Look: https://elsewhere.example/${newId()}` })
}

async function waitingPerson(place: TestApp): Promise<string> {
  return (await place.member('Somebody new', { status: 'waiting' })).id
}

async function pictureOf(place: TestApp, { owner }: Asked): Promise<string> {
  const { addFile, newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  await place.house.files.put(id, new Uint8Array([1]))
  const row = {
    ownerId: owner.id,
    postId: null,
    replyId: null,
    mediaType: 'image/webp',
    width: 1,
    height: 1,
    alt: '',
    decorative: true,
  }
  await addFile(place.house.db, {
    communityId: place.communityId,
    id,
    ...row,
    createdAt: place.house.clock.now(),
  })
  return id
}

async function tokenOf(place: TestApp, { owner }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const row = {
    community_id: place.communityId,
    id,
    member_id: owner.id,
    name: 'Script',
    hash: id,
    scopes: ['read'],
    created_at: place.house.clock.now(),
    expires_at: null,
    last_used_on: null,
  }
  await place.house.db.insertInto('api_tokens').values(row).execute()
  return id
}

async function experimentThere(place: TestApp, { owner }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const now = place.house.clock.now()
  const row = {
    kind: 'pause',
    started_by: owner.id,
    started_at: now,
    ends_at: now,
    held_out: 0.5,
    reach: 100,
  }
  const fresh = { stopped_at: null, result: null, left_usual: 0, left_held_out: 0 }
  await place.house.db
    .insertInto('experiments')
    .values({ community_id: place.communityId, id, ...row, ...fresh })
    .execute()
  return id
}

async function perspectiveKeyOf(place: TestApp): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const row = {
    community_id: place.communityId,
    id,
    name: 'Newspaper',
    hash: id,
    per_minute: null,
    created_at: place.house.clock.now(),
  }
  await place.house.db.insertInto('perspective_keys').values(row).execute()
  return id
}

/** A thread in which the member suggested taking it slower, and the owner is asked. */
async function askedForPace(place: TestApp, { member }: Asked, { post }: Thread): Promise<string> {
  const { suggestPace } = await import('../../src/conversation/index.ts')
  await place.reply(member, post)
  await suggestPace(place.house, member.viewer, post)
  return post
}

/** A language model that is connected and off: who asks it needs no yes, and gets nothing. */
async function ownModel(place: TestApp, { owner }: Asked): Promise<void> {
  const row = {
    community_id: place.communityId,
    version: 1,
    address: 'http://127.0.0.1:9/v1',
    model: 'small',
    sealed_key: null,
    seconds: 1,
    on: false,
    address_version: 1,
    changed_by: owner.id,
    changed_at: place.house.clock.now(),
  }
  await place.house.db.deleteFrom('own_models').execute()
  await place.house.db.insertInto('own_models').values(row).execute()
}

/** A conversation between the owner and somebody who is none of the viewers, in which the owner may do what the route does. */
async function conversationOf(
  place: TestApp,
  { owner, route }: Asked,
): Promise<{ id: string; message: string }> {
  const { answer, answerRequest, writeTo } = await import('../../src/messages/index.ts')
  const other = await place.member('Somebody else')
  const ownerAsks = route.endsWith('/take-back') || route.startsWith('DELETE')
  const [from, to] = ownerAsks ? [owner, other] : [other, owner]
  const first = { to: to.handle, reason: 'The beans', body: 'How are they?' }
  const { conversationId: id, messageId } = await writeTo(place.house, from.viewer, first)
  if (!route.includes(':message')) return { id, message: messageId }
  await answerRequest(place.house, other.viewer, id, 'accept')
  return { id, message: await answer(place.house, owner.viewer, id, 'And this.') }
}

/** "I am here" under words of the owner's. */
async function openingOf(place: TestApp, { owner }: Asked, { post }: Thread): Promise<string> {
  const { leaveOpening } = await import('../../src/messages/index.ts')
  const other = await place.member('Somebody else')
  await leaveOpening(place.house, other.viewer, post)
  const rows = place.house.db.selectFrom('message_openings').select('id').where('entry_id', '=', post)
  return (await rows.where('author_id', '=', owner.id).executeTakeFirstOrThrow()).id
}

/** How large a place is, is read once a minute. */
async function asLargeAsAHouse(place: TestApp): Promise<void> {
  const { asManyWriters } = await import('../kit/writers.ts')
  const { hasReached, stageOf } = await import('../../src/conversation/index.ts')
  if (!hasReached(await stageOf(place.house, place.communityId), 'house')) await asManyWriters(place)
}

/** Words in a spotlight of which the owner may do what the route does; where it is about hosting, the owner hosts. */
async function spotlightFor(place: TestApp, { owner, route }: Asked): Promise<Record<string, string>> {
  const { house, communityId } = place
  await asLargeAsAHouse(place)
  const { writeAbout, importSpotlights } = await import('../../src/shine/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  await house.pool.query(`delete from spotlights; delete from spotlight_words; delete from spotlight_hosts; delete from spotlight_draws;
    delete from spotlight_choices; delete from limits`)
  const other = await place.member('Somebody else')
  if (route.endsWith('/take-back') || route === 'DELETE /api/v1/spotlight/words/:id')
    return { id: await writeAbout(house, owner.viewer, other.handle, 'They waited.') }
  const now = house.clock.now()
  const words = { id: newId(), writerId: other.id, aboutId: owner.id, words: 'They waited.', writtenAt: now }
  const lit = { id: newId(), memberId: owner.id, from: now, told: [words] }
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth(), date: now.getUTCDate() }
  await house.db
    .transaction()
    .execute((trx) => importSpotlights(trx, { communityId, today, hostId: owner.id, lit, waiting: [] }))
  if (/preview|answer/.test(route)) await house.db.updateTable('spotlights').set({ answer: null }).execute()
  if (route.startsWith('POST /admin'))
    await house.db.updateTable('spotlight_words').set({ reported_at: now }).execute()
  if (/yes$|PUT .*host$/.test(route)) await house.db.deleteFrom('spotlight_hosts').execute()
  if (/ask(ed)?$/.test(route)) {
    const drawn = {
      community_id: communityId,
      round: roundOf(now),
      host_id: owner.id,
      member_ids: [other.id],
      asked_id: other.id,
    }
    await house.db.insertInto('spotlight_draws').values(drawn).execute()
  }
  return { id: /words/.test(route) ? words.id : lit.id, other: other.id, otherHandle: other.handle }
}

const roundOf = (now: Date) => `${now.toISOString().slice(0, 7)}-${now.getUTCDate() <= 15 ? 1 : 2}`

/** An idea of the owner's, with what they told of it. */
async function kindActFor(place: TestApp, { owner }: Asked): Promise<{ id: string }> {
  await asLargeAsAHouse(place)
  const { importAct } = await import('../../src/shine/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  const now = place.house.clock.now()
  const id = newId()
  const told = [{ id: newId(), memberId: owner.id, words: 'I rang.', toldAt: now }]
  const act = {
    communityId: place.communityId,
    id,
    authorId: owner.id,
    words: 'Ring somebody.',
    createdAt: now,
    told,
  }
  await place.house.db.transaction().execute((trx) => importAct(trx, act))
  return { id }
}

/** What `:id` stands for, by how the address begins. */
async function idFor(place: TestApp, asked: Asked, thread: Thread, path: string): Promise<string> {
  const { route } = asked
  if (/^\/(reports|api\/v1\/cases)\//.test(path)) return caseOf(place, asked, thread)
  if (/^(\/api\/v1)?\/held\//.test(path)) return heldPost(place, asked)
  if (/^\/(look-again|api\/v1\/hidden)\//.test(path)) return hiddenCase(place, asked, thread)
  if (path.startsWith('/thanks/') || path.startsWith('/api/v1/thanks/'))
    return thanksFor(place, asked, thread)
  if (path.startsWith('/here/')) return openingOf(place, asked, thread)
  if (path.startsWith('/listen/hearings/') || path.startsWith('/api/v1/hearings/'))
    return hearingFor(place, asked, thread)
  if (path.startsWith('/api/v1/replies/')) return thread.reply
  if (/\/pace\/(answer|end)$/.test(path) || route === 'DELETE /api/v1/posts/:id/pace')
    return askedForPace(place, asked, thread)
  if (path.startsWith('/admin/people/')) return asked.member.id
  if (/^\/admin\/(spaces|pause)\//.test(path)) return asked.space.id
  if (path.startsWith('/admin/waiting/')) return waitingPerson(place)
  if (path.startsWith('/files/')) return pictureOf(place, asked)
  if (path.startsWith('/settings/tokens/')) return tokenOf(place, asked)
  if (path.startsWith('/admin/perspective/')) return perspectiveKeyOf(place)
  if (/^(\/api\/v1|\/admin)\/experiments\//.test(path)) return experimentThere(place, asked)
  return thread.post
}

const ABOUT_RITUALS = /\/rituals\b|\/round$|\/gathered$/

/** Bodies for routes that ask before they look at who asks, or that would stop at an empty one. */
function bodyFor(route: string, asked: Asked, thread: Thread): RequestInit {
  const { space, owner } = asked
  const [method, path] = route.split(' ') as [string, string]
  if (method === 'GET' || method === 'DELETE') return {}
  if (ABOUT_RITUALS.test(path)) {
    const body = ritualBody(path, asked)
    return path.startsWith('/api') ? json(body) : form(body as Record<string, string>)
  }
  if (path.endsWith('/space')) return json({ space: space.slug })
  if (path === '/api/v1/posts') return json({ space: space.slug, body: 'Hello' })
  if (path === '/api/v1/reports' || path === '/api/v1/thanks') return json({ postId: thread.post })
  if (path === '/api/v1/hearings') return json({ entryId: thread.post, words: 'Hello' })
  if (path.startsWith('/api/v1/hearings') && path.endsWith('/answer')) return json({})
  if (path.endsWith('/matters') && path.startsWith('/api')) return json({ words: 'Hello' })
  if (path.endsWith('/showing') && path.startsWith('/api')) return json({ choice: 'keep' })
  if (path.endsWith('/pace/answer'))
    return path.startsWith('/api') ? json({ agreed: true }) : form({ agreed: 'yes' })
  if (path === '/api/v1/messages') return json({ to: owner.handle, reason: 'Hello', body: 'Hello' })
  if (path === '/api/v1/messages/settings')
    return json({ takes: 'requests', quietFrom: null, quietUntil: null })
  if (path.startsWith('/api/v1/thanks/') && path.endsWith('/answer')) return {}
  if (path.endsWith('/answer')) return json({ says: 'accept' })
  if (path === '/api/v1/me') return json({ pronouns: 'she/her' })
  if (path.endsWith('/steps')) return json({ what: 'note', seen: 0, reason: 'Hello' })
  if (path.endsWith('/hide') && path.startsWith('/api')) return json({ reason: 'Hello' })
  if (path.endsWith('/look-again')) return json({ kind: 'changed' })
  if (path === '/api/v1/experiments')
    return json(method === 'PATCH' ? { left: false } : { kind: 'pause', weeks: 12 })
  if (path.startsWith('/api/') && path.endsWith('/pause'))
    return json({ often: 'usual', silent: [], headings: {} })
  if (path.endsWith('/own-model/choice')) return json({ choice: 'no' })
  if (path.endsWith('/own-model/suggestions')) return json({ text: 'Hello' })
  if (path.endsWith('/own-model/settings'))
    return json({ address: 'http://127.0.0.1:9/v1', model: 'small', seconds: 1, on: false })
  if (path.startsWith('/api/')) return json({ body: 'Hello' })
  const fields: Record<string, string> = {
    to: owner.handle,
    reason: 'Hello',
    entry: thread.post,
    takes: 'requests',
    body: 'Hello',
    title: 'Hello',
    space: space.slug,
    post: thread.post,
    words: 'Hello',
    seen: '0',
  }
  if (path.endsWith('/showing')) fields.choice = 'keep'
  if (path === '/settings/thanks') Object.assign(fields, { showing: 'ask', hug: 'hug' })
  if (path.endsWith('/order')) fields.to = 'up'
  if (path.startsWith('/admin/waiting')) fields.answer = 'not-now'
  if (path.startsWith('/admin/people')) Object.assign(fields, { role: 'host', reason: '' })
  if (path.startsWith('/admin/pause')) Object.assign(fields, { often: 'usual' })
  if (path.startsWith('/admin/spaces')) Object.assign(fields, { name: '', whom: 'Nobody at all' })
  return form(fields)
}

/** Bodies of spotlights and kind acts. */
function shineBody({ route, owner, member }: Asked, values: Record<string, string>): RequestInit | undefined {
  const [method, path] = route.split(' ') as [string, string]
  if (!/spotlight|kind-acts/.test(path) || method === 'GET' || method === 'DELETE') return undefined
  if (path.endsWith('/answer'))
    return path.startsWith('/api') ? json({ answer: 'keep' }) : form({ answer: 'keep' })
  if (path.endsWith('/draw/asked')) return json({ handle: values.otherHandle })
  if (path.endsWith('/choices') && path.startsWith('/api')) return json({ asks: true, written: true })
  if (path.endsWith('/showing')) return json({ step: 'hide' })
  if (/(about\/:handle|story|kind-acts)$/.test(path) && path.startsWith('/api'))
    return json({ words: 'They waited.' })
  if (path.startsWith('/api')) return {}
  const whom = { member: path.includes('kind-acts') ? owner.id : (values.other ?? ''), handle: member.handle }
  return form({ words: 'They waited.', says: 'fine', ...whom })
}

/** What a page asks for that is about one entry. */
function queryFor(pattern: string, { post }: Thread): string {
  if (['/thank', '/report', '/bothers', '/listen/matters'].includes(pattern)) return `?post=${post}`
  return ['/here', '/listen/hear', '/listen/side'].includes(pattern) ? `?entry=${post}` : ''
}

/** A route as it can be asked: its address filled in, and a body that comes past the first look. */
export async function fixtures(
  place: TestApp,
  asked: Asked,
): Promise<{ path: string; method: string; init: RequestInit }> {
  const [method, pattern] = asked.route.split(' ') as [string, string]
  const thread = await threadFor(place, asked)
  const values: Record<string, string> = {
    slug: asked.space.slug,
    handle: asked.owner.handle,
    reply: thread.reply,
    entry: thread.post,
    member: asked.member.id,
    step: 'note',
    what: 'answers',
    kind: 'pause',
    signature: 'wrong',
    space: asked.space.slug,
  }
  if (pattern.endsWith('/people/:member/remove')) {
    const { addSpaceMembers } = await import('../../src/spaces/index.ts')
    await addSpaceMembers(
      place.house.db,
      place.communityId,
      asked.space.id,
      [asked.member.id],
      place.house.clock.now(),
    )
  }
  if (ABOUT_RITUALS.test(pattern)) {
    await roomFor(place, asked)
    const ritual = await ritualFor(place, asked, thread.post, pattern)
    const isThread = /\/(posts|threads)\//.test(pattern)
    values.id = isThread ? thread.post : /\/(entries|replies)\//.test(pattern) ? thread.reply : ritual
  } else if (/own-model|suggest|pause\/model/.test(pattern)) await ownModel(place, asked)
  if (/\/(wall|shout-out)$/.test(pattern)) await roomFor(place, asked)
  if (/^(\/api\/v1)?\/messages\/:id/.test(pattern)) Object.assign(values, await conversationOf(place, asked))
  else if (/spotlight/.test(pattern)) Object.assign(values, await spotlightFor(place, asked))
  else if (/kind-acts/.test(pattern)) Object.assign(values, await kindActFor(place, asked))
  else if (pattern.includes(':id') && !values.id) values.id = await idFor(place, asked, thread, pattern)
  const path = pattern
    .replace(/:(\w+)/g, (_, name: string) => values[name] ?? `missing-${name}`)
    .replace('*', 'nothing.css')
  const query = method === 'GET' ? queryFor(pattern, thread) : ''
  return { path: path + query, method, init: shineBody(asked, values) ?? bodyFor(asked.route, asked, thread) }
}
