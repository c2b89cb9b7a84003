import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver } from '../../../test/kit/notices.ts'
import type { Space } from '../../spaces/index.ts'
import { Wake } from '../events/wake.ts'
import { LiveHub, MOST_PER_MEMBER } from './hub.ts'

interface Stream {
  /** Waits until a line holds these words; undefined after a moment of silence. */
  next(words: string): Promise<string | undefined>
  all(): string
  close(): Promise<void>
}

let place: TestApp
let wakes: Wake[] = []
let mira: TestMember
let noor: TestMember
let garden: Space
let post: string

async function wakeUp(hub: LiveHub): Promise<void> {
  const wake = new Wake(place.house.pool, place.house.log, { batch: 10, late: 50, poll: 200 })
  hub.start(place.house, wake)
  await wake.start()
  wakes.push(wake)
}

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  garden = await place.space('garden')
  post = await place.post(noor, garden)
  await wakeUp(place.house.live)
})
afterEach(async () => {
  place.house.live.close()
  for (const wake of wakes) await wake.stop()
  wakes = []
  await place.close()
})

function read(answer: Response): Stream {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let ended = false
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += value
    }
    ended = true
  })()
  return {
    async next(words) {
      for (let tries = 0; tries < 60; tries++) {
        const line = text.split('\n\n').find((one) => one.includes(words))
        if (line) return line
        if (ended) return undefined
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return undefined
    },
    all: () => text,
    async close() {
      await reader.cancel()
      await reading
    },
  }
}

const listen = async (member: TestMember, topics: string, headers: Record<string, string> = {}) =>
  place.as(member, headers).get(`/live?${topics}`)

test('an open thread is told of a new answer, by its id and nothing else', async () => {
  const stream = read(await listen(noor, `topic=thread:${post}`))
  const reply = await place.reply(mira, post, { body: 'A secret recipe' })
  const line = await stream.next('event: thread')
  expect(line).toContain(`data: {"reply":"${reply}"}`)
  expect(stream.all()).not.toContain('secret')
  await stream.close()
})

test('a second server tells its pages of what happened on the first', async () => {
  const other = new LiveHub()
  await wakeUp(other)
  const { features } = place.house
  const topic = features.flatMap((feature) => feature.live ?? []).find((one) => one.name === 'thread')!
  const body = await other.open(noor.viewer, { listening: [{ topic, key: post }] })
  const stream = read(new Response(body))
  await place.reply(mira, post)
  expect(await stream.next('event: thread')).toBeDefined()
  other.close()
})

test('each answer is asked for anew: who may no longer see it is not told', async () => {
  const team = await place.space('team', { kind: 'team', visibility: 'invited', people: [mira, noor] })
  const inside = await place.post(mira, team)
  const stream = read(await listen(noor, `topic=thread:${inside}&topic=thread:${post}`))
  await place.house.db.deleteFrom('space_members').where('member_id', '=', noor.id).execute()
  await place.reply(mira, inside)
  const open = await place.reply(mira, post)
  expect(await stream.next(open)).toBeDefined()
  expect(stream.all().match(/event: thread/g)).toHaveLength(1)
  await stream.close()
})

test('BOUNDS-3: who blocked somebody is not told of their answers', async () => {
  const theirs = await place.post(await place.member('Asha'), garden)
  await place.house.db
    .insertInto('blocks')
    .values({
      community_id: place.communityId,
      blocker_id: noor.id,
      blocked_id: mira.id,
      created_at: new Date(),
    })
    .execute()
  const stream = read(await listen(noor, `topic=thread:${theirs}`))
  await place.reply(mira, theirs)
  const sol = await place.reply(await place.member('Sol'), theirs)
  expect(await stream.next(sol)).toBeDefined()
  expect(stream.all().match(/event: thread/g)).toHaveLength(1)
  await stream.close()
})

test('notices show their mark to whom they reached and to nobody else', async () => {
  const [hers, his] = [read(await listen(noor, 'topic=notices')), read(await listen(mira, 'topic=notices'))]
  await place.reply(mira, post)
  await deliver(place.house)
  expect(await hers.next('event: notices')).toContain('{"news":true}')
  expect(his.all()).not.toContain('event: notices')
  await Promise.all([hers.close(), his.close()])
})

test('a page that comes back is told what it missed, once', async () => {
  const first = await place.reply(mira, post)
  const second = await place.reply(mira, post)
  const events = await place.house.db
    .selectFrom('events')
    .select(['id', 'reply_id'])
    .where('kind', '=', 'reply-written')
    .orderBy('id')
    .execute()
  const stream = read(await listen(noor, `topic=thread:${post}`, { 'last-event-id': events[0]!.id }))
  expect(await stream.next(second)).toBeDefined()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(stream.all()).not.toContain(first)
  expect(stream.all().match(/event: thread/g)).toHaveLength(1)
  await stream.close()
})

test('who may not read a thread, is nobody, or asks for nonsense cannot listen', async () => {
  const team = await place.space('team', { kind: 'team', visibility: 'invited', people: [mira] })
  const inside = await place.post(mira, team)
  const data = { accept: 'application/json' }
  expect((await listen(noor, `topic=thread:${inside}`, data)).status).toBe(404)
  expect((await listen(noor, 'topic=weather', data)).status).toBe(404)
  expect((await listen(noor, 'topic=thread:1', data)).status).toBe(404)
  expect((await listen(noor, '', data)).status).toBe(400)
  expect((await place.as(undefined, data).get('/live?topic=notices')).status).toBe(401)
})

test('the page of a post that was taken back still opens, so nothing it listens to is refused', async () => {
  expect((await place.as(noor).form(`/posts/${post}/take-back`, {})).status).toBe(303)
  expect((await place.as(mira).get(`/posts/${post}`)).status).toBe(200)
  const answer = await listen(mira, `topic=thread:${post}`)
  expect(answer.status).toBe(200)
  await read(answer).close()
})

test('one member holds a limited number of pages open; a page that closes frees its place', async () => {
  const streams = []
  for (let index = 0; index < MOST_PER_MEMBER; index++)
    streams.push(read(await listen(noor, 'topic=notices')))
  expect((await listen(noor, 'topic=notices', { accept: 'application/json' })).status).toBe(429)
  expect((await listen(mira, 'topic=notices')).status).toBe(200)
  await streams[0]!.close()
  expect((await listen(noor, 'topic=notices')).status).toBe(200)
  place.house.live.close()
  expect(place.house.live.size).toBe(0)
})
