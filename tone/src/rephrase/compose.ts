import { articleFor } from './article.ts'
import type { Change } from './moves.ts'
import type { Seen } from './seen.ts'

/** Stands on both sides of every change while the signs around it are put in order. */
const EDGE = '\uE000'

const overlap = (one: Change, other: Change): boolean => one.begin < other.end && other.begin < one.end

/** Of changes that overlap the first stays. Sorted by place. */
export function apart(changes: readonly Change[]): Change[] {
  const kept: Change[] = []
  for (const change of changes) if (!kept.some((one) => overlap(one, change))) kept.push(change)
  return kept.sort((one, other) => one.begin - other.begin)
}

/** Applies changes that are in order and do not overlap. */
export function applied(text: string, changes: readonly Change[], edge = ''): string {
  let [made, at] = ['', 0]
  for (const change of changes) {
    made += text.slice(at, change.begin) + edge + change.text + edge
    at = change.end
  }
  return made + text.slice(at)
}

// Each looks only at signs that a change has come to stand beside. `~` is an edge.
const order: readonly (readonly [string, string])[] = [
  // What joined a clause that is gone.
  [
    '[ \\t,;]+(?:and|but|because|so|cause|cos|or|since|as|then),?[ \\t]*(~~+)(?=[ \\t]*(?:[.!?…)]|$|\\n))',
    '$1',
  ],
  ['(^|[.!?…]["”\')]*[ \\t]+|\\n)(~~+)[ \\t]*(?:and|but|so|because|or|still|anyway|besides)[ ,]+', '$1$2'],
  ['(^|[.!?…]["”\')]*[ \\t]+|\\n)(~~+)[ \\t,;:.!?…–—-]+', '$1$2'],
  ['[ \\t]*[,;:–—-]+[ \\t]*(~~+)(?=[ \\t]*[.!?…;:)])', '$1'],
  ['[ \\t]*[,;:–—-]+[ \\t]*(~~+)[ \\t]*$', '$1'],
  ['[ \\t]*,[ \\t]*(~~+)[ \\t]*,', '$1,'],
  ['[ \\t]+(~~+)[ \\t]*(?=[,.;:!?…)]|$|\\n)', '$1'],
  ['([ \\t])(~+)[ \\t]+', '$1$2'],
  ['([.…])(~+)\\.', '$1$2'],
]
const orders = order.map(([from, to]) => [new RegExp(from.replaceAll('~', EDGE), 'gu'), to] as const)

/** "a" or "an" before a word that has come to stand after it. */
function articles(text: string): string {
  const both = new RegExp(`\\b(an?)((?:${EDGE}| )+)(\\p{L}+)`, 'giu')
  return text.replace(both, (whole, article: string, between: string, word: string) =>
    between.includes(EDGE) ? articleFor(word, article) + between + word : whole,
  )
}

/** Whether a message begins its sentences with capitals at all. */
function writesCapitals({ text, sentences }: Seen): boolean {
  let capitals = 0
  for (const { begin } of sentences) if (/\p{Lu}/u.test(text[begin] ?? '')) capitals++
  return capitals * 2 >= sentences.length
}

function capitals(text: string): string {
  const start = new RegExp(`(^|[.!?]["”')]*\\s+${EDGE}*|\\n)(${EDGE}+)(\\p{Ll})`, 'gu')
  return text.replace(
    start,
    (_, before: string, edges: string, letter: string) => before + edges + letter.toUpperCase(),
  )
}

/** The message with changes made and the signs, articles and capitals beside them in order. */
export function compose(seen: Seen, changes: readonly Change[]): string {
  let text = applied(seen.text, changes, EDGE)
  for (const [from, to] of orders) text = text.replace(from, to)
  text = articles(text)
  if (writesCapitals(seen)) text = capitals(text)
  return text.replaceAll(EDGE, '').trim()
}
