import { isTimeZone, KindlingError } from '../foundation/index.ts'
import { tidyName } from '../members/index.ts'

export const PLACE_NAME_LENGTH = 40
export const TAGLINE_LENGTH = 160
/** What somebody reads before they agree: more is not read. */
export const GUIDELINES_WORDS = 120
const GUIDELINES_LENGTH = 4000

function refuse(field: string, code: string, message: string): KindlingError {
  return new KindlingError(code, message, { status: 422, details: { field } })
}

const segments = new Intl.Segmenter('en', { granularity: 'word' })

/** Words as a reader counts them; marks of lists and headings are none. */
export function countWords(text: string): number {
  let count = 0
  for (const { isWordLike } of segments.segment(text)) if (isWordLike) count++
  return count
}

export interface PlaceFacts {
  name: string
  tagline: string
  timeZone: string
}

/**
 * Checks a place's name, its one line, and its time zone.
 * @throws KindlingError `place_name_missing`, `place_name_too_long`, `tagline_too_long`, `time_zone_unknown`
 */
export function checkPlace(typed: PlaceFacts): PlaceFacts {
  const name = tidyName(typed.name.toWellFormed())
  const tagline = tidyName(typed.tagline.toWellFormed())
  if (!name) throw refuse('name', 'place_name_missing', 'Give the place a name. It can be changed later.')
  if (name.length > PLACE_NAME_LENGTH)
    throw refuse('name', 'place_name_too_long', `A name holds ${PLACE_NAME_LENGTH} characters.`)
  if (tagline.length > TAGLINE_LENGTH)
    throw refuse('tagline', 'tagline_too_long', `The line holds ${TAGLINE_LENGTH} characters.`)
  if (!isTimeZone(typed.timeZone))
    throw refuse('timeZone', 'time_zone_unknown', 'Choose a time zone from the list.')
  return { name, tagline, timeZone: typed.timeZone }
}

/**
 * Checks the guidelines.
 * @throws KindlingError `guidelines_missing`, `guidelines_too_long`
 */
export function checkGuidelines(typed: string): string {
  const text = typed
    .toWellFormed()
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim()
  if (!text)
    throw refuse(
      'guidelines',
      'guidelines_missing',
      'Write how you talk here, in a few sentences. The template is a good start.',
    )
  const count = countWords(text)
  if (count > GUIDELINES_WORDS || text.length > GUIDELINES_LENGTH)
    throw refuse(
      'guidelines',
      'guidelines_too_long',
      `These are ${count} words. At ${GUIDELINES_WORDS} people still read them: take something out.`,
    )
  return text
}
