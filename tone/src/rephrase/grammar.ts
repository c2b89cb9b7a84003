import { articleFor } from './article.ts'
import { ofEach, type Seen, wordsOf } from './seen.ts'
import { NO_VERB } from './verbs.ts'

/** What no reader would take for a whole sentence, and signs that do not stand so. */
const FLAWS: readonly RegExp[] = [
  /[^\s] {2,}(?=\S)/g,
  /\s[,.;:!?](?=\s|$)/g,
  /[,;:]\s*[,;:.!?]/g,
  /[([{]\s*[)\]}]/g,
  /(?<![\p{L}\p{N}'])(?!that |had |very |so |really |no |ha |bye |lazy )(\p{L}+) \1(?![\p{L}\p{N}'])/giu,
  /(?<![\p{L}'])(?:and|but|because|or|the|an?|your|my|our|such|very|than|if|when|as|every|i|i'm|you're|it's|don't|do|did|are|is|was|were|can|could|would|before|while|which|who|that's|at)\s*(?:[.!?…]+\s|[.!?…,]*$)/gimu,
  /^\s*[,;:.!?]/gm,
  /:\s*$/g,
  /,\s*(?:and|but|so)\s*,/g,
  /(?<![\p{L}'])I (?:find|think|hope|know)\s*[.!?]/giu,
  /^(?:to|dear) (?:the|those|whoever) [^.,:!?]{3,60}[.!]/gimu,
  /\bhow do people\W*$/gim,
  /^(?:so yes|it's funny|just so you know)[.!]/gim,
  // A sentence that begins small.
  /[.!?]["”')]*\s+\p{Ll}/gu,
  /(?:, (?:u|you)|so please)\s*[.!?…]*$/gimu,
]
const PAIRS = ['()', '[]', '{}']
/** Signs that come in twos. */
const EVEN = ['"', '“', '”', '«', '»', '`', '*', '_']

const count = (text: string, flaw: RegExp): number => text.match(flaw)?.length ?? 0
const howMany = (text: string, sign: string): number => text.split(sign).length - 1

/** Wrong articles: "a idea", "an plan". */
function articles(text: string): number {
  let wrong = 0
  for (const [, article, word] of text.matchAll(/(?<![\p{L}'.])(an?) (\p{Ll}{2,})/gu))
    if (articleFor(word!, article!) !== article) wrong++
  return wrong
}

/** How often each flaw stands in a text. */
const flaws = ofEach(({ text }) => [...FLAWS.map((flaw) => count(text, flaw)), articles(text)])

/** What has to be the same of signs that belong together: what stays open of pairs, whether there is an odd one of others. */
const balance = ofEach(({ text }) =>
  [
    ...PAIRS.map((pair) => howMany(text, pair[0]!) - howMany(text, pair[1]!)),
    ...EVEN.map((sign) => howMany(text, sign) % 2),
  ].join(),
)

// Somebody who does something, or what is done.
const VERB =
  /(?:n't|'re|'m|'ve|'ll|'s)$|^(?:i|you|u|we|they|he|she|it|its|theres|thats|who|this|am|is|are|was|were|be|been|being|has|have|had|do|does|did|done|can|could|will|would|shall|should|may|might|must|cant|dont|didnt|isnt|wont|im|add|answer|ask|bring|buy|call|check|choose|clean|clear|close|come|comes|cook|cut|delete|do|drive|drop|eat|explain|find|fix|follow|get|gets|give|go|goes|hear|help|hold|keep|keeps|know|learn|leave|let|look|looks|lost|make|makes|merge|move|need|needs|open|park|pay|pick|play|post|pull|push|put|read|remove|reply|revert|rewrite|run|runs|say|says|see|send|set|share|show|sign|stay|stop|switch|take|takes|talk|tell|test|think|throw|tidy|try|turn|update|use|wait|wants?|wash|watch|went|works?|write|wrote|[a-z]{2,}ed|died|went|broke|broken|fell|came|made|feel|find|think|hope|goes|leaves?|starts?|ends?|costs?|has|takes?|puts?|gives?|gone|ate|cut|hurt|hurts)$/

/** Tells somebody what to do, by its shape: "Rinse the rice first." */
const IMPERATIVE = new RegExp(
  `^\\W*(?:(?:please|just|now|then|and|so|next time|at least),? )*(?!${NO_VERB}(?: |'))[a-z]{2,}(?: (?:up|down|out|off|on|in|back|away|over|round))? (?:the|an?|my|our|your|ur|it|them|him|her|us|me|this|that|these|those|some|both|each|every|yourself)(?![\\w'])`,
  'iu',
)
/** Whether somebody does something in a sentence, or is told to. */
export const hasVerb = (sentence: string): boolean =>
  wordsOf(sentence).some((word) => VERB.test(word)) || IMPERATIVE.test(sentence)

/** Whether words can stand as a sentence: there is something done in them, or there are enough of them. */
const stands = (sentence: string): boolean => {
  const own = wordsOf(sentence)
  return own.length === 0 || own.length > 6 || hasVerb(sentence)
}

/** Half of a sentence: "If you don't like it." */
const isHalf = (sentence: string): boolean =>
  /^\W*(?:if|since|when|because|while|unless|although|whoever|whenever)\b/i.test(sentence) &&
  !/[,:–—]|\b(?:then|you'd|i'd|we'd)\b/i.test(sentence) &&
  wordsOf(sentence).length < 12 &&
  !/\?\W*$/.test(sentence)

const sentencesOf = ofEach(
  ({ text, sentences }) => new Set(sentences.map(({ begin, end }) => text.slice(begin, end))),
)

/** Whether a rewriting reads as well as what it came from: no flaw in it that was not there before. */
export function readsWell(before: Seen, after: Seen): boolean {
  if (flaws(after).some((often, flaw) => often > flaws(before)[flaw]!)) return false
  if (balance(after) !== balance(before)) return false
  const [own, left] = [sentencesOf(before), [...sentencesOf(after)]]
  // What is left of several has a sentence in it, and not only cries.
  if (own.size > 1 && !left.some((sentence) => hasVerb(sentence) || wordsOf(sentence).length > 3))
    return false
  return left.every((sentence) => own.has(sentence) || (stands(sentence) && !isHalf(sentence)))
}
