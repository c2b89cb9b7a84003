import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isHeldOut,
  prospectOf,
  type Result,
  resultOf,
  SHOWN_FROM,
  stateOf,
  TOLD_FROM,
  toldOf,
} from './rules.ts'

const outcomes = [{ name: 'sent', measure: 'share' }] as const
const counted = (usual: number, heldOut: number, sent = 1) =>
  [...Array(usual + heldOut).keys()].map((at) => ({ heldOut: at >= usual, values: { sent } }))

test('PULSE-4 a member is in the same half however often it is asked, and half of them are in each', () => {
  const ids = Array.from({ length: 4_000 }, (_, at) => `member ${at}`)
  const held = ids.filter((id) => isHeldOut('one', id))
  expect(held.length / ids.length).toBeGreaterThan(0.47)
  expect(held.length / ids.length).toBeLessThan(0.53)
  expect(ids.filter((id) => isHeldOut('one', id))).toEqual(held)
  // Another experiment draws lots anew.
  const again = held.filter((id) => isHeldOut('two', id)).length / held.length
  expect(again).toBeGreaterThan(0.45)
  expect(again).toBeLessThan(0.55)
  fc.assert(fc.property(fc.uuid(), (id) => !isHeldOut('x', id, 0) && isHeldOut('x', id, 1)))
})

test('PULSE-4 below 300 active members, or where only the largest effects could be seen, it does not begin', () => {
  expect(prospectOf(12, 48, 500).whyNot).toBe('too_few_active')
  expect(prospectOf(12, 299, 500).whyNot).toBe('too_few_active')
  expect(prospectOf(12, 300, 500).whyNot).toBeUndefined()
  expect(prospectOf(4, 300, 40).whyNot).toBe('too_little_to_see')
  expect(prospectOf(4, 300, 0)).toEqual({ weeks: 4, reach: 0, smallest: 1, whyNot: 'too_little_to_see' })
})

test('PULSE-4 nothing is shown of fewer members than the least in either half', () => {
  expect(resultOf(['sent'], counted(SHOWN_FROM, SHOWN_FROM - 1)).sums).toBeNull()
  expect(resultOf(['sent'], counted(SHOWN_FROM, SHOWN_FROM)).sums?.sent?.usual.sum).toBe(SHOWN_FROM)
  expect(toldOf(outcomes, { sums: null })).toEqual([])
})

test('PULSE-4 what nearly everybody or nearly nobody did is not compared', () => {
  const sums = (usual: number, heldOut: number): Result['sums'] => ({
    sent: {
      usual: { members: 100, sum: usual, squares: usual },
      heldOut: { members: 100, sum: heldOut, squares: heldOut },
    },
  })
  const told = (usual: number, heldOut: number) => toldOf(outcomes, { sums: sums(usual, heldOut) })[0]!.judged
  expect(told(0, TOLD_FROM - 1)).toBeUndefined()
  expect(told(100, 101 - TOLD_FROM)).toBeUndefined()
  expect(told(0, TOLD_FROM)?.seen).toBe(true)
  expect(told(50, 52)?.seen).toBe(false)
})

test('PULSE-4 it runs, waits for its last week, and is done; stopped is stopped', () => {
  const endsAt = new Date('2026-06-01')
  const [before, after] = [new Date('2026-05-01'), new Date('2026-06-02')]
  expect(stateOf({ endsAt, stoppedAt: null, result: null }, before)).toBe('running')
  expect(stateOf({ endsAt, stoppedAt: null, result: null }, after)).toBe('settling')
  expect(stateOf({ endsAt, stoppedAt: null, result: {} }, after)).toBe('done')
  expect(stateOf({ endsAt, stoppedAt: before, result: null }, after)).toBe('stopped')
})
