/** A run of figures with what people put between them. */
export interface Run {
  begin: number
  end: number
  groups: readonly Group[]
}

export interface Group {
  begin: number
  end: number
  digits: string
  /** What stands between this group and the one before it, or at the very front. */
  lead: string
}

const RUN =
  /(?:(?<![\p{L}\p{N}_#=&@$€£¥%/-]|\d[.,:])|(?<=wa\.me\/))(?:\+ ?)?\(?\+?\d(?:[ ()./-]{0,3}\d){5,29}(?!\d)/gu
/** What figures may not touch behind: they would be part of a word, a price, a measure. */
const TOUCHES = /^(?!x\d)(?:[\p{L}_%€$£°@]|[.,:]\d|-\p{L})/u

function groupsOf(text: string, begin: number): Group[] {
  return [...text.matchAll(/([^\d]*)(\d+)/g)].map((match) => {
    const [whole, lead, digits] = match as unknown as [string, string, string]
    const end = begin + match.index + whole.length
    return { begin: end - digits.length, end, digits, lead }
  })
}

/** Runs of six to thirty figures that stand on their own. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const match of text.matchAll(RUN)) {
    const end = match.index + match[0].length
    if (TOUCHES.test(text.slice(end, end + 2))) continue
    runs.push({ begin: match.index, end, groups: groupsOf(match[0], match.index) })
  }
  return runs
}

/** How many groups and figures a number may have. */
export interface Size {
  groups: number
  least: number
  most: number
}

/** Neighbouring groups that may be one number, longest first from every place; goes on behind what was taken. */
export function stretches(
  { groups }: Run,
  size: Size,
  take: (stretch: readonly Group[], digits: string) => boolean,
): void {
  const parts = groups.map(({ lead }, at) => at === 0 || /\s/.test(lead))
  for (let from = 0; from < groups.length; from++) {
    if (!parts[from]) continue
    const reach: string[] = []
    for (let to = from, digits = ''; to < groups.length && reach.length < size.groups; to++) {
      digits += groups[to]!.digits
      if (digits.length > size.most) break
      reach.push(digits)
    }
    for (let count = reach.length; count > 0 && reach[count - 1]!.length >= size.least; count--) {
      if (!(parts[from + count] ?? true)) continue
      if (!take(groups.slice(from, from + count), reach[count - 1]!)) continue
      from += count - 1
      break
    }
  }
}

export const shapeOf = (groups: readonly Group[]): string =>
  groups.map(({ digits }) => digits.length).join('-')

const DATES =
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{6}|(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d)(?!\d)/
const NETWORK = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** 1.250.000 and 1 250 000. */
const THOUSANDS = /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*$/

/** Whether figures read as a day, a span of years, a network address or a large round number. */
export const isOrdinary = (text: string): boolean => DATES.test(text) || NETWORK.test(text)
export const isThousands = (text: string): boolean => THOUSANDS.test(text)
