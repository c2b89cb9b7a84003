import { before, type Clear } from '../clear.ts'
import { isFirstName } from '../names/persons.ts'
import type { Door } from './door.ts'

const PLAIN =
  'street|road|avenue|lane|boulevard|crescent|terrace|gardens|grove|highway|parkway|parade|esplanade|mews'
const OTHER =
  'drive|close|court|place|way|square|hill|park|row|walk|circle|trail|quay|rise|view|green|vale|wharf|bank|villas|heights|cottages|buildings|loop|alley|plaza|broadway|turnpike|pike|cove|ridge|run|path|crossing|rd|ave|av|ln|blvd|cres|ter|gdns|hwy|pkwy|pde|st|dr|cl|ct|pl|sq|cir|trl|tce|upper|lower'
const TYPES = new RegExp(`(?<=[\\p{L}\\d'.] )(?<type>${PLAIN}|${OTHER})(?![\\p{L}\\p{N}'])`, 'giu')
/** Kinds that are last names too: "3 Rachel Green" is no street. */
const SURNAMES = /^(?:green|hill|park|row|walk|view|vale|bank|rise|close|place|court|way|pike|path)$/i
const IS_PLAIN = new RegExp(`^(?:${PLAIN})$`, 'i')

/** The number and one to four words, right before the kind of street. */
const FRONT =
  /(?:^|[^\p{L}\p{N}.,:$€£#-]|[.,] )(?<unit>(?:flat|apt\.?|apartment|unit|suite|room|no\.?|number|house|studio|lot) ?#?(?:\d{1,4}[a-z]?(?:\/\d{1,2})?|[a-z]\d{0,3})(?:,? (?:at )?|\/))?(?<number>\d{1,5}(?: ?[-/] ?\d{1,4})?(?: ?[a-h](?= ))?),? (?<name>(?:(?:[NSEW]|St|Mt|N[EW]|S[EW])\.? )?(?:\d{1,3}(?:st|nd|rd|th) |[\p{L}][\p{L}'.-]* ){1,4})$/diu
const SMALL = new Set(
  'on in at the of a an and or for to from by with down up off into per this that my your his her their our its minutes minute miles mile metres meters km hours hour days years people men women kids children cars houses shops times more other new next along across over some any all was is are were left right different parked empty busy of'.split(
    ' ',
  ),
)
const US =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|NSW|VIC|QLD|SA|TAS|ACT|NT|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE'
const CODE = String.raw`(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}(?:-\d{4})?|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|(?<=(?:NSW|VIC|QLD|SA|TAS|ACT|NT|WA) )\d{4}|Co\.? \p{Lu}\p{L}+|(?:Dublin|D) ?\d{1,2}W?|(?<=Dublin )\d{1,2}W?)`
/** What may follow: the side of town, a flat, up to three places with commas, a state, a postcode. */
const BEHIND = new RegExp(
  String.raw`^(?<side> (?:[NS][EW]?|[EW]|North|South|East|West)(?![\p{L}\p{N}]))?(?<unit>,? (?:[Aa]pt|[Aa]partment|[Uu]nit|[Ss]uite|[Ff]lat|#)\.? ?#?\w{1,5}(?!\w))?(?<rest>(?:, ?\n?| - |\n)(?:\p{Lu}\p{Ll}[\p{L}'.-]*(?: (?:\p{Lu}\p{Ll}[\p{L}'-]*|on|upon|under|le|in)){0,3}))?(?<rest2>, (?:\p{Lu}\p{Ll}[\p{L}'.-]*(?: \p{Lu}\p{Ll}[\p{L}'-]*){0,2}))?(?<code>[, \n]{1,2}(?:(?:${US})(?: ${CODE})?|${CODE})(?![\p{L}\p{N}]))?`,
  'u',
)

function isName(name: string, faint: boolean): boolean {
  const words = name.trim().split(' ')
  if (words.some((word) => SMALL.has(word.toLowerCase()) && !/^(?:the|of)$/i.test(word))) return false
  if (faint) return words.length <= 2 && words.every((word) => word.length > 2 && !/^\d+$/.test(word))
  return (
    words.every((word) => /^(?:\p{Lu}|\d)/u.test(word) || /^(?:of|the|de|la|du|des)$/.test(word)) &&
    /\p{Lu}|\d/u.test(words[0]!)
  )
}

/** Not the doctor in "12 Harley Dr Smith", not the saint in "5 Old St Mary's". */
const isTitle = (type: string, behind: string): boolean =>
  /^(?:st|dr)$/i.test(type) && /^\.? \p{Lu}\p{Ll}/u.test(behind)

function doorAt({ text }: Clear, begin: number, type: string, typeEnd: number): Door | undefined {
  const lead = before(text, begin, 64)
  const front = FRONT.exec(lead)
  if (!front?.groups) return undefined
  const { name = '', number = '', unit } = front.groups
  const faint = !/^\p{Lu}|^\d/u.test(type) || !/^(?:\p{Lu}|\d)/u.test(name)
  if ((faint && !IS_PLAIN.test(type)) || !isName(name, faint)) return undefined
  const behind = text.slice(typeEnd, typeEnd + 90)
  const person = SURNAMES.test(type) && isFirstName(name.trim()) && !unit && !behind.startsWith(',')
  if (isTitle(type, behind) || /^0$/.test(number.trim())) return undefined
  // The dot of "St." belongs to the address only where more of it follows.
  const dot = behind.startsWith('.') && type.length < 5 ? 1 : 0
  const back = BEHIND.exec(behind.slice(dot))
  const { code, rest } = back?.groups ?? {}
  const [start] = front.indices!.groups![unit ? 'unit' : 'number']!
  return {
    begin: begin - lead.length + start,
    end: typeEnd + (back?.[0] ? dot + back[0].replace(/[.\s'-]+$/, '').length : 0),
    street: `${number} ${name}${type}`,
    sure: Boolean(code || (unit && unit.length > 3) || rest),
    faint: faint || person,
  }
}

/** 12 High Street; Flat 3, 45a Elm Road, Leeds LS6 2AB; 1420 N Maple Ave Apt 4B, Springfield, IL 62704. */
export function* englishDoors(clear: Clear): Generator<Door> {
  for (const match of clear.text.matchAll(TYPES)) {
    const door = doorAt(clear, match.index, match.groups!.type!, match.index + match[0].length)
    if (door) yield door
  }
}
