import { expect, test } from 'vitest'
import { giveAddress } from '../kit/address.ts'
import { makeTestApp } from '../kit/app.ts'
import { deliver } from '../kit/notices.ts'

const HOUR = 3_600_000
const MIRA = 'mira@example.org'
const DAY = 24 * HOUR
/** From ten in the morning over an evening and the next morning: every letter that comes once a day. */
const HOURS = 26

/** What differs between two places of the same day: ids, what is signed with them, and which notes are shown. */
const still = (text: string) =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/(\/letters\/end\/\S+\/)[\w-]+/g, '$1signature')
    .replace(/Friend \d+/g, 'Friend')

/** Every letter of a day in which so many people thanked Mira, by whom it is for. */
async function lettersOfADay(thanks: number): Promise<Record<string, string[]>> {
  const { giveThanks, decideShowing } = await import('../../src/thanks/index.ts')
  const place = await makeTestApp()
  const { house } = place
  const garden = await place.space('garden')
  const mira = await place.member('Mira')
  const noor = await place.member('Noor')
  const jun = await place.member('Jun', { role: 'steward' })
  for (const one of [mira, noor, jun]) await giveAddress(house, one)
  // Past the first week, at ten in the morning.
  house.clock.forward(8 * DAY - (house.clock.now().getTime() % DAY) + 10 * HOUR)
  for (const one of [noor, jun]) await place.as(one).form('/spaces/garden/follow', {})
  for (const one of [noor, jun]) await place.as(one).form('/settings/notices', { digest: 'daily' })
  const post = await place.post(mira, garden, { title: 'Soup' })
  await place.post(noor, garden, { title: 'Beans' })
  const friends = []
  for (let at = 0; at < 50; at++) friends.push(await place.member(`Friend ${at}`))
  for (const one of friends) await place.reply(one, post)
  for (const { viewer } of friends.slice(0, thanks)) {
    const giving = { postId: post, replyId: null, words: 'It kept me warm.', offerToShow: true }
    await decideShowing(house, mira.viewer, await giveThanks(house, viewer, giving), 'show')
  }
  const jobs = house.features.flatMap((feature) => feature.jobs ?? [])
  for (let hour = 0; hour < HOURS; hour++) {
    await deliver(house)
    house.clock.forward(HOUR)
    await house.jobs.runDue(house)
    for (const job of jobs) await job.run(house)
  }
  const letters: Record<string, string[]> = {}
  for (const { to, subject, text } of house.mail.letters)
    letters[to] = [...(letters[to] ?? []), still(`${subject}\n${text}`)]
  await place.close()
  return letters
}

test('a day on which fifty thank one post writes everybody else the letters of a day on which four did', {
  timeout: 120_000,
}, async () => {
  const few = await lettersOfADay(4)
  const many = await lettersOfADay(50)
  const others = Object.keys(few).filter((to) => to !== MIRA)
  expect(others).toEqual(expect.arrayContaining(['noor@example.org', 'jun@example.org']))
  for (const to of others) {
    expect([to, many[to]]).toEqual([to, few[to]])
    // What is quoted there was agreed to by both, and is three notes at most.
    for (const letter of many[to]!)
      expect((letter.match(/It kept me warm/g) ?? []).length).toBeLessThanOrEqual(3)
  }
  expect(Object.keys(many).sort()).toEqual([...new Set([...others, MIRA])].sort())
  // It reached the one it was for.
  expect(many[MIRA]!.join()).toContain('It kept me warm.')
})
