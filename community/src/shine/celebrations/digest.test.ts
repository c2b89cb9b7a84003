import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveAddress } from '../../../test/kit/address.ts'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { deliver } from '../../../test/kit/notices.ts'
import { asManyWriters } from '../../../test/kit/writers.ts'
import { setBounds } from '../../bounds/index.ts'
import { setFollow } from '../../conversation/follow-store.ts'
import { inTurn } from '../../notices/rules.ts'
import { sendDigests } from '../../notices/send-digests.ts'
import type { Space } from '../../spaces/index.ts'
import { decideShowing, giveThanks } from '../../thanks/index.ts'
import { openCelebration } from './open-celebration.ts'

const DAY = 86_400_000
let place: TestApp
let mira: TestMember
let noor: TestMember
let ben: TestMember
let garden: Space

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  ben = await place.member('Ben')
  garden = await place.space('garden')
  await giveAddress(place.house, noor)
  await setFollow(
    place.house.db,
    place.communityId,
    noor.id,
    { spaceId: garden.id },
    true,
    place.house.clock.now(),
  )
  // Past the first week, a Wednesday.
  place.house.clock.forward(8 * DAY - (place.house.clock.now().getTime() % DAY) + DAY / 2)
  while (place.house.clock.now().getUTCDay() !== 3) place.house.clock.forward(DAY)
  await asManyWriters(place, 12)
})
afterEach(() => place.close())

/** The letter of the coming Sunday, at ten. */
async function sundaysLetter(): Promise<string | undefined> {
  const { house } = place
  await deliver(house)
  const now = house.clock.now()
  house.clock.forward((7 - now.getUTCDay()) * DAY - (now.getTime() % DAY) + 10 * 3_600_000)
  await sendDigests(house, (await house.communities.byId(place.communityId))!)
  return house.mail.letters.filter(({ to }) => to === 'noor@example.org').at(-1)?.text
}

const open = (by: TestMember, title: string, given: { space?: string; kind?: string } = {}) =>
  openCelebration(place.house, by.viewer, {
    ...{ space: 'garden', kind: 'together', title, reached: 'One in fifteen, and dry.' },
    ...{ words: 'It took three weekends.', people: '', ...given },
  })

/** What both agree to show. */
async function thank(by: TestMember, postId: string, words: string, decision: 'show' | 'keep' = 'show') {
  const id = await giveThanks(place.house, by.viewer, { postId, replyId: null, words, offerToShow: true })
  await decideShowing(place.house, mira.viewer, id, decision)
  place.house.clock.forward(1_000)
}

test('SHINE-4 the letter begins with what was kind, at most three of it, then what is new', async () => {
  const post = await place.post(mira, garden, { title: 'First frost' })
  await open(mira, 'The ramp carries')
  await thank(ben, post, 'You waited for me.')
  await thank(await place.member('Asha'), post, 'The string held.')
  await thank(await place.member('Dot'), post, 'I read it twice.')
  const letter = (await sundaysLetter())!
  const at = (words: string) => letter.indexOf(words)
  expect(at('What was kind here')).toBeGreaterThan(0)
  expect(at('What was kind here')).toBeLessThan(at('The ramp carries: One in fifteen, and dry.'))
  expect(at('The ramp carries')).toBeLessThan(at('First frost'))
  const kind = letter.slice(at('What was kind here'), at('First frost'))
  expect(kind.match(/https?:/g)).toHaveLength(3)
  expect(kind).toContain('“I read it twice.” Dot, to Mira')
})

test('SHINE-4 it leads with nothing that was not agreed to, is behind a block, or stays where it was said', async () => {
  await place.post(await place.member('Theo'), garden, { title: 'First frost' })
  const post = await place.post(mira, garden, { title: 'Beans' })
  await thank(ben, post, 'Kept to herself.', 'keep')
  await open(ben, 'Blocked away')
  await setBounds(place.house, noor.viewer, ben.handle, 'block')
  await place.space('team', { kind: 'team', visibility: 'invited', people: [mira, noor] })
  await open(mira, 'The rota is full', { space: 'team' })
  const letter = (await sundaysLetter())!
  expect(letter).toContain('First frost')
  for (const words of ['Kept to herself', 'Blocked away', 'One in fifteen'])
    expect(letter).not.toContain(words)
  // Of a space for invited people a letter has the name and where it leads.
  expect(letter).toContain('The rota is full, in team')
})

test('SHINE-4 no letter goes for that alone', async () => {
  await place.house.db.deleteFrom('follows').execute()
  await place.house.db.deleteFrom('notices').execute()
  await open(mira, 'The ramp carries')
  expect(await sundaysLetter()).toBeUndefined()
})

test('of each kind one comes before any has a second, and never more than three', () => {
  const kinds = fc.array(fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 4 }), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(kinds, (found) => {
      const led = inTurn(found, 3)
      const there = found.filter((kind) => kind.length > 0)
      expect(led.length).toBe(Math.min(3, there.flat().length))
      const firsts = there.map(([first]) => first).slice(0, 3)
      expect(led.slice(0, firsts.length)).toEqual(firsts)
    }),
    { numRuns: 50 },
  )
})
