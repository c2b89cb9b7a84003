import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

// The driver's reader for times without a zone is the one that was there before ours.
const original = pg.types.getTypeParser(pg.types.builtins.TIMESTAMP)

test('moments in UTC are read as the driver reads them', () => {
  const moment = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moment, fc.constantFrom('', '.1', '.12', '.123', '.123999', '.000001'), (date, fraction) => {
      const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`
      expect(readTime(text)?.getTime()).toBe((original(text) as unknown as Date).getTime())
    }),
  )
})

test.each([
  'infinity',
  '2030-06-04 10:00:00+02',
  '0044-03-15 12:00:00+00 BC',
  '0044-03-15 12:00:00+00',
  '2030-06-04',
  '12030-06-04 10:00:00+00',
])('%s is left to the driver', (text) => {
  expect(readTime(text)).toBeUndefined()
})
