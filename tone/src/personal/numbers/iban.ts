import type { Clear } from '../clear.ts'
import type { Find } from '../found.ts'
import { iban } from './checksums.ts'

/** How long an account number is in each country. */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18
  FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20
  LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
  SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((row) => [row.slice(0, 2), Number(row.slice(2))]),
)
const START = /(?<![\p{L}\p{N}])[a-z]{2}[ -]?\d\d(?=[ -]?[a-z0-9])/giu

/** Reads on from a place until there are as many letters and figures as wanted; single spaces and hyphens may lie between. */
function collect(text: string, begin: number, wanted: number): { code: string; end: number } | undefined {
  let code = ''
  let at = begin
  for (; at < text.length && code.length < wanted; at++) {
    const sign = text[at]!
    if (/[a-z0-9]/i.test(sign)) code += sign.toUpperCase()
    else if (!/[ \-.]/.test(sign) || !/[a-z0-9]/i.test(text[at - 1]!)) return undefined
  }
  const follows = text[at]
  return code.length === wanted && (follows === undefined || !/[\p{L}\p{N}]/u.test(follows))
    ? { code, end: at }
    : undefined
}

/** Account numbers (IBAN) whose country, length and checksum are right. */
export function ibans({ numbers }: Clear, add: (find: Find) => void): void {
  for (const match of numbers.matchAll(START)) {
    const wanted = LENGTHS.get(match[0].slice(0, 2).toUpperCase())
    if (wanted === undefined) continue
    const whole = collect(numbers, match.index, wanted)
    if (whole && iban(whole.code)) add({ kind: 'iban', begin: match.index, end: whole.end, why: 'iban' })
  }
}
