import { beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/kit/house.ts'
import { loadContent } from './load.ts'
import { type Content, readContent } from './read-content.ts'
import { shiftDays } from './shift-days.ts'
import { parseThread } from './thread-file.ts'
import { makeTimeline } from './timeline.ts'

const now = new Date('2026-11-24T07:30:00Z')
const DAY = 86_400_000
const at = (time: Date) => ({ now: () => time })

function writers(content: Content, sinceDays: number): Set<string> {
  const timeline = makeTimeline(content.timeZone, now)
  const since = now.getTime() - sinceDays * DAY
  return new Set(
    content.threads.flatMap((thread) => {
      const start = timeline.startOf(thread).getTime()
      return [{ author: thread.author, offset: 0 }, ...thread.replies]
        .filter(({ offset }) => start + offset >= since)
        .map(({ author }) => author)
    }),
  )
}

describe.each(['lantern-street', 'table'] as const)('%s', (place) => {
  let content: Content
  beforeAll(async () => {
    content = await readContent(place)
  })

  test('everybody who speaks lives there, had joined, and may write in that space', () => {
    const timeline = makeTimeline(content.timeZone, now)
    const wrong: string[] = []
    for (const thread of content.threads) {
      const space = content.spaces.find(({ slug }) => slug === thread.space)!
      const start = timeline.startOf(thread).getTime()
      for (const { author, offset } of [{ author: thread.author, offset: 0 }, ...thread.replies]) {
        const member = content.members.find(({ nick }) => nick === author)
        const joined = member && timeline.daysAgo(member.joined, 5).getTime()
        const inside = space.visibility !== 'invited' || member?.spaces.includes(space.slug)
        if (!member || joined! > start + offset || !inside)
          wrong.push(`${thread.space}/${thread.slug}: ${author}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('nothing lies in the future, also when it is opened just after midnight, and offsets never decrease', () => {
    const early = new Date('2026-11-24T00:05:00Z')
    const wrong: string[] = []
    for (const thread of content.threads) {
      const start = makeTimeline(content.timeZone, early).startOf(thread).getTime()
      const last = Math.max(
        0,
        ...thread.replies.map(({ offset }) => offset),
        ...thread.thanks.map(({ offset }) => offset),
        ...thread.marks.map(({ offset }) => offset),
      )
      if (start + last > early.getTime()) wrong.push(`${thread.space}/${thread.slug} ends in the future`)
      for (let index = 1; index < thread.replies.length; index++)
        if (thread.replies[index]!.offset < thread.replies[index - 1]!.offset)
          wrong.push(`${thread.space}/${thread.slug} reply ${index + 1} goes back in time`)
    }
    expect(wrong).toEqual([])
  })

  test('nobody thanks or reports themselves, and thanks in support and family spaces stay between two', () => {
    const wrong: string[] = []
    for (const thread of content.threads) {
      const kind = content.spaces.find(({ slug }) => slug === thread.space)!.kind
      const author = (target: 'post' | number) =>
        target === 'post' ? thread.author : thread.replies[target]!.author
      for (const thanks of thread.thanks) {
        if (thanks.by === author(thanks.target)) wrong.push(`${thread.slug}: ${thanks.by} thanks themselves`)
        if ((kind === 'support' || kind === 'family') && thanks.how !== 'between')
          wrong.push(`${thread.space}/${thread.slug}: ${thanks.how}`)
        if (thanks.words.length > 280) wrong.push(`${thread.slug}: ${thanks.words.length} characters`)
      }
      for (const report of thread.reports)
        if (report.by === author(report.target)) wrong.push(`${thread.slug}: ${report.by} reports themselves`)
    }
    expect(wrong).toEqual([])
  })
})

test('Lantern Street is a house: 60 people, 52 of them writing within 30 days, 120 posts, 700 replies, five kinds of space', async () => {
  const content = await readContent('lantern-street')
  expect(content.members.length).toBe(60)
  expect(writers(content, 30).size).toBe(52)
  expect(content.threads.length).toBeGreaterThanOrEqual(120)
  expect(content.threads.reduce((sum, { replies }) => sum + replies.length, 0)).toBeGreaterThanOrEqual(700)
  expect(new Set(content.spaces.map(({ kind }) => kind)).size).toBe(5)
  expect(
    new Set(
      content.threads.flatMap(({ language, replies }) => [
        language,
        ...replies.map((reply) => reply.language ?? language),
      ]),
    ).size,
  ).toBeGreaterThan(3)
})

test('the table is a first week: five people, one steward, nine posts', async () => {
  const content = await readContent('table')
  expect(content.members.length).toBe(5)
  expect(content.members.filter(({ role }) => role === 'steward').length).toBe(1)
  expect(content.threads.length).toBe(9)
})

test('no two replies are the same words', async () => {
  const content = await readContent('lantern-street')
  const seen = new Map<string, number>()
  for (const { replies } of content.threads)
    for (const { body } of replies) if (body.length > 30) seen.set(body, (seen.get(body) ?? 0) + 1)
  expect([...seen].filter(([, times]) => times > 1)).toEqual([])
})

describe('loading', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await testHouse({ parts: { clock: at(now) } })
    await loadContent(house, await readContent('lantern-street'))
    return () => house.close()
  })

  const yesterday = () =>
    house.db
      .selectFrom('posts')
      .select(['id', 'title', 'created_at'])
      .orderBy('created_at', 'desc')
      .limit(5)
      .execute()

  test('ids are the same in every opening, times count back from the day', async () => {
    const [newest] = await yesterday()
    const other = await testHouse({ parts: { clock: at(new Date(now.getTime() + 40 * DAY)) } })
    await loadContent(other, await readContent('lantern-street'))
    const same = await other.db
      .selectFrom('posts')
      .select('created_at')
      .where('id', '=', newest!.id)
      .executeTakeFirstOrThrow()
    expect(same.created_at.getTime() - newest!.created_at.getTime()).toBe(40 * DAY)
    await other.close()
  })

  test('opened again three days later, yesterday is yesterday again', async () => {
    const before = await yesterday()
    const later = { ...house, clock: { now: () => new Date(now.getTime() + 3 * DAY) } }
    expect(await shiftDays(later, 'Europe/London', now)).toBe(3)
    const after = await yesterday()
    expect(after.map(({ created_at: time }) => time.getTime())).toEqual(
      before.map(({ created_at: time }) => time.getTime() + 3 * DAY),
    )
  })
})

test('a thread file says which line cannot be read', () => {
  expect(() => parseThread('x', 'y', 'title: A\nauthor: a\nat: 2d 10:00\n\nBody\n\n== b 27m\nHi')).toThrow(
    'is not a reply line',
  )
  expect(() => parseThread('x', 'y', 'title: A\nauthor: a\n\nBody')).toThrow('"at" is missing')
  const given = '~~ thanks b > post +2h between applause\n'
  expect(() => parseThread('x', 'y', `title: A\nauthor: a\nat: 2d 10:00\n\nBody\n\n${given}`)).toThrow(
    '"applause" is nothing that can be given',
  )
})

test('a place of a year has two who look after it, letters that arrived and a sheet that was printed', async () => {
  const { members } = await readContent('lantern-street')
  expect(members.filter(({ role }) => role === 'administrator').length).toBeGreaterThan(1)
  const house = await testHouse({ parts: { clock: at(now) } })
  try {
    await loadContent(house, await readContent('lantern-street'))
    const row = await house.db.selectFrom('set_up').selectAll().executeTakeFirstOrThrow()
    expect([row.letter_arrived_at, row.kit_made_at]).toEqual([expect.any(Date), expect.any(Date)])
  } finally {
    await house.close()
  }
})
