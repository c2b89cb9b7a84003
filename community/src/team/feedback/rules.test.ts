import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, answerParts, checkAnswer, endOfDay, mayEndAt, namesIn, threeParts } from './rules.ts'

const some = fc.constantFrom('', ' \n', '…', 'The gate was open.', 'Ich sah es')
const answers = fc.record({ helped: some, seen: some, effect: some, wish: some })
const isSaid = (text: string) => /\p{L}/u.test(text)

test('THANKS-7 an answer is what helped, or all of the three, or both; never a part of the three', () => {
  fc.assert(
    fc.property(answers, (answer: Answer) => {
      const three = threeParts.filter((part) => isSaid(answer[part])).length
      const check = checkAnswer(answer)
      const fine = three === 3 || (three === 0 && isSaid(answer.helped))
      expect(check === 'fine').toBe(fine)
      if (!fine && three > 0)
        expect(answer[(check as { missing: keyof Answer }).missing].trim()).toMatch(/^…?$/)
    }),
    { numRuns: 200 },
  )
  expect(answerParts).toEqual(['helped', ...threeParts])
})

test('THANKS-7 the last day ends with its night, on the clock of who asks', () => {
  expect(endOfDay('2026-05-03', 'UTC')?.toISOString()).toBe('2026-05-04T00:00:00.000Z')
  expect(endOfDay('2026-05-03', 'Asia/Tokyo')?.toISOString()).toBe('2026-05-03T15:00:00.000Z')
  // The night in which the clocks go forward.
  expect(endOfDay('2026-03-28', 'Europe/Berlin')?.toISOString()).toBe('2026-03-28T23:00:00.000Z')
  for (const day of ['', 'tomorrow', '2026-02-30', '2026-13-01', '03.05.2026'])
    expect(endOfDay(day, 'UTC')).toBeUndefined()
})

test('THANKS-7 an ask ends between today and 30 days from now', () => {
  const now = new Date('2026-05-03T10:00:00Z')
  const ends = (day: string) => mayEndAt(endOfDay(day, 'UTC')!, now)
  expect(ends('2026-05-02')).toBe(false)
  expect(ends('2026-05-03')).toBe(true)
  expect(ends('2026-06-02')).toBe(true)
  expect(ends('2026-06-03')).toBe(false)
})

test('THANKS-7 names are read however they are parted, each once', () => {
  expect(namesIn('Mira, @noor;Theo Tram\n Mira,, ')).toEqual(['Mira', '@noor', 'Theo Tram'])
  expect(namesIn(' ')).toEqual([])
})
