import { expect, test } from 'vitest'
import { english, makeTranslator } from '../../foundation/index.ts'
import { asksAnything, dayIn, readSearchForm, searchHref } from './read-form.ts'
import { readPlace, stretchBack, writePlace } from './rules.ts'

const t = makeTranslator(english)
const read = (given: Record<string, string>, zone = 'UTC') => readSearchForm((name) => given[name], zone, t)

test('days begin and end at midnight where the reader lives', () => {
  const form = read({ from: '2030-03-31', to: '2030-03-31' }, 'Europe/Berlin')
  expect(form.from?.toISOString()).toBe('2030-03-30T23:00:00.000Z')
  expect(form.until?.toISOString(), 'an hour was lost that night').toBe('2030-03-31T22:00:00.000Z')
})

test.each(['2030-02-30', 'yesterday', '0000-01-01', '2030-13-01', '99999-01-01'])(
  '%s is no day, and the form says so',
  (day) => {
    expect(dayIn('UTC', day)).toBeUndefined()
    expect(read({ from: day }).errors.from).toContain('2030-06-04')
  },
)

test('days the wrong way round are said to be', () => {
  expect(read({ from: '2030-06-05', to: '2030-06-04' }).errors.from).toContain('Swap')
})

test('nothing typed asks nothing; a choice alone does', () => {
  expect(asksAnything(read({ order: 'best', words: ' ' }))).toBe(false)
  expect(asksAnything(read({ in: 'posts' }))).toBe(true)
})

test('an address keeps what was typed and changes what is asked', () => {
  expect(searchHref(read({ words: 'a&b', in: 'posts' }), { before: '1_2' })).toBe(
    '/search?words=a%26b&in=posts&before=1_2',
  )
})

test('a place is written and read back; anything else is no place', () => {
  const place = { time: new Date(1_900_000_000_000), id: '018bf1f4-36bb-71e3-b105-971900000000' }
  expect(readPlace(writePlace(place))).toEqual(place)
  for (const wrong of [
    undefined,
    '',
    '1_2',
    'x_018bf1f4-36bb-71e3-b105-971900000000',
    `${'9'.repeat(30)}_${place.id}`,
  ])
    expect(readPlace(wrong)).toBeUndefined()
})

test('months are counted back over the turn of a year', () => {
  const { marks, before } = stretchBack(new Date('2030-02-14T10:00:00Z'), 4)
  expect(marks).toEqual(['~203002', '~203001', '~202912', '~202911'])
  expect(before.time.toISOString()).toBe('2029-11-01T00:00:00.000Z')
})
