import { withArticles } from './article.ts'
import type { Change } from './moves.ts'
import { patternFor } from './needs.ts'
import type { Seen, Stretch } from './seen.ts'
import { pattern } from './words.ts'

/** What a pattern found: its groups, each as it stands in the message. */
export type Groups = (string | undefined)[]

/**
 * What is looked for in one sentence at a time, and what stands there instead: a text with `$1` for groups, or what a
 * function makes of them; `undefined` leaves the words alone.
 */
export type Rule = readonly [source: string, instead: string | ((groups: Groups) => string | undefined)]

/** `statement`: says what cannot be asked. `question`: asks, and ends with a question mark. `words`: fits in both. */
type Kind = 'statement' | 'question' | 'words'

interface Rules {
  kind: Kind
  rules: readonly Rule[]
}

const patterns = new WeakMap<Rule, (seen: Seen) => RegExp | undefined>()

function patternOf(rule: Rule, seen: Seen): RegExp | undefined {
  let find = patterns.get(rule)
  if (!find) {
    find = patternFor(rule[0])
    patterns.set(rule, find)
  }
  return find(seen)
}

const TAG =
  /^,?\s*(?:(?:do|are|did|have|can|will|were|is|has|does|would|could|aren't|don't|didn't|haven't|can't|isn't) ?(?:you|ya|u|it|he|she|they|we)|right|huh|eh|innit|yeah|ok|okay)?\s*\?+!*$/u
/** One of several things said of "you" in a row: the others would no longer fit. */
const SAID_BEFORE = /(?<![\w'])(?:you|u|you're|youre|ur|because|if|when|that|who)(?![\w'])/u
/** What goes on about the same thing in the other's person. */
const SAID_AFTER =
  /(?:always (?:have|were|will|are)|knows? it|so (?:is|are|do|does) |(?:and|but) (?:you|u) (?:couldn't|can't|never)|^ (?:and|so) now )/u
/** What would be said of two people where only the first half was put otherwise. */
const AND_YOU = /^ (?:and|but) (?:then |now )?(?:you|u)(?![\w'])/u
const SIGNS = /^[\s.!?…]*$/u
/** A clause of its own behind what is asked: "Close the shed, my spade is gone." */
const TAIL = pattern(
  "^(?:,|;|:| [–—-]) (?:and |because |cos )?(?=(?:i|i'm|i've|im|my|our|we|we've|we're|the|it|it's|its|there|there's|theres|they|he|she|this|that's|you|your|mum|dad|some|half|two|three|everyone|nobody|people)(?![\\w']))",
  'u',
)

/** The sentence's own end if it would still ask after a statement: "…, do you?" becomes a full stop. */
function statementEnd(plain: string, end: number): { end: number; sign: string } | undefined {
  const rest = plain.slice(end)
  if (!/\?/.test(rest)) return { end, sign: '' }
  return TAG.test(rest) ? { end: end + rest.length, sign: '.' } : undefined
}

/** Up to where a question goes, where nothing is lost by it: a reason behind it follows as a sentence of its own. */
function questionEnd(plain: string, end: number): { end: number; sign: string } | undefined {
  const rest = plain.slice(end)
  if (SIGNS.test(rest)) return { end: plain.length, sign: '?' }
  const tail = /\?/.test(rest) ? undefined : TAIL.exec(rest)?.[0]
  return tail === undefined ? undefined : { end: end + tail.length, sign: '? ' }
}

function filled(template: string, groups: Groups): string {
  return withArticles(template.replace(/\$(\d)/g, (_, at: string) => groups[Number(at)] ?? ''))
}

const isLoud = (words: string): boolean =>
  words.length > 4 && /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words)

function cased(text: string, seen: Seen, sentence: Stretch, begin: number, end: number): string {
  const was = seen.text.slice(begin, end)
  if (isLoud(was)) return text.toUpperCase()
  const first = /[\p{L}\p{N}]/u.exec(was)?.[0]
  const starts = !/[\p{L}\p{N}]/u.test(seen.text.slice(sentence.begin, begin))
  if (!starts || !first) return text
  if (first === first.toLowerCase())
    return text.replace(/^(?!I(?!\p{L}))./u, (letter) => letter.toLowerCase())
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function changeOf(
  seen: Seen,
  sentence: Stretch,
  kind: Kind,
  rule: Rule,
  found: RegExpExecArray,
): Change | undefined {
  const plain = seen.plain.slice(sentence.begin, sentence.end)
  const groups = found.indices!.map(
    (span) => span && seen.text.slice(sentence.begin + span[0], sentence.begin + span[1]),
  )
  const made = typeof rule[1] === 'string' ? filled(rule[1], groups) : rule[1](groups)
  if (made === undefined) return undefined
  const begin = sentence.begin + found.index
  let [end, sign] = [found.index + found[0].length, '']
  if (kind === 'question') {
    const stop = questionEnd(plain, end)
    if (!stop) return undefined
    ;({ end, sign } = stop)
  }
  if (kind === 'statement') {
    const after = plain.slice(found.index + found[0].length)
    if (SAID_BEFORE.test(plain.slice(0, found.index)) || SAID_AFTER.test(after)) return undefined
    if (AND_YOU.test(after) && !/^(?:you|u) /i.test(made)) return undefined
    const stop = statementEnd(plain, end)
    if (!stop) return undefined
    ;({ end, sign } = stop)
  }
  return {
    begin,
    end: sentence.begin + end,
    text: cased(made, seen, sentence, begin, sentence.begin + end) + sign,
  }
}

/** Every change that a list of rules would make, in the order of the rules; they may overlap. */
export function changesBy(seen: Seen, { kind, rules }: Rules): Change[] {
  const changes: Change[] = []
  for (const rule of rules) {
    const pattern = patternOf(rule, seen)
    if (!pattern) continue
    for (const sentence of seen.sentences) {
      const plain = seen.plain.slice(sentence.begin, sentence.end)
      for (const found of plain.matchAll(pattern)) {
        const change = changeOf(seen, sentence, kind, rule, found as RegExpExecArray)
        if (change) changes.push(change)
      }
    }
  }
  return changes
}
