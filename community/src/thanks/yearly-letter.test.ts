import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { giveThanks } from './give-thanks.ts'
import { tellOfYears } from './yearly-letter.ts'

const DAY = 86_400_000
let place: TestApp
let helper: TestMember

const told = async () => {
  const { rows } = await place.house.pool.query("select member_id from events where kind = 'keepsakes-year'")
  return rows.map(({ member_id }) => member_id)
}
const tell = async () => tellOfYears(place.house, (await place.house.communities.byId(place.communityId))!)

async function joined(member: TestMember, daysAgo: number): Promise<void> {
  const at = new Date(place.house.clock.now().getTime() - daysAgo * DAY)
  await place.house.db.updateTable('members').set({ joined_at: at }).where('id', '=', member.id).execute()
}

beforeAll(async () => {
  place = await makeTestApp()
  const space = await place.space('garden')
  helper = await place.member('Olga')
  const [other, quiet] = [await place.member('Mira'), await place.member('Noor')]
  const post = await place.post(helper, space)
  // They share a conversation: what comes from elsewhere waits to be looked at.
  await place.reply(other, post)
  const given = { postId: post, replyId: null, words: 'I tried it, and it held.', offerToShow: false }
  await giveThanks(place.house, other.viewer, given)
  // Nobody said anything to this one in a year.
  await joined(quiet, 368)
})
afterAll(() => place.close())

test('THANKS-3 a year of kind words is told of once, around the day somebody came, and to nobody else', async () => {
  await joined(helper, 340)
  await tell()
  expect(await told()).toEqual([])
  await joined(helper, 368)
  await Promise.all([tell(), tell()])
  expect(await told()).toEqual([helper.id])
  place.house.clock.forward(2 * DAY)
  await tell()
  expect(await told()).toEqual([helper.id])
})

test('THANKS-3 what was taken back is no reason to tell', async () => {
  await place.house.pool.query(
    "delete from keepsake_letters; delete from events where kind = 'keepsakes-year'",
  )
  await place.house.pool.query('update thanks set taken_back_at = now()')
  await tell()
  expect(await told()).toEqual([])
})
