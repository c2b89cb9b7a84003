import type { Reading } from '../reading.ts'
import { BEGINS, clausesOf } from './clauses.ts'
import { endOf } from './drop-clauses.ts'
import { cut, leans, SPOKEN_OF } from './drop-sentences.ts'
import { hasVerb } from './grammar.ts'
import { handOn } from './hand-on.ts'
import type { Change } from './moves.ts'
import { COVER, ofEach, type Seen, type Stretch, wordsOf } from './seen.ts'
import { TOLD } from './verbs.ts'
import { pattern } from './words.ts'

/** What a sentence or clause reads alone, from which on it may be what hurts, and up to which it may be what was meant. */
const HURTS = 0.45
const PLAIN = 0.25
/** From where on it can hardly be anything else, up to where it can be nothing that hurts, and what is not borne beside. */
const CLEARLY = { hurts: 0.7, plain: 0.1 }
const NOT_BORNE = 0.4
/** Of a message of more sentences, or of more that would have to be read alone, nothing is: each takes a reader's time. */
const SENTENCES_AT_MOST = 12
const PARTS_AT_MOST = 24
/** How much of a message stays at least, in units. */
const LEFT_AT_LEAST = 0.2
const CLAUSE_AT_LEAST = 3

/** Whoever is spoken to, or what somebody is called: what hurts without either is about the matter. */
const ABOUT_SOMEBODY = pattern(
  "(?:you|u|ur|your|yours|you're|you've|you'd|you'll|youre|yourself|yourselves|whoever|somebody|someone|anybody|anyone|everybody|people|person|grown (?:man|woman|men|adults?)|adults?|child|children|{name})",
  'u',
)
/** What asks for something, or tells what happened to somebody, may not go. */
const ASKS = pattern(
  "(?:please|(?:could|can|would|will) (?:you(?! (?:people|lot|not|even|guys|ever))|we|i|u|somebody|someone|anybody|it|one of)|i(?:'d| would) (?:like|need)|i need|i want|we need|let's|next time)",
  'u',
)
const TELLS = pattern(
  '(?:my|our|mine|ours)(?! (?:\\w+ )?(?:dog|cat|gran|nan|grandmother|child|kid|toddler|time|life|opinion|patience|brain|face|heart|arse|ass|god|goldfish|advice))|(?:you|u|you.ve) (?:just )?(?:broke|broken|ruined|took|taken|left|dumped|parked|scratched|deleted|lost|ate|stole|burnt|cut|forgot|told|said|posted|copied) (?:the|all|a|an|his|her|their|me|us|them|two|three|that|on|in)',
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
  /^\W*(?:(?:that|this|these|those)(?:'s)?(?: (?:is|was|are|were|isn't|wasn't|goes|makes|means|alone|way|one|ones|kind|sort))?(?! \p{L}+ (?:is|are|was|were|has|have|goes|needs))|then|or|otherwise|because|same|nor|neither|either|instead|which|whose|also|too|yours|mine|theirs|only|not)(?![\w'])/u
/** What points back at somebody or something: where the first sentence goes, that may go with it. */
const LOOKS_BACK = pattern(
  "^\\W*(?:[\\w']+ ){0,3}(?:it|its|they|them|their|him|her|he|she|(?:some|ones?)(?! \\p{L})|there|those)(?! (?:is|are|was|were|s|isn't|hasn't|has|will|must|should)(?![\\w]))",
  'u',
)
/** Points back at somebody. */
const OF_SOMEBODY = /^\W*(?:[\w']+ ){0,3}(?:they|them|their|him|his|her|he|she)(?![\w'])/u
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

/** How likely a stretch is to hurt when it is read alone. */
type Likely = (stretch: Stretch) => number

const spokenIn = ({ plain, sentences }: Seen): Stretch[] =>
  sentences.filter(
    ({ begin, end }) =>
      /[\p{L}\p{N}]/u.test(plain.slice(begin, end)) || plain.slice(begin, end).includes(COVER),
  )

/** What only leads to the clause behind it. */
const LEADS =
  /^\W*(?:(?:i'm |im )?sorry|excuse me|honestly|look|listen|(?:oh )?my god|omg|no offen[cs]e|with (?:all due )?respect|bro|man|dude|mate|well|ok|hey|seriously|frankly|face it|wow|oh great|great)\W*$/u
/** Says what somebody is. */
const SAYS_WHAT = /^\W*(?:(?:and|but) )?(?:you|u|you're|youre|ur|ye|you've|your|what an?|such an?)(?![\w'])/u
/** Ends in what only the clause before can tell: "my baby is sick of it". */
const MEANS = /(?:of|about|for|with|to|at|by) (?:it|them|that)\W*$/u
/** Whom a clause that goes was said to. */
const STUMP = /^\W*(?:to|dear) (?:the|those|whoever) [^,:]*$/u
/** A question that wants an answer. */
const WANTS_TO_KNOW =
  /^\W*(?:who|when|where|what time|which|is (?:there|anyone|anybody|the)|are there|does (?:anyone|anybody))(?![\w'])/u

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

const mayGo = (text: string, clearly: boolean): boolean =>
  (clearly || ABOUT_SOMEBODY.test(text)) &&
  !ASKS.test(text) &&
  !TELLS.test(text) &&
  !TELLS_TO.test(SAYS_YOU.test(text) ? text : text.replace(CALLED, '')) &&
  !text.includes(COVER)

/** Whether a sentence or clause can go: it hurts, and neither asks nor tells anything. */
const isGoing = (text: string, likely: number): boolean =>
  likely >= HURTS && mayGo(text, likely >= CLEARLY.hurts)

/** The clauses that hurt at one end of a sentence that does not as a whole. */
function hurtingEnd(
  seen: Seen,
  sentence: Stretch,
  clauses: Stretch[],
  likely: Likely,
  wide: boolean,
): Change | undefined {
  const said = ({ begin, end }: Stretch): string => seen.plain.slice(begin, end)
  const going = clauses.map((clause) => isGoing(said(clause), likely(clause)))
  // "Sorry but you have no brain, …": what only leads to it goes with it.
  if (going[1] && LEADS.test(said(clauses[0]!))) going[0] = true
  const [first, last] = [going.indexOf(false), going.lastIndexOf(false)]
  if (first < 0 || (first > 0 && last < going.length - 1) || going.slice(first, last).includes(true))
    return undefined
  const rest = { begin: clauses[first]!.begin, end: clauses[last]!.end }
  const text = said(rest)
  // Behind "you are …" stands no set-up of a joke.
  const plainly = first > 0 && SAYS_WHAT.test(said(clauses[first - 1]!)) && hasPoint(text) && hasVerb(text)
  if (wordsOf(text).length < CLAUSE_AT_LEAST || MOCKS.test(text) || STUMP.test(text)) return undefined
  if (clauses.slice(first, last + 1).some((one) => likely(one) >= HURTS)) return undefined
  if (!(wide || plainly || asksOrCounts(text))) return undefined
  if (SUBORDINATE.test(text) && clauses.slice(first, last + 1).length < 2) return undefined
  const opening = wordsOf(seen.plain.slice(sentence.begin, rest.begin)).length
  if (
    opening > WORDS_AT_MOST.opening ||
    OPEN.test(text) ||
    clauses.some((one, at) => at > last && CLOSES.test(said(one)))
  )
    return undefined
  if (first > 0)
    return BEGINS.test(text) && !HANGS.test(text) && !MEANS.test(text)
      ? { begin: sentence.begin, end: rest.begin, text: '' }
      : undefined
  if (last === going.length - 1) return undefined
  const mark = /[\s.!?…]*$/u.exec(said(sentence))![0]
  const asks = mark.includes('?')
  return {
    begin: rest.end,
    end: asks ? sentence.end : sentence.end - mark.length,
    text: asks ? endOf(text) : '',
  }
}

/** What goes of a message: whole sentences, and ends of others. */
interface Going {
  whole: Stretch[]
  ends: Change[]
}

function goingOf(seen: Seen, { sentences, clauses }: Parts, likely: Likely): Going {
  const going: Going = { whole: [], ends: [] }
  const several = sentences.length > 1
  /** A clause that reads as plain as can be, and says something, is why a sentence stays. */
  const tells = (clause: Stretch): boolean => {
    const text = seen.plain.slice(clause.begin, clause.end)
    return likely(clause) <= CLEARLY.plain && wordsOf(text).length > 4 && hasVerb(text)
  }
  sentences.forEach((sentence, at) => {
    if (likely(sentence) < HURTS) return
    const text = seen.plain.slice(sentence.begin, sentence.end)
    const end = clauses[at]!.length > 1 && hurtingEnd(seen, sentence, clauses[at]!, likely, several)
    if (end) going.ends.push(end)
    else if (
      several &&
      isGoing(text, likely(sentence)) &&
      !clauses[at]!.some(tells) &&
      wordsOf(text).length <= WORDS_AT_MOST.sentence
    )
      going.whole.push(sentence)
  })
  return going
}

/** Whether a question may be put to mock where it stands beside what goes. */
const isPutToMock = (text: string): boolean =>
  /\?\W*$/u.test(text) && !ASKS.test(text) && !WANTS_TO_KNOW.test(text)

/** Thanks that read as such. */
const isThanks = (text: string, likely: number): boolean =>
  likely <= CLEARLY.plain && /^\W*(?:thanks|thank you) for the /u.test(text)

/** Whether a sentence leans on the one before it, which goes. `first`: nothing that it could lean on stays. */
function isLeftAlone(text: string, before: string, first: boolean): boolean {
  if (HANGS.test(text)) return true
  if (!LOOKS_BACK.test(text) || wordsOf(before).length <= 6) return false
  return first
    ? SPOKEN_OF.test(before) || /(?<![\p{L}'])an? /u.test(before)
    : OF_SOMEBODY.test(text) && SPOKEN_OF.test(before)
}

/** Whether a sentence that stays is a point: it asks, or tells something plainly. */
function isPoint(text: string, likely: number, clearly: boolean): boolean {
  if (ASKS.test(text)) return true
  if (likely > PLAIN || /\?\W*$/u.test(text)) return false
  return (hasVerb(text) && hasPoint(text)) || (clearly && likely <= CLEARLY.plain && wordsOf(text).length > 4)
}

/**
 * Sentences that hurt when they are read alone, or the clause of them that does, where what stays is plain: nothing of it
 * mocks, hangs on what went, or hurts by itself. A joke would lose its point and keep its set-up, so what begins like one
 * is left alone.
 *
 * @param alone what the reader made of each of `readAlone`; where it did not come to one, nothing goes
 */
export function dropHurting(seen: Seen, alone: readonly (Reading | undefined)[]): Change[] {
  const parts = partsOf(seen)
  const { sentences, all } = parts
  const read = alone.filter((reading) => reading !== undefined)
  if (read.length !== all.length || all.length === 0) return []
  const known = new Map(all.map((stretch, at) => [stretch, read[at]!.why.likelihood]))
  const likely: Likely = (stretch) => known.get(stretch) ?? 1
  const { whole, ends } = goingOf(seen, parts, likely)
  const staying = sentences.filter((one) => !whole.includes(one))
  if (ends.length + whole.length === 0 || staying.length === 0) return []

  const said = ({ begin, end }: Stretch): string => seen.plain.slice(begin, end)
  const partly = (one: Stretch): boolean =>
    ends.some(({ begin, end }) => begin >= one.begin && end <= one.end)
  const handed = new Map<Stretch, Change>()
  whole.forEach((one) => {
    const next = sentences[sentences.indexOf(one) + 1]
    const change = next && staying.includes(next) && !partly(next) ? handOn(seen, one, next) : undefined
    if (change) handed.set(one, change)
  })
  const sound = staying.every((one) => {
    if (partly(one)) return true
    const at = sentences.indexOf(one)
    const [before, next] = [sentences[at - 1], sentences[at + 1]]
    const after = before !== undefined && whole.includes(before)
    if (likely(one) > NOT_BORNE || (MOCKS.test(said(one)) && !isThanks(said(one), likely(one)))) return false
    if ((after || (next && whole.includes(next))) && isPutToMock(said(one))) return false
    return !after || handed.has(before) || !isLeftAlone(said(one), said(before), staying[0] === one)
  })
  const clearly = whole.every((one) => likely(one) >= CLEARLY.hurts)
  if (!sound || !staying.some((one) => partly(one) || isPoint(said(one), likely(one), clearly))) return []
  const cuts = whole.filter((one) => !handed.has(one)).map((one) => cut(seen, one))
  const changes = [...ends, ...cuts, ...handed.values()]
  if (lengthOf([...ends, ...whole]) > (1 - LEFT_AT_LEAST) * lengthOf(sentences)) return []
  return leans(seen, [...ends, ...cuts]) ? [] : changes.sort((one, other) => one.begin - other.begin)
}
