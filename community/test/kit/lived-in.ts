import { makeTestApp, type TestApp, type TestMember } from './app.ts'
import { asManyWriters } from './writers.ts'

/** A place with something of every kind in it: also what is hidden, taken back, or meant for few. */
export interface LivedIn {
  place: TestApp
  people: {
    visitor: undefined
    member: TestMember
    steward: TestMember
    administrator: TestMember
    other: TestMember
  }
  /** Addresses' parts by what they name. */
  ids: Record<string, string>
  /** Ids that belong into an address, by how it begins. */
  fitting(pattern: string): Record<string, string[]>
  close(): Promise<void>
}

export const kinds = ['visitor', 'member', 'steward', 'administrator'] as const
export type Kind = (typeof kinds)[number]

async function threads(
  place: TestApp,
  { member, steward, other }: LivedIn['people'],
): Promise<Record<string, string>> {
  const { reportEntry, decideCase } = await import('../../src/mend/index.ts')
  const { giveThanks } = await import('../../src/thanks/index.ts')
  const { writeTo } = await import('../../src/messages/index.ts')
  const { house } = place
  const garden = await place.space('garden')
  const room = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const closed = await place.space('committee', { visibility: 'invited', people: [other] })
  const post = await place.post(member, garden)
  const others = await place.post(other, garden, { title: 'Seed swap' })
  const reply = await place.reply(other, post)
  const own = await place.reply(member, others)
  const unnamed = await place.post(other, room, { unnamed: true })
  const secret = await place.post(other, closed, { title: 'Not for everybody' })
  const gone = await place.post(member, garden, { title: 'Gone' })
  await place.as(member).form(`/posts/${gone}/take-back`, {})
  const hidden = await place.post(other, garden, { title: 'Hidden' })
  const about = (postId: string) => ({ postId, replyId: null, wish: 'note' as const, note: 'Please look.' })
  const decided = await reportEntry(house, member.viewer, about(hidden))
  await decideCase(house, steward.viewer, {
    caseId: decided.caseId,
    seen: 0,
    what: 'hide',
    reason: 'About the plan.',
    toReporter: '',
  })
  const open = await reportEntry(house, member.viewer, about(others))
  const given = { words: 'It held.', offerToShow: true }
  const thanks = await giveThanks(house, member.viewer, { ...given, postId: others, replyId: null })
  const received = await giveThanks(house, other.viewer, { ...given, postId: post, replyId: null })
  const asks = { reason: 'The beans', body: 'How are they?' }
  const asked = await writeTo(house, other.viewer, { ...asks, to: member.handle })
  const waits = await writeTo(house, member.viewer, { ...asks, to: steward.handle })
  return {
    asked: asked.conversationId,
    waits: waits.conversationId,
    garden: garden.id,
    room: room.id,
    closed: closed.id,
    post,
    others,
    reply,
    own,
    unnamed,
    secret,
    gone,
    hidden,
    decided: decided.caseId,
    open: open.caseId,
    thanks,
    received,
  }
}

/** Somebody in the light, words that wait, and ideas for kind acts, in a place large enough for them. */
async function shine(
  place: TestApp,
  { member, other, steward }: LivedIn['people'],
  garden: string,
): Promise<Record<string, string>> {
  const { importAct, importCelebration, importSpotlights, writeAbout } = await import(
    '../../src/shine/index.ts'
  )
  const { newId } = await import('../../src/foundation/index.ts')
  const { house, communityId } = place
  const now = house.clock.now()
  const about = { id: newId(), writerId: other.id, aboutId: member.id, words: 'They waited.', writtenAt: now }
  const lit = { id: newId(), memberId: member.id, from: now, told: [about] }
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth(), date: now.getUTCDate() }
  const hosted = { communityId, today, hostId: steward.id, lit, waiting: [] }
  const told = [{ id: newId(), memberId: other.id, words: 'I rang.', toldAt: now }]
  const act = { communityId, id: newId(), authorId: member.id, words: 'Ring somebody.', createdAt: now, told }
  const restsAt = new Date(now.getTime() + 14 * 86_400_000)
  const celebration = {
    ...{ communityId, id: newId(), spaceId: garden, openerId: other.id, kind: 'together' as const },
    ...{ title: 'The ramp carries', reached: 'It is dry.', words: 'Three weekends.', openedAt: now, restsAt },
    named: [member.id],
    lines: [{ id: newId(), memberId: steward.id, words: 'I pushed.', writtenAt: now }],
  }
  await house.db.transaction().execute(async (trx) => {
    await importSpotlights(trx, hosted)
    await importAct(trx, act)
    await importCelebration(trx, celebration)
  })
  await asManyWriters(place)
  const waits = await writeAbout(house, member.viewer, other.handle, 'They rang.')
  return { lit: lit.id, about: about.id, waitingWords: waits, act: act.id, celebration: celebration.id }
}

/** Fills a place of its own. */
export async function makeLivedIn(): Promise<LivedIn> {
  const { MemoryFiles, newId } = await import('../../src/foundation/index.ts')
  const place = await makeTestApp({ parts: { files: new MemoryFiles() } })
  const people = {
    visitor: undefined,
    member: await place.member('Mira'),
    other: await place.member('Olga'),
    steward: await place.member('Jun', { role: 'steward' }),
    administrator: await place.member('Ines', { role: 'administrator' }),
  }
  await place.member('Sol', { role: 'administrator' })
  const waiting = await place.member('Wendy', { status: 'waiting' })
  const written = await threads(place, people)
  const ids: Record<string, string> = {
    ...written,
    ...(await shine(place, people, written.garden!)),
    waiting: waiting.id,
    other: people.other.id,
    member: people.member.id,
    nothing: newId(),
  }
  const fitting = (pattern: string): Record<string, string[]> => {
    const pick = (...names: string[]) => names.map((name) => ids[name]!)
    const slug = ['garden', 'long-haul', 'committee']
    const handle = ['olga', 'mira', 'jun']
    const step = ['hide', 'restore', 'fine', 'keep', 'note', 'answer']
    const entry = pick('reply', 'own', 'post', 'gone')
    const rest = {
      slug,
      space: slug,
      handle,
      step,
      entry,
      reply: pick('reply', 'own'),
      member: pick('other'),
      what: ['answers'],
      signature: ['wrong'],
    }
    if (/^\/(reports|look-again)\//.test(pattern)) return { ...rest, id: pick('open', 'decided') }
    if (pattern.startsWith('/messages/')) return { ...rest, id: pick('asked', 'waits') }
    if (pattern.includes('/spotlight/words/')) return { ...rest, id: pick('about', 'waitingWords') }
    if (pattern.startsWith('/spotlight/')) return { ...rest, id: pick('lit') }
    if (/\/celebrations\//.test(pattern)) return { ...rest, id: pick('celebration') }
    if (pattern.startsWith('/kind-acts/')) return { ...rest, id: pick('act') }
    if (pattern.startsWith('/thanks/')) return { ...rest, id: pick('thanks', 'received') }
    if (/^\/admin\/(people|remembrance)\//.test(pattern)) return { ...rest, id: pick('other', 'member') }
    if (pattern.startsWith('/admin/spaces/')) return { ...rest, id: pick('garden', 'room', 'closed') }
    if (pattern.startsWith('/admin/waiting/')) return { ...rest, id: pick('waiting') }
    return { ...rest, id: pick('post', 'others', 'unnamed', 'secret', 'gone', 'hidden') }
  }
  return { place, people, ids, fitting, close: () => place.close() }
}

/** The pattern of each route of pages and files, without the API. */
export function pageRoutes(place: TestApp, method: 'GET' | 'POST'): string[] {
  // Programs are answered as JSON there.
  const forPrograms = /^\/(api\/|v1alpha1\/|batch$|\$discovery\/|%24discovery\/)/
  const paths = place.app.routes.filter((route) => route.method === method && !forPrograms.test(route.path))
  return [...new Set(paths.map(({ path }) => path))].sort()
}

/** A pattern with its first fitting parts put in. */
export function addressFor(livedIn: LivedIn, pattern: string, choose = 0): string {
  const values = livedIn.fitting(pattern)
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const list = values[name] ?? ['missing']
    return list[choose % list.length]!
  })
}
