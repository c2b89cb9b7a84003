import { isTimeZone, unfitting } from '../foundation/index.ts'
import { tidyName } from '../members/index.ts'
import { adminErrors } from './words.ts'

export const PLACE_NAME_LENGTH = 40
export const TAGLINE_LENGTH = 160
/** What somebody reads before they agree: more is not read. */
export const GUIDELINES_WORDS = 120
const GUIDELINES_LENGTH = 4000

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
  if (!name) throw unfitting('name', 'place_name_missing', adminErrors.placeNameMissing)
  if (name.length > PLACE_NAME_LENGTH)
    throw unfitting('name', 'place_name_too_long', adminErrors.placeNameTooLong, { count: PLACE_NAME_LENGTH })
  if (tagline.length > TAGLINE_LENGTH)
    throw unfitting('tagline', 'tagline_too_long', adminErrors.taglineTooLong, { count: TAGLINE_LENGTH })
  if (!isTimeZone(typed.timeZone))
    throw unfitting('timeZone', 'time_zone_unknown', adminErrors.timeZoneUnknown)
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
  if (!text) throw unfitting('guidelines', 'guidelines_missing', adminErrors.guidelinesMissing)
  const count = countWords(text)
  if (count > GUIDELINES_WORDS || text.length > GUIDELINES_LENGTH)
    throw unfitting('guidelines', 'guidelines_too_long', adminErrors.guidelinesTooLong, {
      count,
      most: GUIDELINES_WORDS,
    })
  return text
}
