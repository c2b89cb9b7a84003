import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { newId } from '../foundation/index.ts'
import { type ImportedReport, importReport } from './import-report.ts'

let place: TestApp
let asha: TestMember
let ben: TestMember
let jun: TestMember
let postId: string

beforeAll(async () => {
  place = await makeTestApp()
  asha = await place.member('Asha')
  ben = await place.member('Ben')
  jun = await place.member('Jun', { role: 'steward' })
  postId = await place.post(asha, await place.space('print-room'), { title: 'Posters' })
})
afterAll(() => place.close())

const START = Date.UTC(2030, 0, 1)

async function imported(given: Partial<ImportedReport>): Promise<{ id: string; replyId: string }> {
  const replyId = await place.reply(ben, postId, { body: 'You never read.' })
  const id = newId(START)
  await place.house.db.transaction().execute((trx) =>
    importReport(trx, {
      communityId: place.communityId,
      postId,
      replyId,
      id,
      reporterId: asha.id,
      wish: 'help-talk',
      note: 'It is about me.',
      createdAt: new Date(START),
      outcome: 'open',
      reason: '',
      ...given,
    }),
  )
  return { id, replyId }
}

const page = async (who: TestMember, path: string) => (await place.as(who).get(path)).text()

test('an open report waits in the steward’s day', async () => {
  const { id } = await imported({})
  expect(await page(jun, '/today')).toContain(`/reports/${id}`)
})

test('an unfounded one is answered with its reason', async () => {
  await imported({
    outcome: 'unfounded',
    stewardId: jun.id,
    reason: 'I read it three times.',
    decidedAt: new Date(START + 3_600_000),
  })
  expect(await page(asha, '/reports')).toContain('I read it three times.')
  const ines = await place.member('Ines', { role: 'administrator' })
  expect(await page(ines, '/admin/audit')).toMatch(/Jun[^<]*print-room/)
})

test('one that was hidden shows its author the reason', async () => {
  const { id, replyId } = await imported({
    outcome: 'hidden',
    stewardId: jun.id,
    reason: 'Post the first half again.',
    decidedAt: new Date(START + 7_200_000),
  })
  await place.house.db
    .updateTable('replies')
    .set({ hidden_at: new Date(START + 7_200_000) })
    .where('id', '=', replyId)
    .execute()
  const text = await page(ben, `/posts/${postId}`)
  expect(text).toContain('Post the first half again.')
  expect(text).toContain(`/look-again/${id}`)
})

test('one that came back keeps both steps in its trail, in their order', async () => {
  const { id } = await imported({
    outcome: 'restored',
    stewardId: jun.id,
    reason: 'Take the one sentence off.',
    decidedAt: new Date(START + 9_000_000),
    hiddenAt: new Date(START + 3_000_000),
    toReporter: { hidden: 'It is hidden.', restored: 'It is back.' },
  })
  const text = await page(jun, `/reports/${id}`)
  expect(text.indexOf('You hid it')).toBeGreaterThan(0)
  expect(text.indexOf('You put it back')).toBeGreaterThan(text.indexOf('You hid it'))
  const mine = await page(asha, '/reports')
  expect(mine.indexOf('It is back.')).toBeGreaterThan(mine.indexOf('It is hidden.'))
})

test('a decision without its steward or time is refused', async () => {
  await expect(imported({ outcome: 'unfounded', reason: 'x' })).rejects.toThrow('who decided it and when')
})
