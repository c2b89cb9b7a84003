import { cut } from './drop-sentences.ts'
import type { Change } from './moves.ts'
import { COVER, type Seen, type Stretch } from './seen.ts'
import { pattern } from './words.ts'

/** Words by which a clause is about somebody's worth and not about what is spoken of. */
const CONTEMPT = pattern(
  "{name}|people like (?:you|u)|you (?:people|lot)|your (?:sort|kind|type|lot|generation|own (?:\\w+ )?(?:kids?|children|mother|wife|family))|kind of (?:person|mother|father|man|woman)|ashamed|shame on|brains?|braindead|iq|pathetic|stupid|dumb|thick|disgust\\w*|sick of|fed up with you|deserve[sd]?|laugh(?:s|ing)? (?:at|about)|no wonder|nobody (?:likes|wants|cares|will|would|here|asked)|no one (?:likes|wants|cares|will|would|asked)|everyone (?:here )?(?:hates|laughs|is sick|knows|can see|thinks)|who (?:do you think|asked|cares|raised)|grown-?ups|(?:you|u) (?:wouldn't|would not|will never|'ll never|don't deserve|make me sick|smell|disgust)|your (?:wife|husband|mother|mum|mom|dad|father|parents) (?:must|should|would|will|left|is|are)|hope (?:you|u|your|he|she|they|it|someone|somebody)|enjoy (?:your|being)|wake up|grow up|get a (?:life|grip|job|clue|brain)|embarrass\\w*|useless|worthless|lazy|selfish|too (?:stupid|dumb|thick|slow|old|fat|lazy)|as usual|typical|sympathy|at your age|idiocy|stupidity|whining|moaning|fuck\\w*|shit\\w*|arse|ass|bitch\\w*|same as everything|every time you|not everyone|some people are|even (?:you|a child|my|your)|year[- ]old (?:would|could)|in your life|born|pity|sad little|cry|crayons?|draw (?:you|it|a picture)|(?:more )?slowly|slower|puppets|babysitter|medal|add nothing|roll (?:their|our|my) eyes|the rest of us|clearly (?:haven't|never|didn't|don't|can't)|if you (?:can't|cannot)[^.!?]{3,30}(?:don't|then|maybe|perhaps|you shouldn't)|over(?:thinking|reacting)|amateurs?|even for|don't let (?:that|it) stop you|not (?:everyone|everybody)|stick to|take up|find (?:another|a new) hobby|your lot|how do you (?:even )?(?:manage|get|hold)|what a (?:shame|pity)|dead weight|joke|do us all|with a face|surprised you|poor (?:wife|husband|kids?|dog|mother|gran)|a person like you|someone like you|never could|never (?:good|right)",
)
const hurts = new RegExp(CONTEMPT.source, 'u')

/** Words that ask for something: what is asked for is the point. */
const ASKS =
  /(?<![\w'])(?:please|can you|could you|need|must|want my|have to|give (?:me|it) back|refund|by (?:monday|tuesday|wednesday|thursday|friday|tonight|tomorrow))(?![\w'])/u
const WORDS_AT_MOST = 28

const words = (plain: string): number => plain.split(/\s+/).length

/** Whether a stretch may go: it hurts, nothing in it is to be kept, and nothing is asked for. */
function mayGo({ plain }: Seen, { begin, end }: Stretch, marked: readonly Stretch[]): boolean {
  const own = plain.slice(begin, end)
  if (words(own) > WORDS_AT_MOST || own.includes(COVER) || ASKS.test(own)) return false
  return hurts.test(own) || marked.some((one) => one.begin < end && begin < one.end)
}

const BOUNDARY =
  /(?<=[\p{L}\p{N})"”'%])(?:[,;] |,? ?[–—] | - |,? (?:because|cos|cause|since|but|and) (?=(?:you|u|i|we|it|it's|that's|everyone|everybody|nobody|no one|people|then|he|she|they|frankly|honestly|now|this)(?![\w])))/gu

/** Clauses of a sentence, each with the sign or word that joins it to the one before. */
function clausesOf({ plain }: Seen, { begin, end }: Stretch): Stretch[] {
  const sentence = plain.slice(begin, end)
  const closing = /[\s.!?…]*$/u.exec(sentence)!.index
  const starts = [
    0,
    ...Array.from(sentence.matchAll(BOUNDARY), ({ index }) => index).filter((at) => at < closing),
  ]
  return starts.map((start, at) => ({ begin: begin + start, end: begin + (starts[at + 1] ?? closing) }))
}

/** "I would, but …": without its second half the first says the opposite. */
const TURNS = /(?:'d|would|could|nice|sorry|like)(?![\w']).*,? but [^,;]*$/u
const WORDS_AT_LEAST = 4
/** Somebody or something that a clause can be about: without one it is a piece of another. */
const ABOUT = new RegExp(pattern("^(?:(?:and|but|so|then|now|please) )?{subject}(?![\\w'])").source, 'u')

/**
 * The clauses that may go at a sentence's end, or at its beginning: what stands between others holds them together. What
 * is left has to be about something by itself.
 */
function clauses(seen: Seen, sentence: Stretch): Change[] {
  const all = clausesOf(seen, sentence)
  const goes = all.map(
    (clause) => mayGo(seen, clause, []) && !TURNS.test(seen.plain.slice(sentence.begin, clause.end)),
  )
  const begin = goes.indexOf(false)
  const end = goes.lastIndexOf(false) + 1
  if (begin < 0 || goes.slice(begin, end).includes(true) || end - begin === all.length) return []
  const kept = seen.plain.slice(all[begin]!.begin, all[end - 1]!.end).replace(/^\W+/, '')
  if (words(kept) < WORDS_AT_LEAST || (begin > 0 && !ABOUT.test(kept))) return []
  return [...all.slice(0, begin), ...all.slice(end)].map((one) => ({
    begin: one.begin,
    end: one.end,
    text: '',
  }))
}

/**
 * Barbs of any form: sentences, and clauses of a sentence, that hurt while what stands beside them does not. They hurt
 * by their words, or because a reading marked them.
 */
export function dropBarbs(seen: Seen, marked: readonly Stretch[]): Change[] {
  return seen.sentences.flatMap((sentence) => {
    const some = clauses(seen, sentence)
    if (some.length > 0) return some
    return mayGo(seen, sentence, marked) ? [cut(seen, sentence)] : []
  })
}

/** Sentences that say nothing without the one before. */
const LEANING =
  /^\W*(?:or|otherwise|yours|theirs|just|though|explains|that's why|so (?:do|does|did|is|are)|and so (?:do|does|did|is|are)|either way|every last|instead|which|because|not|of course|neither|nor|what about)(?![\w'])/u

/** Whether a sentence leans on one that is gone. */
export const leans = (seen: Seen, gone: readonly Change[]): boolean =>
  seen.sentences.some(({ begin, end }, at) => {
    const before = seen.sentences[at - 1]
    const went = (one: Stretch): boolean =>
      gone.some((change) => change.begin <= one.begin && one.end <= change.end)
    return (
      before !== undefined &&
      went(before) &&
      !went({ begin, end }) &&
      LEANING.test(seen.plain.slice(begin, end))
    )
  })
