import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf, escapeText, foldLine } from './ics.ts'

test('a line is folded at 75 octets between characters, and unfolds to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`
      const folded = foldLine(line)
      for (const one of folded.split('\r\n')) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
    }),
    { numRuns: 60 },
  )
})

test('no words end their own line, or begin another property', () => {
  expect(escapeText('Wins; of, the\\week\r\nEND:VEVENT\n\u0007')).toBe(
    'Wins\\; of\\, the\\\\week\\nEND:VEVENT\\n',
  )
})

test('SHINE-5 a calendar of RFC 5545: begins and ends in UTC, each time its own id', () => {
  const coming = {
    ritualId: '01a2288d-2f9c-7000-80fa-3314504e5286',
    name: 'Wins of the week',
    kind: 'wins' as const,
    asks: 'What went well?',
    space: { slug: 'garden', name: 'Garden', visibility: 'public' as const },
    at: new Date('2030-06-07T16:00:00Z'),
    openDays: 2,
    host: undefined,
    isHostWanted: false,
  }
  const lines = calendarOf('https://street.example', 'Rituals', [coming], new Date('2030-06-01T00:00:00Z'))
    .replaceAll('\r\n ', '')
    .split('\r\n')
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kindling//Rituals//EN',
    'X-WR-CALNAME:Rituals',
    'BEGIN:VEVENT',
    'UID:01a2288d-2f9c-7000-80fa-3314504e5286-20300607T160000Z@street.example',
    'DTSTAMP:20300601T000000Z',
    'DTSTART:20300607T160000Z',
    'DTEND:20300609T160000Z',
    'SUMMARY:Wins of the week',
    'DESCRIPTION:What went well?',
    'LOCATION:Garden',
    'URL:https://street.example/rituals/01a2288d-2f9c-7000-80fa-3314504e5286',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})
