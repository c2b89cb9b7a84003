import { createHash } from 'node:crypto'
import { type AppContext, notFound, visitor } from '../../foundation/index.ts'
import { isCalendarThere } from './find-ritual.ts'
import { type Coming, readCalendar } from './read-rituals.ts'
import { ritualWords as w } from './words.ts'

const HOUR = 3_600_000
/** RFC 5545: no line is longer than 75 octets; the rest goes on after a space. */
const LINE = 74

/** 20300607T160000Z */
export const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '')

export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\\/g, '\\\\')
    .replace(/([;,])/g, '\\$1')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** Folds between characters, never within one. */
export function foldLine(line: string): string {
  let folded = ''
  let length = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (length + octets > LINE) {
      folded += '\r\n '
      length = 1
    }
    folded += character
    length += octets
  }
  return folded
}

function eventOf(root: string, one: Coming, now: Date): string[] {
  const begin = one.at
  return [
    'BEGIN:VEVENT',
    `UID:${one.ritualId}-${stamp(begin)}@${new URL(root).hostname}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(begin)}`,
    `DTEND:${stamp(new Date(begin.getTime() + one.openDays * 24 * HOUR))}`,
    `SUMMARY:${escapeText(one.name)}`,
    `DESCRIPTION:${escapeText(one.asks)}`,
    `LOCATION:${escapeText(one.space.name)}`,
    `URL:${root}/rituals/${one.ritualId}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A calendar of RFC 5545. */
export function calendarOf(root: string, name: string, coming: readonly Coming[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kindling//Rituals//EN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...coming.flatMap((one) => eventOf(root, one, now)),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}

/** GET /rituals.ics: rituals of public spaces, as anybody may read them, whoever asks: calendars are kept and passed on. */
export async function showIcs(c: AppContext): Promise<Response> {
  const { house, community, t } = c.var
  if (!(await isCalendarThere(house, community.id))) throw notFound()
  const { coming } = await readCalendar(house, community, visitor(community.id))
  // The stamp says when it was made; a whole hour, so that what has not changed reads the same.
  const now = new Date(Math.floor(house.clock.now().getTime() / HOUR) * HOUR)
  const body = calendarOf(house.config.url, t(w.calendarName, { place: community.name }), coming, now)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { etag: tag, 'cache-control': 'public, max-age=300' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
}
