import { describe, expect, test } from 'vitest'
import {
  eachWeekIn,
  everyDraftIn,
  experimentIn,
  outcomes,
  type Place,
  truthOf,
  usualPlace,
} from '../../test/kit/simulated-community.ts'
import { type Result, toldOf } from './rules.ts'

const ENDURE = process.env.KINDLING_ENDURE === '1'
const RUNS = ENDURE ? 4_000 : 200
/** What so many runs allow a share to be off by chance, three standard errors. */
const leeway = (share: number, runs: number) => 3 * Math.sqrt((share * (1 - share)) / runs)

const places: Record<string, Place> = {
  'where nothing differs': usualPlace,
  'where the pause helps': { ...usualPlace, effect: 0.35, calmer: 0.8 },
  'with few members': { ...usualPlace, members: 300, hardDrafts: 0.03, weeks: 8, effect: 0.35, calmer: 0.8 },
}
const seeds = (runs: number) => Array.from({ length: runs }, (_, run) => 7_919 * run + 13)
const alarms = (result: Result) => toldOf(outcomes, result).some(({ judged }) => judged?.seen)
const firstAlarms = (result: Result) => toldOf(outcomes.slice(0, 1), result)[0]?.judged?.seen ?? false

describe.each(Object.entries(places))('PULSE-4 %s', (_, place) => {
  test('the 95% interval holds the truth in 93 to 97 of 100 experiments', { timeout: 600_000 }, () => {
    const truth = truthOf(place)
    const all = seeds(RUNS).flatMap((seed) => toldOf(outcomes, experimentIn(place, seed)))
    for (const { name } of outcomes) {
      const told = all.flatMap((one) => (one.name === name && one.judged ? [one.judged.difference] : []))
      // What is seldom told is told for being far off; together with the others it counts below.
      if (told.length < RUNS * 0.7) continue
      const held = told.filter(({ low, high }) => low <= truth[name]! && truth[name]! <= high).length
      expect(held / told.length, name).toBeGreaterThan(0.93 - leeway(0.93, told.length))
      expect(held / told.length, name).toBeLessThan(0.97 + leeway(0.97, told.length))
    }
    const shown = all.flatMap(({ name, judged }) => (judged ? [{ name, ...judged.difference }] : []))
    const held = shown.filter(({ name, low, high }) => low <= truth[name]! && truth[name]! <= high)
    expect(held.length / shown.length).toBeGreaterThan(0.93)
    expect(held.length / shown.length).toBeLessThan(0.97)
  })
})

test('PULSE-4 false alarms over all outcomes: at most 5 of 100 experiments', { timeout: 600_000 }, () => {
  const found = seeds(RUNS).filter((seed) => alarms(experimentIn(usualPlace, seed))).length
  expect(found / RUNS).toBeLessThan(0.05 + leeway(0.05, RUNS))
})

test('PULSE-4 an effect that is there is found', () => {
  const place = { ...usualPlace, effect: 0.35 }
  const found = seeds(60).filter((seed) => firstAlarms(experimentIn(place, seed))).length
  expect(found).toBeGreaterThan(55)
})

test('PULSE-4 counted by drafts or looked at each week, it would raise more false alarms', {
  timeout: 600_000,
}, () => {
  const runs = ENDURE ? 2_000 : 120
  const share = (raised: (seed: number) => boolean) => seeds(runs).filter(raised).length / runs
  const rightly = share((seed) => firstAlarms(experimentIn(usualPlace, seed)))
  expect(share((seed) => firstAlarms(everyDraftIn(usualPlace, seed)))).toBeGreaterThan(rightly)
  expect(share((seed) => eachWeekIn(usualPlace, seed).some(firstAlarms))).toBeGreaterThan(rightly * 1.5)
})
