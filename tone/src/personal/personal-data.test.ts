import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ToneError } from '../error.ts'
import type { PersonalOptions } from './found.ts'
import { personalData } from './personal-data.ts'

const found = (text: string, options?: PersonalOptions) =>
  personalData(text, options).map(({ kind, begin, end }) => `${kind}: ${text.slice(begin, end)}`)

describe('whose it is', () => {
  test.each([
    ['My email is sam.rivers@posteo.net.', 'said to be mine'],
    ['You can reach me at sam dot rivers at posteo dot net.', 'in words'],
    ['My new number is 07700 900321.', 'a number'],
    ['I live at 14 Juniper Road.', 'a door'],
    ['Ich wohne in der Lindenstraße 14, 50674 Köln.', 'in German'],
    ['My IBAN is DE89 3704 0044 0532 0130 00.', 'an account'],
    ["I'm Anna Keller, and they say that she was fired.", 'the name of the writer'],
    ['I was fired, and Anna Keller brought soup.', "the writer's own fact"],
  ])('%j stays unsaid: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ["My sister's number is 07700 900321.", 'phone: 07700 900321'],
    ['My boss lives at 14 Juniper Road.', 'address: 14 Juniper Road'],
    ['My friend wrote from sam.rivers@posteo.net.', 'email: sam.rivers@posteo.net'],
    ['She wrote: "my number is 07700 900321", so there.', 'phone: 07700 900321'],
    ['> my number is 07700 900321', 'phone: 07700 900321'],
    ["My neighbour Tom Reed's diagnosis is back.", 'name: Tom Reed'],
  ])('%j is of somebody else', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  test('what the writer gave as their own does not count, however it is written', () => {
    const own = { emails: ['Sam.Rivers@posteo.net'], phones: ['+44 7700 900321'], names: ['sam rivers'] }
    const text =
      'Sam Rivers was fired. Write to sam.rivers@posteo.net or SAM dot rivers at posteo dot net, call 07700 900321.'
    expect(found(text).length).toBe(4)
    expect(found(text, { own })).toEqual([])
    expect(found('Call 07700 900322.', { own })).toEqual(['phone: 07700 900322'])
  })
})

describe('who is public', () => {
  test.each([
    'President Linda Hayes was arrested.',
    'The singer Adele Martin is pregnant.',
    'Martin Schultz, the former CEO, was fired.',
    'Oscar Wilde was in prison.',
    'In the novel, Nora Brandt is diagnosed with cancer.',
    'Hedwig Klein was arrested in 1942.',
  ])('%j', (text) => {
    expect(found(text)).toEqual([])
  })
  test('whatever they do, who is close to the writer is not', () => {
    expect(found('My cousin Adele Martin, a singer, is pregnant.')).toEqual(['name: Adele Martin'])
  })
})

test('a region reads numbers as they are written there', () => {
  const text = 'Take this: 612345678'
  expect(found(text)).toEqual([])
  expect(found(text, { region: 'ES' })).toEqual(['phone: 612345678'])
  expect(found('Order number 612345678', { region: 'ES' })).toEqual([])
})

test('disguises do not help', () => {
  expect(found('call her: 07700\u200b 900\u200b123')).toEqual(['phone: 07700\u200b 900\u200b123'])
  expect(found('her number: ０７７００ ９００１２３')).toEqual(['phone: ０７７００ ９００１２３'])
  expect(found('رقمها +٩٧١٥٠١٢٣٤٥٦٧')).toEqual(['phone: +٩٧١٥٠١٢٣٤٥٦٧'])
  expect(found('write to jоnas.weber@web.de')).toEqual(['email: jоnas.weber@web.de'])
})

test('reasons hold nothing of the text', () => {
  const reasons = personalData(
    'Anna Keller is pregnant; anna.k@web.de, 07700 900123, 4111 1111 1111 1111, her SSN 219-09-9999, she lives at 12 Elm Road.',
  ).map(({ why }) => why)
  expect(reasons.length).toBe(6)
  for (const why of reasons) expect(why).toMatch(/^[a-z_]+$/)
})

test('what is no text is refused with a code', () => {
  expect(() => personalData(7 as unknown as string)).toThrow(ToneError)
  expect(personalData('')).toEqual([])
})

const pieces = [
  'Anna Keller was fired',
  'call +49 151 23456789',
  'anna.k@web.de',
  '12 Elm Road, Leeds LS6 2AB',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
  'RSSMRA85T10A562S',
  'Lindenstraße 14, 50674 Köln',
  '12 bis, rue des Lilas',
  'anna dot k at web dot de',
]
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\ud800',
    '\udc00',
    '😀',
    '👩‍👩‍👧',
    '\u0301',
    '\u202e',
    '\u200b',
    'ﷺ',
    'א',
    '\n',
    '. ',
    ' ',
    'ﬁ',
    'İ',
    'ẞ',
  ),
)
const mixed = fc
  .array(fc.oneof(odd, fc.constantFrom(...pieces)), { maxLength: 14 })
  .map((parts) => parts.join(''))

test('offsets lie in the text, in order, apart, and never inside a character', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      let last = 0
      for (const { begin, end } of personalData(text)) {
        expect(begin).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(begin)
        expect(end).toBeLessThanOrEqual(text.length)
        for (const at of [begin, end])
          expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))).toBe(false)
        last = end
      }
    }),
    { numRuns: 400 },
  )
})

test('what stands around a find, on lines of its own, does not move it', () => {
  fc.assert(
    fc.property(odd, fc.constantFrom(...pieces), odd, (lead, piece, tail) => {
      const [alone] = personalData(piece)
      const [front, back] = [lead.replace(/[\d\p{L}\p{N}]/gu, ''), tail.replace(/[\d\p{L}\p{N}]/gu, '')]
      const text = `${front}.\n\n${piece}\n\n${back}`
      const finds = personalData(text).map(({ begin, end }) =>
        text.slice(begin, end).replace(/[\u0300-\u036f]/g, ''),
      )
      expect(finds).toContain(piece.slice(alone!.begin, alone!.end))
    }),
    { numRuns: 300 },
  )
})

const long = (text: string) => text.repeat(Math.ceil(1e6 / text.length)).slice(0, 1e6)
test.each([
  [
    'ordinary words',
    'We met on Saturday, fixed 3 bikes out of 12 and had soup. Thanks to everyone who came. ',
  ],
  ['one figure', '1'],
  ['figures in pairs', '12 34 '],
  ['figures and dashes', '1-'],
  ['names', 'Anna Keller '],
  ['names with facts', 'Anna Keller was fired. '],
  ['capitals', 'A'],
  ['one letter', 'a'],
  ['signs of addresses', 'a@'],
  ['dots', 'a.'],
  ['words for signs', 'a dot b at c dot '],
  ['streets', '12 High Street '],
  ['telephone numbers', '+49 151 23456789 '],
  ['broken account numbers', 'DE12 3456 '],
  ['facts', 'is really pregnant '],
  ['accents', '\u0301'],
  ['broken halves', '\ud800'],
  ['spaces', ' '],
])(
  'a million characters of %s are read at a bounded pace',
  (_, text) => {
    const million = long(text)
    const before = process.cpuUsage()
    personalData(million)
    const { user, system } = process.cpuUsage(before)
    // About a second on a quiet core; what grows with the square of the length would take minutes, also on a busy one.
    expect((user + system) / 1e6).toBeLessThan(8)
  },
  60_000,
)
