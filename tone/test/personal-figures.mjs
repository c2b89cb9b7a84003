import { readFileSync } from 'node:fs'
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'

/**
 * @typedef {{ kind: string, begin: number, end: number }} Found
 * @typedef {(text: string, options?: { region?: string }) => Found[]} Finder
 * @typedef {{ text: string, personal: { kind: string, text: string }[], kept: boolean }} Row
 */

const file = new URL('./personal.jsonl', import.meta.url)

/** Messages written by hand, with what is personal in each; `kept` ones were not looked at while the rules were made. */
export const rows = () =>
  /** @type {Row[]} */ (
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  )

/** @param {string} a @param {string} b */
const covers = (a, b) => a.includes(b) || b.includes(a)

/**
 * Per kind: how many there are, how many were found, how many to the letter, and how many finds were none. And how
 * many messages without anything personal got a find.
 * @param {Finder} find @param {Row[]} some
 */
export function figures(find, some) {
  /** @type {Record<string, { there: number, found: number, exact: number, wrong: number }>} */
  const kinds = {}
  const of = (/** @type {string} */ kind) => {
    kinds[kind] ??= { there: 0, found: 0, exact: 0, wrong: 0 }
    return kinds[kind]
  }
  let alarmed = 0
  for (const { text, personal } of some) {
    const finds = find(text).map(({ kind, begin, end }) => ({ kind, text: text.slice(begin, end) }))
    for (const one of personal) {
      const match = finds.find(({ kind, text: part }) => kind === one.kind && covers(part, one.text))
      const figure = of(one.kind)
      figure.there++
      if (match) figure.found++
      if (match?.text === one.text) figure.exact++
    }
    for (const one of finds)
      if (!personal.some(({ kind, text: part }) => kind === one.kind && covers(part, one.text)))
        of(one.kind).wrong++
    if (personal.length === 0 && finds.length > 0) alarmed++
  }
  return { kinds, alarmed, ordinary: some.filter(({ personal }) => personal.length === 0).length }
}

/** An example number and others made of it by turning its last figures, as long as they are valid. */
function numbersOf(/** @type {import('libphonenumber-js').CountryCode} */ region) {
  const example = getExampleNumber(region, examples)
  if (!example) return []
  const national = String(example.nationalNumber)
  return [0, 3717, 5091].flatMap((more) => {
    const tail = String((Number(national.slice(-4)) + more) % 10_000).padStart(4, '0')
    const number = parsePhoneNumberFromString(
      `+${getCountryCallingCode(region)}${national.slice(0, -4)}${tail}`,
    )
    return number?.isValid() ? [number] : []
  })
}

/** Mobile numbers of every country in the spellings that people use; national ones with their region given. */
export function spelledNumbers() {
  return getCountries().flatMap((region) =>
    numbersOf(region).flatMap((number) => {
      const abroad = number.formatInternational()
      const home = number.formatNational()
      return [
        { region, sort: 'plus, in one', spelled: number.number },
        { region, sort: 'plus, spaces', spelled: abroad },
        { region, sort: 'plus, hyphens', spelled: abroad.replace(/ /g, '-') },
        { region, sort: 'plus, brackets', spelled: abroad.replace(/^(\+\d+) (\d+)/, '$1 ($2)') },
        { region, sort: '00 instead of plus', spelled: abroad.replace('+', '00') },
        { region, sort: 'as at home, region given', spelled: home, given: region },
        { region, sort: 'as at home, beside "call her"', spelled: home, lead: 'Call her: ' },
      ]
    }),
  )
}

/**
 * Of numbers in each spelling, how many were found whole.
 * @param {Finder} find
 */
export function phoneFigures(find) {
  /** @type {Record<string, { there: number, found: number }>} */
  const sorts = {}
  /** @type {string[]} */
  const missed = []
  for (const { region, sort, spelled, given, lead = 'It was ' } of spelledNumbers()) {
    const text = `${lead}${spelled}, she knows.`
    const begin = lead.length
    sorts[sort] ??= { there: 0, found: 0 }
    const figure = sorts[sort]
    figure.there++
    const hit = find(text, given ? { region: given } : {}).some(
      (one) => one.kind === 'phone' && one.begin <= begin + 1 && one.end === begin + spelled.trimEnd().length,
    )
    if (hit) figure.found++
    else missed.push(`${region} ${sort}: ${spelled}`)
  }
  return { sorts, missed }
}

/** Numbers drawn by a seeded die behind every country code, for comparing what is taken for a number. */
export function drawnNumbers(/** @type {number} */ count) {
  let seed = 20_240_229
  const die = (/** @type {number} */ sides) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * sides)
  }
  const codes = [...new Set(getCountries().map((region) => getCountryCallingCode(region)))]
  return Array.from({ length: count }, () => {
    const digits = Array.from({ length: 5 + die(8) }, () => die(10)).join('')
    return `+${codes[die(codes.length)]}${digits}`
  })
}

const PEOPLES = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE'])

/**
 * Drawn numbers beside libphonenumber: how many that it holds for a person's line are found, and how many that it
 * holds for impossible.
 * @param {Finder} find
 */
export function drawnFigures(find, count = 20_000) {
  const figure = { valid: 0, validFound: 0, impossible: 0, impossibleFound: 0 }
  for (const number of drawnNumbers(count)) {
    const parsed = parsePhoneNumberFromString(number)
    const hit = find(`It was ${number}, she knows.`).length > 0
    if (parsed?.isValid() && PEOPLES.has(parsed.getType() ?? '')) {
      figure.valid++
      if (hit) figure.validFound++
    } else if (!parsed?.isPossible()) {
      figure.impossible++
      if (hit) figure.impossibleFound++
    }
  }
  return figure
}
