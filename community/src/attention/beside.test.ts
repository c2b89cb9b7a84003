import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { answersSettled, newId } from '../foundation/index.ts'
import { type Beside, endedBeside, heededBeside, standBeside } from './beside.ts'
import type { AttentionKind } from './kinds.ts'

const HOUR = 3_600_000

let app: TestApp
let mira: TestMember
let kind: AttentionKind

beforeAll(async () => {
  app = await makeTestApp()
  kind = app.house.features
    .flatMap(({ attentionKinds }) => attentionKinds ?? [])
    .find(({ name }) => name === 'heat')!
})
afterAll(() => app.close())
beforeEach(async () => {
  mira = await app.member('Mira')
})

async function stands(beside: Beside): Promise<boolean> {
  const found = await standBeside(app.house, mira.viewer, beside)
  await answersSettled(app.house)
  return found
}
const uses = async () =>
  (
    await app.house.db
      .selectFrom('attention_uses')
      .select('outcome')
      .where('member_id', '=', mira.id)
      .orderBy('id')
      .execute()
  ).map(({ outcome }) => outcome)

test('it is counted once for each thing, also on two pages at once, and ends with its reader', async () => {
  const beside = { kind, subjectId: newId() }
  expect(await Promise.all([stands(beside), stands(beside)])).toEqual([true, true])
  expect(await uses()).toEqual([null])
  await heededBeside(app.house, mira.viewer, beside)
  expect(await stands(beside)).toBe(true)
  await endedBeside(app.house, mira.viewer, beside, 'dismissed')
  expect(await stands(beside)).toBe(false)
  expect(await uses()).toEqual(['heeded'])
})

test('it stands for a while, and speaks anew of what began later', async () => {
  const beside = { kind, subjectId: newId(), standsFor: HOUR }
  expect(await stands(beside)).toBe(true)
  app.house.clock.forward(2 * HOUR)
  expect(await stands(beside)).toBe(false)
  expect(await stands({ ...beside, since: app.house.clock.now() })).toBe(true)
  expect(await uses()).toEqual([null, null])
})

test('where the budget is spent, or there is nothing to say, it does not stand and is not counted', async () => {
  const never = async () => false
  expect(await standBeside(app.house, mira.viewer, { kind, subjectId: newId() }, never)).toBe(false)
  for (let spent = 0; spent < kind.limits.day!; spent++) await stands({ kind, subjectId: newId() })
  expect(await stands({ kind, subjectId: newId() })).toBe(false)
  expect(await uses()).toHaveLength(kind.limits.day!)
})
