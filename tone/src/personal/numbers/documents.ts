import type { Clear } from '../clear.ts'
import { type Group, type Run, shapeOf, stretches } from '../digits.ts'
import type { Find } from '../found.ts'
import {
  brazilianCpf,
  codiceFiscale,
  dutchBsn,
  frenchNir,
  germanTaxId,
  irishPps,
  luhn,
  pesel,
  spanishId,
} from './checksums.ts'
import type { Word, WordsBeside } from './words-beside.ts'

/** Which number figures alone give, by form and checksum. */
function figuresOf(digits: string, shape: string, dashed: boolean): string | undefined {
  if (shape === '3-2-4' && dashed && /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(digits))
    return 'us_ssn'
  if (
    (shape === '11' || shape === '2-3-3-3' || shape === '3-4-4' || shape === '3-3-3-2') &&
    germanTaxId(digits)
  )
    return 'de_tax'
  if (shape === '3-3-3-2' && brazilianCpf(digits)) return 'br_cpf'
  return isNir(digits) ? 'fr_nir' : undefined
}

const NIR = /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)(?:\d\d|2[AB])\d{6}\d\d$/
const isNir = (code: string): boolean => NIR.test(code) && frenchNir(code)

/** How figures beside a word must look: the word alone is enough where a number has no checksum, or a mistyped one. */
const BESIDE: Partial<Record<Word, (digits: string) => boolean>> = {
  us_ssn: (digits) => /^(?!000|666|9)\d{9}$/.test(digits),
  de_tax: (digits) => digits.length === 11,
  fr_nir: (digits) => digits.length === 13 || digits.length === 15,
  nl_bsn: (digits) => digits.length === 9 || (digits.length === 8 && dutchBsn(digits)),
  br_cpf: (digits) => digits.length === 11,
  pl_pesel: (digits) => digits.length === 11 && pesel(digits),
  ca_sin: (digits) => digits.length === 9 && luhn(digits),
  in_aadhaar: (digits) => digits.length === 12,
  au_tfn: (digits) => digits.length >= 8 && digits.length <= 11,
  nhs: (digits) => digits.length >= 9 && digits.length <= 12,
  passport: (digits) => digits.length >= 7 && digits.length <= 9,
  identity: (digits) => digits.length >= 7 && digits.length <= 14,
  licence: (digits) => digits.length >= 7 && digits.length <= 12,
  account: (digits) => digits.length >= 6 && digits.length <= 17,
}

const SIZE = { groups: 7, least: 6, most: 17 }

function inFigures(words: WordsBeside, groups: readonly Group[], digits: string): string | undefined {
  const [begin, end] = [groups[0]!.begin, groups.at(-1)!.end]
  const beside = words.beside(begin, end)
  if (beside !== undefined && BESIDE[beside]?.(digits))
    return beside === 'account' ? 'account_number' : beside
  if (beside === 'other' || words.nearest(begin) === 'other' || /[+(]/.test(groups[0]!.lead)) return undefined
  if (digits.length !== 9 && digits.length !== 11 && digits.length !== 15) return undefined
  return figuresOf(
    digits,
    shapeOf(groups),
    groups.slice(1).every(({ lead }) => lead === '-'),
  )
}

// Letters and figures in one: whole words of them, spaces only where people put them.
const MIXED =
  /(?<![\p{L}\p{N}_#/=-])(?=[A-Z]{0,6}[ -]?\d)(?:(?<nino>[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D])|(?<es>(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-Z]|[XYZ][ -]?\d{7}[ -]?[A-Z])|(?<cf>[A-Z]{6} ?[0-9LMNP-V]{2} ?[A-EHLMPR-T] ?[0-9LMNP-V]{2} ?[A-Z] ?[0-9LMNP-V]{3} ?[A-Z])|(?<nir>[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-4]\d) ?2[AB] ?\d{3} ?\d{3} ?\d\d)|(?<pps>\d{7}[A-W][A-IW]?)|(?<code>[A-Z0-9]{6,16}(?:[ -](?=[A-Z]*\d)[A-Z0-9]{1,5}){0,3}))(?![\p{L}\p{N}_]|-\p{N})/giu
const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/

type Kinds = Partial<Record<'nino' | 'es' | 'cf' | 'nir' | 'pps' | 'code', string>>

/** A number of letters and figures that holds by itself. */
function holds(kinds: Kinds, text: string): string | undefined {
  const code = text.replace(/[ .-]/g, '').toUpperCase()
  if (kinds.nino && text.toUpperCase() === text && NINO.test(code)) return 'uk_nino'
  if (kinds.es && spanishId(code)) return 'es_id'
  if (kinds.cf && codiceFiscale(code)) return 'it_cf'
  if (kinds.nir && frenchNir(code)) return 'fr_nir'
  return undefined
}

const CODES: ReadonlySet<Word> = new Set<Word>([
  'passport',
  'uk_nino',
  'identity',
  'licence',
  'es_id',
  'it_cf',
  'ie_pps',
  'nhs',
])

function inLetters(words: WordsBeside, text: string, begin: number, kinds: Kinds): string | undefined {
  const end = begin + text.length
  const held = holds(kinds, text)
  if (held !== undefined) return words.nearest(begin) === 'other' ? undefined : held
  const code = text.replace(/[ .-]/g, '').toUpperCase()
  const count = code.replace(/\D/g, '').length
  if (count < 3 || count === code.length) return undefined
  const beside = words.beside(begin, end)
  if (beside === 'ie_pps') return kinds.pps && irishPps(code) ? beside : undefined
  return beside !== undefined && CODES.has(beside) && count >= 3 ? beside : undefined
}

/** Numbers of papers and of people with the state: where a checksum holds, the form is unmistakable, or the word stands beside. */
export function documents(
  clear: Clear,
  words: WordsBeside,
  runs: readonly Run[],
  add: (find: Find) => void,
): void {
  for (const run of runs)
    stretches(run, SIZE, (groups, digits) => {
      const why = inFigures(words, groups, digits)
      if (why === undefined) return false
      const [begin, end] = [groups[0]!.begin, groups.at(-1)!.end]
      add({ kind: why === 'account_number' ? 'iban' : 'document', begin, end, why })
      return true
    })
  for (const match of clear.numbers.matchAll(MIXED)) {
    const end = match.index + match[0].length
    if (!/\d\D*\d\D*\d/.test(match[0])) continue
    const why = inLetters(words, match[0], match.index, match.groups as Kinds)
    if (why !== undefined) add({ kind: 'document', begin: match.index, end, why })
  }
}
