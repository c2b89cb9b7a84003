/** Words that speak for or against a person's own crisis. How much each weighs is learned, never written here. */
export interface Sign {
  readonly name: string
  /** Whether it matters whose it is: one's own, somebody else's, past, denied, quoted. */
  readonly scoped: boolean
  readonly pattern: RegExp
}

const GAP = /<(\d)>/g
const LINE = /\s*\n\s*/

/**
 * Takes a list of phrases, one a line, over words with a space between: `<3>` stands for up to three words of any kind,
 * the rest is a regular expression. A phrase begins and ends with a whole word.
 */
export function sign(name: string, phrases: string, scoped = false): Sign {
  const each = phrases
    .trim()
    .split(LINE)
    .map((phrase) => phrase.replace(GAP, '(?:\\S+ ){0,$1}'))
  return { name, scoped, pattern: new RegExp(`(?<=^| )(?:${each.join('|')})(?= |$)`, 'gu') }
}
