import type { Reading } from '../reading.ts'
import { BEGINS, clausesOf } from './clauses.ts'
import { endOf } from './drop-clauses.ts'
import { cut, leans } from './drop-sentences.ts'
import { hasVerb, isTold } from './grammar.ts'
import type { Change } from './moves.ts'
import { COVER, ofEach, type Seen, type Stretch, wordsOf } from './seen.ts'
import { TOLD } from './verbs.ts'
import { pattern } from './words.ts'

/** What a sentence or clause reads alone, from which on it may be what hurts, and up to which it may be what was meant. */
const HURTS = 0.45
const PLAIN = 0.2
/** Of a message of more sentences, or of more that would have to be read alone, nothing is: each takes a reader's time. */
const SENTENCES_AT_MOST = 12
const PARTS_AT_MOST = 24
/** How much of a message stays at least, in units. */
const LEFT_AT_LEAST = 0.2
const CLAUSE_AT_LEAST = 3

/** Whoever is spoken to, or what somebody is called: what hurts without either is about the matter. */
const ABOUT_SOMEBODY = pattern(
  "(?:you|u|ur|your|yours|you're|you've|you'd|you'll|youre|yourself|yourselves|whoever|somebody|someone|anybody|anyone|everybody|people|person|grown (?:man|woman|men|adults?)|adults?|child|children|{name}|{bad})",
  'u',
)
/** What asks for something, or tells what happened to somebody, may not go. */
const ASKS = pattern(
  "(?:please|(?:could|can|would|will) (?:you|we|i|u|somebody|someone|anybody|it|one of)|i(?:'d| would) (?:like|need)|i need|i want|we need|let's|next time)",
  'u',
)
const TELLS = pattern(
  '(?:my|our|mine|ours)(?! (?:\\w+ )?(?:dog|cat|gran|nan|grandmother|child|kid|toddler|time|life|opinion|patience|brain|face|heart|arse|ass|god|goldfish|advice))',
  'u',
)
const TELLS_TO = new RegExp(`^\\W*(?:just |now |so |then |and |but )*${TOLD}`, 'u')
/** What a clause that is left has to say, so that it is more than the set-up of a joke. */
const POINT = pattern(
  "(?:please|could|can|can't|cant|cannot|must|should|shouldn't|need|needs|have to|has to|had to|want|wants|don't|do not|didn't|doesn't|isn't|wasn't|aren't|not|no|instead|i|i've|we|we've|me|us|my|our|(?:is|are|was|were) (?:in|on|at|from|for|broken|missing|late|empty|open|closed|due|wrong|full|gone|down|out|off|made|too)|broken|instead|until|before|after|never|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|tonight|yesterday|(?:last|next|this) (?:week|month|year|time|night)|january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|hundred|half|both|first|second|third|twice|again|\\d+)",
  'u',
)
/** Something said of a thing: "The fuse is behind the panel". */
const OF_A_THING =
  /^\W*(?:the|this|it|it's|its|there|there's|they|a|an|your|our) [\p{L}'-]+(?: [\p{L}'-]+){1,}/u
const hasPoint = (text: string): boolean =>
  OF_A_THING.test(text) || POINT.test(text) || TELLS_TO.test(text) || /\d/.test(text)

/** What a message of one sentence has to have left: there the rest may well be the set-up. */
const asksOrCounts = (text: string): boolean => ASKS.test(text) || TELLS_TO.test(text) || /\d/.test(text)

/** What mocks by saying the opposite, or asks what nobody is to answer, is no point. */
const MOCKS =
  /^\W*(?:and |but |so )*(?:oh|wow|sure|great|nice|lovely|brilliant|wonderful|congrat\w*|bravo|well done|so|thanks|thank you so|how|what an?|no wonder|of course|poor|imagine|guess|apparently|funny|cute|ah|aw+|ooh+|bless|whatever|another|lol|haha\w*|i see|i'm (?:glad|happy|curious|sure)|enjoy|good luck|maybe|perhaps|never mind|is that meant|did you|do you|have you|are you|were you|who (?:leaves|lets|does|puts|brings|buys|needs|even)|i (?:hope|wonder|bet|assume|suppose|realise|realize)|even)(?![\w'])/u
/** What cannot stand without the sentence before it. */
const HANGS =
  /^\W*(?:that|that's|this|these|those|then|or|otherwise|because|same|nor|neither|either|instead|which|whose|also|too|yours|mine|theirs|only|not)(?![\w'])/u
/** What points back at somebody or something: where the first sentence goes, that may go with it. */
const LOOKS_BACK = pattern(
  "^\\W*(?:[\\w']+ ){0,3}(?:it|its|they|them|their|him|her|he|she|some|one|ones|there|those)(?! (?:is|are|was|were|s)(?![\\w]))",
  'u',
)
/** A clause that begins a sentence tells more than the hurt where it has more words, and so does a sentence. */
const WORDS_AT_MOST = { opening: 7, sentence: 30 }
/** What somebody is called before they are told what to do. */
const CALLED = pattern(
  '^\\W*(?:(?:{louder}|{bad}|{name}|you|u|bro|dude|mate|man|lol|omg|god|jesus)[ ,]+)+',
  'u',
)
/** Where "you" is no address: "You don't do anything". */
const SAYS_YOU = /^\W*(?:you|u) don't /u
/** Words that a clause does not end in, nor begin with, when it can go. */
const OPEN =
  /(?:^|\s)(?:so yes|do people|why|how|what|when|where|who|that|than|if|to|of|for|with|hoped|is|are|was|were)\W*$/u
/** What is half of a sentence. */
const SUBORDINATE =
  /^\W*(?:if|since|when|because|as|while|unless|although|though|the fact that|whoever|whenever|before|after|until)(?![\w'])/u
const CLOSES = /^\W*(?:that|to|than|of|who|when|if|for|with|from)(?![\w'])/u

type Hurt = (stretch: Stretch) => boolean

const spokenIn = ({ plain, sentences }: Seen): Stretch[] =>
  sentences.filter(
    ({ begin, end }) =>
      /[\p{L}\p{N}]/u.test(plain.slice(begin, end)) || plain.slice(begin, end).includes(COVER),
  )

interface Parts {
  sentences: Stretch[]
  clauses: Stretch[][]
  all: Stretch[]
}

/** What is read alone: each sentence, and each clause of those that have several. */
const partsOf = ofEach((seen): Parts => {
  const sentences = spokenIn(seen)
  if (sentences.length > SENTENCES_AT_MOST) return { sentences: [], clauses: [], all: [] }
  const clauses = sentences.map((sentence) => clausesOf(seen, sentence))
  const all = [...(sentences.length > 1 ? sentences : []), ...clauses.filter((own) => own.length > 1).flat()]
  return all.length > PARTS_AT_MOST ? { sentences: [], clauses: [], all: [] } : { sentences, clauses, all }
})

/** Sentences and clauses that are to be read alone, so that the one that hurts is known. */
export const readAlone = (seen: Seen): string[] =>
  partsOf(seen).all.map(({ begin, end }) => seen.text.slice(begin, end))

const lengthOf = (stretches: readonly { begin: number; end: number }[]): number =>
  stretches.reduce((sum, { begin, end }) => sum + end - begin, 0)

const mayGo = (text: string): boolean =>
  ABOUT_SOMEBODY.test(text) &&
  !ASKS.test(text) &&
  !TELLS.test(text) &&
  !TELLS_TO.test(SAYS_YOU.test(text) ? text : text.replace(CALLED, '')) &&
  !text.includes(COVER)

/** The clauses that hurt at one end of a sentence that does not as a whole. */
function hurtingEnd(
  seen: Seen,
  sentence: Stretch,
  clauses: Stretch[],
  hurts: Hurt,
  wide: boolean,
): Change | undefined {
  const said = ({ begin, end }: Stretch): string => seen.plain.slice(begin, end)
  const going = clauses.map((clause) => hurts(clause) && mayGo(said(clause)))
  const [first, last] = [going.indexOf(false), going.lastIndexOf(false)]
  if (first < 0 || (first > 0 && last < going.length - 1) || going.slice(first, last).includes(true))
    return undefined
  const rest = { begin: clauses[first]!.begin, end: clauses[last]!.end }
  if (
    wordsOf(said(rest)).length < CLAUSE_AT_LEAST ||
    MOCKS.test(said(rest)) ||
    !(wide || asksOrCounts(said(rest)))
  )
    return undefined
  if (SUBORDINATE.test(said(rest)) && clauses.slice(first, last + 1).length < 2) return undefined
  const opening = wordsOf(seen.plain.slice(sentence.begin, rest.begin)).length
  if (
    opening > WORDS_AT_MOST.opening ||
    OPEN.test(said(rest)) ||
    clauses.some((one, at) => at > last && CLOSES.test(said(one)))
  )
    return undefined
  if (first > 0)
    return BEGINS.test(said(rest)) && !HANGS.test(said(rest))
      ? { begin: sentence.begin, end: rest.begin, text: '' }
      : undefined
  if (last === going.length - 1) return undefined
  const mark = /[\s.!?…]*$/u.exec(said(sentence))![0]
  const asks = mark.includes('?')
  return {
    begin: rest.end,
    end: asks ? sentence.end : sentence.end - mark.length,
    text: asks ? endOf(said(rest)) : '',
  }
}

/**
 * Sentences that hurt when they are read alone, or the clause of them that does, where what stays is plain: nothing of it
 * mocks, hangs on what went, or hurts by itself. A joke would lose its point and keep its set-up, so what begins like one
 * is left alone.
 *
 * @param alone what the reader made of each of `readAlone`; where it did not come to one, nothing goes
 */
export function dropHurting(seen: Seen, alone: readonly (Reading | undefined)[]): Change[] {
  const { sentences, clauses, all } = partsOf(seen)
  const read = alone.filter((reading) => reading !== undefined)
  if (read.length !== all.length || all.length === 0) return []
  const likely = new Map(all.map((stretch, at) => [stretch, read[at]!.why.likelihood]))
  const hurts: Hurt = (stretch) => (likely.get(stretch) ?? 1) >= HURTS
  const said = ({ begin, end }: Stretch): string => seen.plain.slice(begin, end)

  const gone: Change[] = []
  const going: Stretch[] = []
  sentences.forEach((sentence, at) => {
    if (!hurts(sentence)) return
    const part =
      clauses[at]!.length > 1
        ? hurtingEnd(seen, sentence, clauses[at]!, hurts, sentences.length > 1)
        : undefined
    if (part) gone.push(part)
    else if (
      sentences.length > 1 &&
      mayGo(said(sentence)) &&
      wordsOf(said(sentence)).length <= WORDS_AT_MOST.sentence
    )
      going.push(sentence)
  })
  const staying = sentences.filter((one) => !going.includes(one))
  const partly = (one: Stretch): boolean =>
    gone.some(({ begin, end }) => begin >= one.begin && end <= one.end)
  if (gone.length + going.length === 0 || staying.length === 0) return []

  const plain = staying.filter((one) => partly(one) || (likely.get(one) ?? 1) <= PLAIN)
  const sound = staying.every((one) => {
    const text = said(one)
    const before = sentences[sentences.indexOf(one) - 1]
    if (!partly(one) && ((likely.get(one) ?? 1) > PLAIN * 2 || MOCKS.test(text))) return false
    const beside =
      going.includes(sentences[sentences.indexOf(one) + 1]!) || (before && going.includes(before))
    if (
      beside &&
      !partly(one) &&
      /\?\W*$/u.test(text) &&
      !ASKS.test(text) &&
      !/^\W*(?:who|when|where|what time|which|is (?:there|anyone|anybody|the)|are there|does (?:anyone|anybody))(?![\w'])/u.test(
        text,
      )
    )
      return false
    if (!before || !going.includes(before)) return true
    const first = going.includes(sentences[0]!) && staying[0] === one
    return !HANGS.test(text) && !(first && LOOKS_BACK.test(text) && wordsOf(said(before)).length > 6)
  })
  const point = plain.some(
    (one) =>
      partly(one) ||
      ASKS.test(said(one)) ||
      (hasVerb(said(one)) && hasPoint(said(one)) && !/\?\W*$/u.test(said(one))),
  )
  if (!sound || !point) return []
  const changes = [...gone, ...going.map((one) => cut(seen, one))]
  if (lengthOf(changes) > (1 - LEFT_AT_LEAST) * lengthOf(sentences)) return []
  return leans(seen, changes) ? [] : changes.sort((one, other) => one.begin - other.begin)
}
