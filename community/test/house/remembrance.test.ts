import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../kit/app.ts'
import { deliver } from '../kit/notices.ts'
import { asManyWriters } from '../kit/writers.ts'

const MARKER = 'quillamark'
const DAY = 86_400_000
let place: TestApp
let quilla: TestMember
let noor: TestMember
let hal: TestMember
let garden: Awaited<ReturnType<TestApp['space']>>
const ids: Record<string, string> = {}

/** Somebody who gave and was given everything there is, and then died. */
beforeAll(async () => {
  const { confirmRemembrance, proposeRemembrance } = await import('../../src/members/index.ts')
  const { decideShowing, giveThanks } = await import('../../src/thanks/index.ts')
  const shine = await import('../../src/shine/index.ts')
  place = await makeTestApp()
  const { house } = place
  quilla = await place.member(`Q. ${MARKER}`)
  noor = await place.member('Noor')
  hal = await place.member('Hal')
  const [jun, sol] = [
    await place.member('Jun', { role: 'steward' }),
    await place.member('Sol', { role: 'steward' }),
  ]
  garden = await place.space('garden')
  await place.as(noor).form('/spaces/garden/follow', {})
  ids.asks = await place.post(noor, garden, { title: 'Slugs' })
  await house.db.updateTable('posts').set({ need: 'advice' }).where('id', '=', ids.asks).execute()
  ids.answer = await place.reply(quilla, ids.asks)
  ids.other = await place.reply(hal, ids.asks)
  ids.hers = await place.post(quilla, garden, { title: 'Beans' })
  await asManyWriters(place)
  const about = { replyId: null, words: 'It held.', offerToShow: true }
  const given = await giveThanks(house, quilla.viewer, { ...about, postId: ids.asks })
  await decideShowing(house, noor.viewer, given, 'show')
  await shine.becomeHost(house, quilla.viewer)
  await shine.writeAbout(house, noor.viewer, quilla.handle, 'She waited.')
  await shine.addIdea(house, quilla.viewer, 'Ring somebody.')
  ids.celebration = await shine.openCelebration(house, noor.viewer, {
    ...{ space: 'garden', kind: 'together', title: 'The ramp carries', reached: 'It is dry.' },
    ...{ words: 'Three weekends.', people: quilla.handle },
  })
  await shine.addLine(house, quilla.viewer, ids.celebration, 'I carried sand.')
  await shine.openCelebration(house, quilla.viewer, {
    ...{ space: 'garden', kind: 'own', title: `${MARKER} a year`, reached: 'Four seasons.' },
    ...{ words: 'I came for a ladder.', people: '' },
  })
  const { markReply } = await import('../../src/lifting/index.ts')
  for (const replyId of [ids.answer, ids.other])
    await markReply(house, noor.viewer, { postId: ids.asks, replyId, mark: 'helped' })
  ids.theirAsk = await place.post(quilla, garden, { title: 'Who has a ladder?' })
  await house.db.updateTable('posts').set({ need: 'hands' }).where('id', '=', ids.theirAsk).execute()
  await deliver(house)
  await proposeRemembrance(house, jun.viewer, quilla.id, 'Her sister wrote.')
  await confirmRemembrance(house, sol.viewer, quilla.id)
  await deliver(house)
}, 60_000)
afterAll(() => place.close())

const shows = async (path: string, viewer = noor) => (await place.as(viewer).get(path)).text()

test('CARE-8 of no kind does a notice reach who is remembered', async () => {
  const { record } = await import('../../src/foundation/index.ts')
  const { noticeKinds } = await import('../../src/notices/kinds.ts')
  const { house, communityId } = place
  const before = await house.db
    .selectFrom('notices')
    .select('id')
    .where('member_id', '=', quilla.id)
    .execute()
  const kinds = [...new Set(noticeKinds(house).flatMap(({ eventKinds }) => eventKinds))]
  expect(kinds.length).toBeGreaterThan(20)
  await house.db.transaction().execute(async (trx) => {
    for (const kind of kinds)
      for (const postId of [ids.hers!, null]) {
        const about = { spaceId: garden.id, postId, subjectId: ids.celebration!, memberId: quilla.id }
        await record(trx, { communityId, kind, actorId: hal.id, ...about }, house.clock.now())
      }
  })
  await deliver(house)
  const after = await house.db.selectFrom('notices').select('id').where('member_id', '=', quilla.id).execute()
  expect(after).toEqual(before)
  await house.db.deleteFrom('notices').where('created_at', '>=', house.clock.now()).execute()
})

test('CARE-8 what they did last is read here, and no letter names them', async () => {
  const { house, communityId } = place
  expect(await shows('/notices')).toContain(MARKER)
  const { unmailed } = await import('../../src/notices/letters-store.ts')
  const { noticeKinds } = await import('../../src/notices/kinds.ts')
  const all = noticeKinds(house).map(({ name }) => name)
  const waiting = await house.db
    .transaction()
    .execute((trx) => unmailed(trx, communityId, noor.id, { kinds: all }))
  const actors = await house.db
    .selectFrom('events')
    .select('actor_id')
    .where('id', 'in', ['00000000-0000-0000-0000-000000000000', ...waiting.map((one) => one.eventId)])
    .execute()
  expect(actors.map((row) => row.actor_id)).not.toContain(quilla.id)
})

test('CARE-8 what leads a digest names nobody who has died', async () => {
  const since = new Date(place.house.clock.now().getTime() - 30 * DAY)
  const leads = place.house.features.flatMap((feature) => feature.digestLeads ?? [])
  expect(leads.map(({ name }) => name)).toEqual(['wall', 'celebrations', 'spotlight'])
  const lines = (await Promise.all(leads.map((lead) => lead.load(place.house, hal.viewer, since)))).flat()
  expect(lines.map(({ params }) => params.title)).toEqual(['The ramp carries'])
  expect(JSON.stringify(lines)).not.toContain(MARKER)
})

test('CARE-8 nothing asks anybody to thank, draw, host, name or write about them', async () => {
  const thread = await shows(`/posts/${ids.asks}`)
  expect(thread).toContain(MARKER)
  expect(thread).toContain(`/thank?post=${ids.asks}&amp;reply=${ids.other}`)
  expect(thread).not.toContain(`/thank?post=${ids.asks}&amp;reply=${ids.answer}`)
  for (const path of [
    `/thank?post=${ids.hers}`,
    `/thank?post=${ids.hers}&gift=shout-out`,
    `/thank?member=${quilla.handle}`,
    `/spotlight/about/${quilla.handle}`,
    `/messages/new?to=${quilla.handle}`,
  ])
    expect([path, (await place.as(noor).get(path)).status]).toEqual([path, 404])
  const given = { postId: ids.hers!, replyId: null, words: '', offerToShow: false }
  const { giveThanks } = await import('../../src/thanks/index.ts')
  await expect(giveThanks(place.house, noor.viewer, given)).rejects.toMatchObject({ code: 'not_thankable' })
  for (const path of ['/', '/spaces', '/spotlight', '/spotlight/host', '/kind-acts/done'])
    expect([
      path,
      (await shows(path, hal)).replace(/<article[\s\S]*?<\/article>/g, '').includes(MARKER),
    ]).toEqual([path, false])
  // Their name is not asked for any more, their line stays.
  const celebration = await shows(`/celebrations/${ids.celebration}`)
  expect(celebration).not.toContain('Asked to be named')
  expect(celebration).toContain('I carried sand.')
})

test('CARE-8 the lot passes them by, and another hosts the month', async () => {
  const { becomeHost, drawThree, openCelebration } = await import('../../src/shine/index.ts')
  await becomeHost(place.house, hal.viewer)
  expect(await drawThree(place.house, hal.viewer)).toEqual([])
  const again = {
    ...{ space: 'garden', kind: 'together', title: 'Again', reached: 'It is dry.', words: 'Again.' },
    people: quilla.handle,
  }
  await expect(openCelebration(place.house, hal.viewer, again)).rejects.toMatchObject({
    code: 'nobody_of_that_handle',
  })
})

test('CARE-8 on returning to an answered ask, they are not among those one might thank', async () => {
  const { readAnswerers } = await import('../../src/thanks/missed/read-answerers.ts')
  const answerers = await readAnswerers(place.house, noor.viewer, ids.asks!)
  expect(answerers.map(({ name }) => name)).toEqual(['Hal'])
})

test('CARE-8 their good answers are not in the corner of what nobody remarked on, and no band asks to answer them', async () => {
  const { readUnsaid } = await import('../../src/lifting/worth/read-unsaid.ts')
  const jun = await place.member('June')
  expect((await readUnsaid(place.house, jun.viewer)).map(({ replyId }) => replyId)).toEqual([ids.other])
  const { readCandidates } = await import('../../src/shine/order/read-candidates.ts')
  const all = await readCandidates(place.house, { communityId: place.communityId, spaceId: garden.id })
  const theirs = all.find(({ id }) => id === ids.theirAsk)
  expect(theirs).toMatchObject({ first: false, answered: true })
})
