import type { Change } from './moves.ts'
import type { Seen, Stretch } from './seen.ts'
import { CALLS } from './survives.ts'
import { isPlural } from './verbs.ts'
import { isRude } from './words.ts'

/** Whoever is called by name: "You're a bully, Dave, …". */
const CALLED = /(?:^|, )(\p{Lu}\p{Ll}[\p{L}-]*)(?=[,.!]|\s*$)/gu

/** Who or what is spoken of, with what follows it. */
const SPOKEN_OF =
  /(?<![\p{L}'])(?:the|our|my|your|ur|this|that|these|those|his|her) (?!(?:most|worst|best|biggest|brains?|face|head|mouth|life|world|reason|problem|kind|sort|only|same|way|time|manners|attitude|opinion|nerve)(?![\p{L}]))[\p{L}-]{2,}(?= (?:is|are|was|were|has|have|hates?|and|but|who|for|in|on|at|to|like|with)(?![\p{L}'])|'s |[,.;:!?]|$)/gu
const PRONOUN = /^(he|she|they)('s|'re|'ve|'ll)?(?= )/iu
const WHOLE: Record<string, string> = { "'re": ' are', "'ve": ' have', "'ll": ' will' }

const isNoName = (word: string): boolean => CALLS.test(word) || isRude(word)

const isMany = (thing: string): boolean =>
  isPlural(thing) || /(?:kids|children|people|men|women|police)$/.test(thing)

/** "They want to play" is "The kids want to play" where the sentence that spoke of the kids goes. */
function spokenOf(seen: Seen, sentence: Stretch, next: Stretch): Change | undefined {
  const [found, ...others] = seen.plain.slice(sentence.begin, sentence.end).matchAll(SPOKEN_OF)
  const pronoun = PRONOUN.exec(seen.plain.slice(next.begin, next.end))
  if (!found || others.length > 0 || !pronoun) return undefined
  const many = pronoun[1]!.toLowerCase() === 'they'
  if (isMany(found[0]) !== many) return undefined
  const text = seen.text.slice(sentence.begin + found.index, sentence.begin + found.index + found[0].length)
  const verb = pronoun[2] ?? ''
  return {
    begin: sentence.begin,
    end: next.begin + pronoun[0].length,
    text: text + (WHOLE[verb] ?? verb),
  }
}

/** "You're a bully, Dave. Let her try." is "Dave, let her try." */
function calledBy(seen: Seen, sentence: Stretch, next: Stretch): Change | undefined {
  const [found, ...others] = seen.text.slice(sentence.begin, sentence.end).matchAll(CALLED)
  const first = /^\p{Lu}[\p{Ll}']*(?![\p{L}])/u.exec(seen.text.slice(next.begin, next.end))?.[0]
  if (!found || others.length > 0 || !first || isNoName(found[1]!.toLowerCase())) return undefined
  return {
    begin: sentence.begin,
    end: next.begin + first.length,
    text: `${found[1]}, ${/^I(?:'|$)/.test(first) ? first : first.toLowerCase()}`,
  }
}

/** What a sentence that goes leaves to the next: who is spoken to, or of whom that speaks on. */
export const handOn = (seen: Seen, sentence: Stretch, next: Stretch): Change | undefined =>
  spokenOf(seen, sentence, next) ?? calledBy(seen, sentence, next)
