import { after, type Clear } from '../clear.ts'
import { type Group, isOrdinary, isThousands, type Run, shapeOf, stretches } from '../digits.ts'
import type { Find } from '../found.ts'
import { type Cues, cuesOf } from './cues.ts'
import { isNumberOf, type Plan, planFor, planOf, withoutTrunk } from './plans.ts'

/** A stretch of figures that might be dialled. */
interface Candidate {
  groups: readonly Group[]
  digits: string
  shape: string
  /** From the plus or bracket in front to the last figure. */
  text: string
  begin: number
  end: number
}

function candidateOf({ numbers }: Clear, groups: readonly Group[], digits: string): Candidate {
  const end = groups.at(-1)!.end
  // A bracket belongs to the number only where it closes within it.
  const closes = numbers.slice(groups[0]!.begin, end).includes(')')
  const lead = (closes ? /[+(][+( ]*$/ : /\+[+( ]*$/).exec(groups[0]!.lead)?.[0] ?? ''
  const begin = groups[0]!.begin - lead.length
  return { groups, digits, shape: shapeOf(groups), text: numbers.slice(begin, end), begin, end }
}

/** The figures behind the sign for abroad: +, 00 or, from America, 011. */
function abroad({ text, digits, groups }: Candidate): string | undefined {
  if (text.includes('+')) return withoutBracketedZero(text, digits)
  if (/^00[1-9]/.test(digits)) return withoutBracketedZero(text, digits).slice(2)
  if (groups[0]!.digits === '011' && groups.length > 2) return digits.slice(3)
  return undefined
}

/** +44 (0)20 ...: the zero in brackets is not dialled from abroad. */
function withoutBracketedZero(text: string, digits: string): string {
  return text.includes('(0)') ? text.replace('(0)', '').replace(/\D/g, '') : digits
}

function isInternational(candidate: Candidate): boolean {
  const digits = abroad(candidate)
  if (digits === undefined) return false
  const plan = planFor(digits)
  if (!plan) return false
  const national = digits.slice(plan.code.length)
  return isNumberOf(plan, national) || isNumberOf(plan, withoutTrunk(plan, national))
}

/** What is counted in large numbers: "612 345 678 people". */
const COUNTED =
  /^ ?(?:[€$£%]|euros?|dollars?|pounds?|kr|people|users|inhabitants|residents|views|votes|voters|km|kilomet|miles|met(?:er|re)s|copies|likes|times|records|rows|steps|years|members|followers|subscribers|words|lines|bytes|personnes|habitants|einwohner|menschen|habitantes|personas|persone|abitanti)\b/i

function isRegional({ digits, text, groups }: Candidate, behind: string, plan: Plan): boolean {
  if (!plan.optional && digits[0] !== '0') return false
  if (digits.length < 7 || (isThousands(text) && COUNTED.test(behind))) return false
  if (groups.length === 1 && digits.length < 9) return false
  return isNumberOf(plan, withoutTrunk(plan, digits))
}

const SEPARATED = /^\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/
/** (415) 555-2671, 415-555-2671, 1-415-555-2671; with spaces alone only where the figures fit. */
function isNorthAmerican({ text, digits, shape }: Candidate): boolean {
  const ten = digits.length === 11 && digits[0] === '1' ? digits.slice(1) : digits
  if (shape !== '3-3-4' && shape !== '1-3-3-4') return false
  if (!/^[2-9]\d\d/.test(ten) || /^(?:8(?:00|33|44|55|66|77|88)|900)/.test(ten)) return false
  const written = text.replace(/^1[ .-]{1,2}/, '')
  if (!SEPARATED.test(written)) return false
  return /[-.(]/.test(written) || /^[2-9]\d\d[2-9]/.test(ten)
}

const MOBILE = /^(?:0[67]\d{8}|07\d{9}|04\d{8}|01[567]\d{8,9}|08[3-9]\d{7})$/
const SERVICES = /^0(?:80[08]|900|180|190|137|3(?:0[03]|3\d|4[345]|7\d)\d{7}$|(?:84|87)\d{8}$)/
/** A zero and an area first: 07700 900123, 06 12 34 56 78, 030/1234567, (02) 9876 5432. */
function isZeroForm({ digits, text, groups, shape }: Candidate): boolean {
  if (!/^0[1-9]/.test(digits) || digits.length < 9 || digits.length > 12 || SERVICES.test(digits))
    return false
  if (groups.length === 1) return MOBILE.test(digits)
  if (groups[0]!.digits.length < 2 || groups.length > 6 || /\d\.\d{3}$/.test(text)) return false
  // Figures two by two, as in France: ten of them, no more.
  if (groups.every(({ digits: two }) => two.length === 2)) return shape === '2-2-2-2-2'
  return groups.slice(1).some(({ digits: some }) => some.length > 2)
}

/** (11) 91234-5678 in Brazil, 8 (912) 345-67-89 in Russia, 138 1234 5678 in China. */
const LOCAL_FORMS =
  /^(?:\(\d\d\) ?9?\d{4}-\d{4}|8[ -]?\(\d{3}\) ?\d{3}-\d\d-\d\d|1[3-9]\d[ -]\d{4}[ -]\d{4})$/

function isUnmistakable(candidate: Candidate): boolean {
  return isNorthAmerican(candidate) || isZeroForm(candidate) || LOCAL_FORMS.test(candidate.text)
}

/** What words beside it make a telephone number: seven to thirteen figures in at most six groups. */
function fitsWords({ digits, groups, text }: Candidate): boolean {
  if (digits.length < 6 || digits.length > 14 || groups.length > 6) return false
  if (digits.length === 6 && groups.length === 1) return false
  if (SERVICES.test(digits) || /^1?8(?:00|33|44|55|66|77|88)\d{7}$/.test(digits) || /^(\d)\1+$/.test(digits))
    return false
  return (
    !/^\d+\.\d+$/.test(text) &&
    groups.every(({ digits: group }) => group.length > 1 || groups[0]!.digits === group)
  )
}

/** Whether more figures stand right beside: a longer number of another kind, of which this would be a piece. */
function isPiece({ groups }: Run, stretch: readonly Group[]): boolean {
  const from = groups.indexOf(stretch[0]!)
  const [lead, tail] = [groups[from - 1], groups[from + stretch.length]]
  const before = lead !== undefined && lead.digits.length > 2 && stretch[0]!.lead === ' '
  return before || (tail !== undefined && tail.digits.length > 2 && tail.lead === ' ')
}

/** What surrounds a candidate. */
interface Surroundings {
  cues: Cues
  plan: Plan | undefined
  behind: string
  piece: boolean
}

function whyOf(candidate: Candidate, { cues, plan, behind, piece }: Surroundings): string | undefined {
  const { begin, end, text } = candidate
  if (isOrdinary(text)) return undefined
  const plus = text.includes('+')
  const cue = cues.say(begin, end)
  if (plus || cue >= 0) if (isInternational(candidate)) return 'international'
  if (cue < 0 || plus || (piece && cue === 0)) return undefined
  if (plan && isRegional(candidate, behind, plan)) return 'national'
  if (isUnmistakable(candidate)) return 'national'
  return cue > 0 && fitsWords(candidate) ? 'beside_word' : undefined
}

/** A quick look: a sign in front, a zero first, or groups as in America and China. */
function mayStand({ digits, lead }: Group, count: number): boolean {
  return lead.includes('+') || lead.includes('(') || digits[0] === '0' || (count < 5 && digits.length !== 2)
}

/** With the sign for abroad, a country's code and fifteen figures. */
const SIZE = { groups: 8, least: 6, most: 18 }

/** Telephone numbers of people, in international form or as written at home. */
export function phones(
  clear: Clear,
  runs: readonly Run[],
  region: string | undefined,
  add: (find: Find) => void,
): void {
  const plan = region === undefined ? undefined : planOf(region)
  const cues = cuesOf(clear)
  for (const run of runs)
    stretches(run, SIZE, (groups, digits) => {
      if (!plan && !mayStand(groups[0]!, groups.length) && !cues.maySay(groups.at(-1)!.end)) return false
      const candidate = candidateOf(clear, groups, digits)
      const why = whyOf(candidate, {
        cues,
        plan,
        behind: after(clear.numbers, candidate.end, 16),
        piece: isPiece(run, groups),
      })
      if (why === undefined || cues.isOffice(candidate.begin, candidate.end)) return false
      add({ kind: 'phone', begin: candidate.begin, end: candidate.end, why })
      return true
    })
}

/** The last figures of a number, which stay the same however it is written. */
export const phoneKey = (text: string): string => text.replace(/\D/g, '').slice(-8)
