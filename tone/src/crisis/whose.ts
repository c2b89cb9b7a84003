import { MARK } from '../quick/marks.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/token.ts'

/** Whose words of danger are, and when: `bare` where nobody is named, as people write of themselves in haste. */
export const whose = ['mine', 'bare', 'past', 'denied', 'other', 'reported', 'quoted'] as const
export type Whose = (typeof whose)[number]

const FIRST = new Set('i me my mine myself ah mi masel meself mysel us we'.split(' '))
const THIRD = new Set(
  `he she they him her them his their himself herself themselves someone somebody anyone anybody everyone people who you your
  yourself brother sister friend mate pal mum mom mam dad mother father son daughter wife husband boyfriend girlfriend cousin
  uncle aunt gran nan grandad flatmate roommate housemate colleague student neighbour classmate girl boy guy lad kid niece nephew
  patient patients client man woman hero character prince teacher teenager`.split(/\s+/),
)
const LONG_AGO =
  /(?:^| )(?:used to|ago|back then|no longer|last year|once|at the time|since then|that time|was|were|had|wanted)(?= |$)/u

/** Whom the words stand with: the nearest person before them, or in them. */
function person(tokens: readonly Token[], from: number, until: number): 'mine' | 'other' | 'bare' {
  for (let at = until - 1; at >= from; at--) {
    const { word, kind } = tokens[at]!
    if (FIRST.has(word)) return 'mine'
    if (THIRD.has(word) || kind === 'mention') return 'other'
  }
  return 'bare'
}

/** Whose words from `begin` to `end` are; `sentence` and `joined` are what they stand in. */
export function whoseWords(
  { tokens, marks }: { tokens: readonly Token[]; marks: Uint16Array },
  sentence: Sentence,
  joined: string,
  begin: number,
  end: number,
): Whose {
  const mark = marks[begin]!
  if (mark & (MARK.quoted | MARK.code)) return 'quoted'
  if (mark & MARK.reported) return 'reported'
  if (mark & MARK.negated) return 'denied'
  const found = person(tokens, sentence.begin, end)
  return found === 'mine' && LONG_AGO.test(joined) ? 'past' : found
}
