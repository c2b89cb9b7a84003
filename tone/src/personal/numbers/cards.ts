import { type Group, type Run, shapeOf, stretches } from '../digits.ts'
import type { Find } from '../found.ts'
import { luhn } from './checksums.ts'
import type { WordsBeside } from './words-beside.ts'

/** Who gave a card out: first figures, and how many there are. */
const ISSUERS: readonly [name: string, begins: RegExp, lengths: readonly number[]][] = [
  ['visa', /^4/, [13, 16, 19]],
  ['mastercard', /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  ['amex', /^3[47]/, [15]],
  ['discover', /^(?:6011|64[4-9]|65)/, [16, 19]],
  ['diners', /^(?:30[0-5]|3095|36|3[89])/, [14]],
  ['jcb', /^35(?:2[89]|[3-8])/, [16]],
  ['unionpay', /^62/, [16, 17, 18, 19]],
  ['maestro', /^(?:50|5[6-9]|6[37])/, [16, 18, 19]],
  ['mir', /^220[0-4]/, [16]],
]
const SIZE = { groups: 5, least: 13, most: 19 }
const SHAPES = /^(?:1[3-9]|4-4-4-4(?:-3)?|4-6-[45]|4-4-4-2|4-4-5|6-13|8-8)$/

function issuerOf(digits: string): string | undefined {
  return ISSUERS.find(([, begins, lengths]) => begins.test(digits) && lengths.includes(digits.length))?.[0]
}

function isWritten(groups: readonly Group[]): boolean {
  return (
    SHAPES.test(shapeOf(groups)) &&
    groups.slice(1).every(({ lead }) => lead === ' ' || lead === '-' || lead === ' - ')
  )
}

/** Payment cards: an issuer's first figures, the length, the checksum. */
export function cards(words: WordsBeside, runs: readonly Run[], add: (find: Find) => void): void {
  for (const run of runs)
    stretches(run, SIZE, (groups, digits) => {
      const issuer = issuerOf(digits)
      if (
        issuer === undefined ||
        groups[0]!.lead.includes('+') ||
        !isWritten(groups) ||
        !luhn(digits) ||
        /^(\d)\1+$/.test(digits)
      )
        return false
      const [begin, end] = [groups[0]!.begin, groups.at(-1)!.end]
      const word = words.nearest(begin)
      // One in ten long numbers passes the checksum: without groups or a word, thirteen and nineteen figures stay a number.
      if (
        word === 'other' ||
        (word !== 'card' && groups.length === 1 && digits.length % 3 === 1 && digits.length !== 16)
      )
        return false
      add({ kind: 'card', begin, end, why: issuer })
      return true
    })
}
