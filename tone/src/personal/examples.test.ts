import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawnFigures, figures, phoneFigures, rows } from '../../test/personal-figures.mjs'
import { type PersonalKind, personalKinds } from './found.ts'
import { personalData } from './personal-data.ts'

const all = rows()

test('the messages are many, and half of them hold nothing personal', () => {
  expect(all.length).toBeGreaterThanOrEqual(800)
  expect(all.filter(({ personal }) => personal.length === 0).length * 2).toBeGreaterThanOrEqual(all.length)
})

// What was reached, less a message or so: a rule that gets worse shows here.
const sets: {
  name: string
  kept: boolean
  floor: number
  floors: Partial<Record<PersonalKind, number>>
  alarms: number
}[] = [
  { name: 'messages the rules were made with', kept: false, floor: 0.98, floors: {}, alarms: 1 },
  {
    name: 'messages kept apart',
    kept: true,
    floor: 1,
    floors: { phone: 0.8, address: 0.8, name: 0.65 },
    alarms: 2,
  },
]
describe.each(sets)('$name', ({ kept, floor, floors, alarms }) => {
  const { kinds, alarmed } = figures(
    personalData,
    all.filter((row) => row.kept === kept),
  )
  test.each(personalKinds)('%s: recall', (kind) => {
    const { there, found, wrong } = kinds[kind]!
    expect(found / there).toBeGreaterThanOrEqual(floors[kind] ?? floor)
    expect(wrong).toBeLessThanOrEqual(alarms)
  })
  test('false alarms', () => {
    expect(alarmed).toBeLessThanOrEqual(alarms)
  })
})

test('the messages written for the reading, nearly all without personal data, stay quiet', () => {
  const folder = new URL('../../../training/data/written/', import.meta.url)
  const texts = ['ordinary', 'everyday', 'help', 'gratitude', 'games-and-code', 'school-and-club'].flatMap(
    (name) =>
      readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text as string),
  )
  const alarmed = texts.filter((text) => personalData(text).length > 0)
  expect(texts.length).toBeGreaterThan(1_000)
  expect(alarmed.length / texts.length).toBeLessThan(0.001)
})

describe('telephone numbers beside libphonenumber', () => {
  const { sorts } = phoneFigures(personalData)
  test('there are thousands, of every country', () => {
    expect(Object.values(sorts).reduce((sum, { there }) => sum + there, 0)).toBeGreaterThan(4_000)
  })
  test.each([
    ['plus, in one', 1],
    ['plus, spaces', 1],
    ['plus, hyphens', 1],
    ['00 instead of plus', 1],
    ['plus, brackets', 0.97],
    ['as at home, region given', 0.93],
    ['as at home, beside "call her"', 0.97],
  ])('%s', (sort, share) => {
    const { there, found } = sorts[sort]!
    expect(found / there).toBeGreaterThanOrEqual(share)
  })
  test('numbers drawn by a die: those valid are found, those impossible hardly', () => {
    const { valid, validFound, impossible, impossibleFound } = drawnFigures(personalData)
    expect(valid).toBeGreaterThan(1_000)
    expect(validFound / valid).toBeGreaterThan(0.97)
    expect(impossibleFound / impossible).toBeLessThan(0.01)
  })
})
