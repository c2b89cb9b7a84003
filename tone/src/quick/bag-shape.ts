import type { Bag } from './bag.ts'
import { mix } from './hash.ts'
import { KIND_COUNT } from './lexicon.ts'
import type { LookedAt } from './looked-at.ts'
import { MARK } from './marks.ts'
import { SORT } from './sorts.ts'

/** What is counted over a message. */
interface Counts {
  loud: number
  quoted: number
  code: number
  dressed: number
  exclaimed: number
  asked: number
  links: number
  emoji: number
  you: number
  me: number
  kinds: number
}

function count({ tokens, entries, marks }: LookedAt): Counts {
  const found = {
    loud: 0,
    quoted: 0,
    code: 0,
    dressed: 0,
    exclaimed: 0,
    asked: 0,
    links: 0,
    emoji: 0,
    you: 0,
    me: 0,
    kinds: 0,
  }
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = tokens[at]!
    const mark = marks[at]!
    if (mark & MARK.loud) found.loud++
    if (mark & MARK.quoted) found.quoted++
    if (mark & MARK.code) found.code++
    if (mark & MARK.dressed) found.dressed++
    if (kind === 'sign' && word[0] === '!') found.exclaimed += word.length
    if (kind === 'sign' && word[0] === '?') found.asked++
    if (kind === 'link') found.links++
    if (kind === 'emoji') found.emoji++
    const { person, kinds } = entries[at]!
    if (person === 2) found.you++
    else if (person === 1) found.me++
    found.kinds |= kinds
  }
  return found
}

const bucket = (number: number): number => (number < 4 ? number : 2 + Math.floor(Math.log2(number)))

/** Which kinds of words meet in one message, each pair once. */
function addMeetings(bag: Bag, kinds: number): void {
  for (let one = 0; one < KIND_COUNT; one++)
    if (kinds & (1 << one))
      for (let other = one + 1; other < KIND_COUNT; other++)
        if (kinds & (1 << other)) bag.add(mix(mix(SORT.kindPair + 100, one), other), 0, 0)
}

/** Length, loudness, questions, who is spoken of: features of the message as a whole, which belong to no token. */
export function addShape(bag: Bag, looked: LookedAt): void {
  const { tokens, sentences } = looked
  const { length } = tokens
  const found = count(looked)
  const put = (what: number, value: number) => bag.add(mix(SORT.shape + what * 100, value), 0, 0)
  const share = (number: number): number => Math.ceil((4 * number) / length)
  put(0, bucket(length))
  put(1, share(found.loud))
  put(2, Math.min(4, found.exclaimed))
  put(3, Math.min(3, found.asked))
  put(4, share(found.quoted))
  put(5, share(found.code))
  put(6, Math.min(2, found.links))
  put(7, Math.min(3, found.emoji))
  put(8, Math.min(3, found.you) * 4 + Math.min(3, found.me))
  put(9, bucket(sentences.length))
  put(10, Math.min(2, found.dressed))
  put(11, tokens[0]!.capital ? 1 : 0)
  put(12, sentences.at(-1)?.asks ? 1 : 0)
  put(13, found.you > 0 ? bucket(length) : 0)
  addMeetings(bag, found.kinds)
}
