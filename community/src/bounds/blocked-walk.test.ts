import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver } from '../../test/kit/notices.ts'
import { asManyWriters } from '../../test/kit/writers.ts'
import { newId } from '../foundation/index.ts'
import { describeMember } from '../members/index.ts'
import { reportEntry } from '../mend/index.ts'
import { answerRequest, leaveOpening, writeTo } from '../messages/index.ts'
import { importAct, importCelebration, importSpotlights } from '../shine/index.ts'
import type { Space } from '../spaces/index.ts'
import { decideShowing, giveThanks } from '../thanks/index.ts'
import { setBounds } from './set-bounds.ts'

/** In the name, the handle and every word of who blocks: whatever leaks carries it. */
const MARKER = 'quillamark'

let place: TestApp
let quilla: TestMember
let ben: TestMember
let theo: TestMember
let space: Space
const ids: Record<string, string> = {}

/** She stands in the light, told of by herself and others, had an idea and told of another's. */
async function shineOf(she: TestMember): Promise<void> {
  const { house, communityId } = place
  await asManyWriters(place)
  const now = house.clock.now()
  const at = (writerId: string, aboutId: string, words: string) => ({
    id: newId(),
    writerId,
    aboutId,
    words,
    writtenAt: now,
  })
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth(), date: now.getUTCDate() }
  const told = [at(theo.id, she.id, `${MARKER} carried the ladder`)]
  const lit = { id: newId(), memberId: she.id, from: now, told }
  await house.db.transaction().execute(async (trx) => {
    await importSpotlights(trx, { communityId, today, hostId: theo.id, lit, waiting: [] })
    const bens = { id: newId(), memberId: ben.id, from: new Date(now.getTime() - 20 * 86_400_000) }
    const hers = [at(she.id, ben.id, `${MARKER} says he waited`)]
    await importSpotlights(trx, {
      communityId,
      today,
      hostId: theo.id,
      lit: { ...bens, told: hers },
      waiting: [],
    })
    const idea = (authorId: string, words: string) => ({
      communityId,
      id: newId(),
      authorId,
      words,
      createdAt: now,
    })
    const story = [{ id: newId(), memberId: she.id, words: `${MARKER} rang`, toldAt: now }]
    const bensIdea = { ...idea(ben.id, 'Ring somebody.'), told: story }
    await importAct(trx, bensIdea)
    await importAct(trx, { ...idea(she.id, `Write to ${MARKER}`), told: [] })
    ids.act = bensIdea.id
    const celebration = (openerId: string, title: string) => ({
      ...{ communityId, id: newId(), spaceId: space.id, openerId, kind: 'together' as const, title },
      ...{ reached: 'It is dry.', words: 'Three weekends.', openedAt: now },
      restsAt: new Date(now.getTime() + 14 * 86_400_000),
    })
    const line = (memberId: string, words: string) => ({ id: newId(), memberId, words, writtenAt: now })
    const ramp = celebration(she.id, `${MARKER} built a ramp`)
    await importCelebration(trx, { ...ramp, named: [ben.id], lines: [line(ben.id, 'I carried.')] })
    const theos = celebration(theo.id, 'The roof is dry')
    await importCelebration(trx, {
      ...theos,
      named: [she.id],
      lines: [line(she.id, `${MARKER} held the ladder`)],
    })
    ids.celebration = theos.id
  })
}

/** A year of Quilla among others, and Ben who has come across her everywhere before she blocked him. */
beforeAll(async () => {
  place = await makeTestApp()
  quilla = await place.member(`Q. ${MARKER}`)
  ben = await place.member('Ben')
  theo = await place.member('Theo')
  space = await place.space('print-room')
  const { house, communityId } = place
  await describeMember(house.db, communityId, quilla.id, { bio: `${MARKER} writes` })
  ids.hers = await place.post(quilla, space, {
    title: `The ${MARKER} poster`,
    body: `About ${MARKER}. @ben should see this ${MARKER}.`,
  })
  ids.theos = await place.post(theo, space, { title: 'Ladders', body: 'Who has one?' })
  ids.bens = await place.post(ben, space, { title: 'Ben asks', body: 'For a hammer.' })
  ids.reply = await place.reply(quilla, ids.theos, { body: `I have, says ${MARKER}.` })
  ids.underHers = await place.reply(theo, ids.theos, { body: 'Wonderful.', parentId: ids.reply })
  ids.toBen = await place.reply(quilla, ids.bens, { body: `Mine, ${MARKER}, @ben` })
  ids.bensUnderHers = await place.reply(ben, ids.hers, { body: 'I said so.' })
  const shown = await giveThanks(house, quilla.viewer, {
    postId: ids.theos,
    replyId: null,
    words: `${MARKER} says thanks`,
    offerToShow: true,
  })
  await decideShowing(house, theo.viewer, shown, 'show')
  await giveThanks(house, quilla.viewer, {
    postId: ids.bens,
    replyId: null,
    words: `${MARKER} thanks Ben`,
    offerToShow: false,
  })
  await giveThanks(house, ben.viewer, {
    postId: ids.hers,
    replyId: null,
    words: 'Fine work',
    offerToShow: false,
  })
  await reportEntry(house, ben.viewer, { postId: ids.hers, replyId: null, wish: 'note', note: '' })
  const asBen = place.as(ben)
  await asBen.form(`/posts/${ids.hers}/bookmark`, {})
  await asBen.form(`/posts/${ids.hers}/follow`, {})
  await asBen.form(`/members/${quilla.handle}/follow`, {})
  await asBen.form(`/bounds/${quilla.handle}/mute`, {})
  const said = { reason: MARKER, body: `${MARKER} says hello` }
  const talk = await writeTo(house, quilla.viewer, { ...said, to: 'ben' })
  await answerRequest(house, ben.viewer, talk.conversationId, 'accept')
  ids.talk = talk.conversationId
  await leaveOpening(house, quilla.viewer, ids.bens)
  await shineOf(quilla)
  await deliver(house)
  await setBounds(house, quilla.viewer, 'ben', 'block')
})
afterAll(() => place.close())

/** Asked for in as many ways as pages know; what comes back of it is no leak. */
const query = () =>
  new URLSearchParams({
    q: MARKER,
    name: MARKER,
    author: quilla.handle,
    who: quilla.handle,
    did: 'block',
    post: ids.hers!,
    reply: ids.reply!,
    quote: ids.hers!,
    to: ids.reply!,
    entry: ids.hers!,
    space: space.slug,
  }).toString()

/**
 * The feed for newsreaders is the same for everybody, signed in or not: what anyone may read. It stands here
 * so that no second exception slips in.
 */
const SAME_FOR_EVERYBODY = /^\/spaces\/[^/]+\/feed\.xml/

/** Every address of the app that answers GET, with each parameter filled in every way that could lead to her. */
function addresses(): string[] {
  const names: Record<string, string[]> = {
    ':handle': [quilla.handle],
    ':slug': [space.slug],
    ':reply': [ids.reply!],
    ':replyId': [ids.reply!],
  }
  const anyId = [ids.hers!, ids.theos!, ids.reply!, ids.talk!, ids.act!, ids.celebration!]
  const paths = new Set(place.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  return [...paths]
    .filter((path) => !path.includes('*') && !SAME_FOR_EVERYBODY.test(path))
    .flatMap((path) => {
      const parameters = path.match(/:[A-Za-z]+(\{[^}]*\})?/g) ?? []
      const filled = parameters.reduce<string[]>(
        (list, name) =>
          list.flatMap((one) => (names[name] ?? anyId).map((value) => one.replace(name, value))),
        [path],
      )
      return filled.flatMap((one) => [one, `${one}?${query()}`])
    })
}

/** What an address shows to somebody; streams are left alone, they never end. */
async function shows(who: TestMember | undefined, address: string): Promise<string> {
  const answer = await place.as(who).get(address)
  if ((answer.headers.get('content-type') ?? '').includes('event-stream')) {
    await answer.body?.cancel()
    return ''
  }
  return `${answer.headers.get('location') ?? ''} ${await answer.text()}`
}

/** A page gives back what one asked it for: in its own address, and in the box of a search. */
function withoutEcho(text: string): string {
  const asked = [query(), query().replaceAll('&', '&amp;'), encodeURIComponent(query())]
  return asked.reduce((rest, one) => rest.replaceAll(one, ''), text).replaceAll(`value="${MARKER}"`, '')
}

test('BOUNDS-3 the walk can find: somebody not blocked meets her everywhere', async () => {
  const found = []
  for (const address of [
    `/posts/${ids.theos}`,
    `/posts/${ids.hers}`,
    `/members/${quilla.handle}`,
    '/lately',
    `/spaces/${space.slug}`,
    '/',
    '/spotlight',
    `/kind-acts/${ids.act}`,
    `/celebrations/${ids.celebration}`,
  ])
    if ((await shows(theo, address)).includes(MARKER)) found.push(address)
  expect(found).toHaveLength(9)
})

test('BOUNDS-3 a blocked person finds neither the name nor the words at any address, the API included', async () => {
  const all = addresses()
  expect(all.length).toBeGreaterThan(60)
  const looks = await Promise.all(
    all.map(async (address) => {
      const text = withoutEcho(await shows(ben, address))
      const at = text.indexOf(MARKER)
      return at < 0 ? [] : [`${address.slice(0, 120)} … ${text.slice(Math.max(0, at - 90), at + 40)}`]
    }),
  )
  expect(looks.flat()).toEqual([])
}, 60_000)

test('BOUNDS-3 and none of her addresses answers as if it were there', async () => {
  const asBen = place.as(ben)
  for (const address of [
    `/posts/${ids.hers}`,
    `/members/${quilla.handle}`,
    `/report?post=${ids.hers}`,
    `/thank?post=${ids.hers}`,
    `/bounds/${quilla.handle}/block`,
    `/messages/${ids.talk}`,
    `/messages/new?to=${quilla.handle}`,
    `/here?entry=${ids.hers}`,
  ])
    expect([address, (await asBen.get(address)).status]).toEqual([address, 404])
  expect((await asBen.form(`/posts/${ids.hers}/replies`, { body: 'Hello?' })).status).toBe(404)
  expect((await asBen.form(`/messages/${ids.talk}`, { body: 'Hello?' })).status).toBe(404)
  expect((await asBen.form('/thank', { post: ids.hers!, words: 'x' })).status).toBe(404)
  expect((await asBen.form(`/bounds/${quilla.handle}/block`, {})).status).toBe(404)
  expect((await asBen.get(`/bounds/nobody-of-this-name/block`)).status).toBe(404)
})

test('BOUNDS-3 what she wrote is not counted for him, and is for others', async () => {
  const hers = await shows(theo, '/lately')
  expect(hers).toContain('2 answers')
  const his = await shows(ben, '/lately')
  expect(his).toContain('1 answer')
  expect(his).not.toContain('2 answers')
})

test('BOUNDS-3 she is told nothing of what he does, and meets him nowhere either', async () => {
  await place.reply(ben, ids.theos!, { body: 'bensecret @q-quillamark, look' })
  await place.post(ben, space, { title: 'bensecret again', body: '@q-quillamark' })
  await deliver(place.house)
  const notices = await shows(quilla, '/notices')
  expect(notices).not.toContain('bensecret')
  for (const address of ['/lately', `/posts/${ids.theos}`, `/spaces/${space.slug}`, '/search?q=bensecret'])
    expect(await shows(quilla, address)).not.toContain('bensecret again')
})
