import { type Harm, harms, type Kindness, type Reading } from '@kindling/tone'
import { isQuestion, type Sentence } from './sentences.ts'

/** Sentences on a card. */
export const WORDS_SHOWN = 5
/** From here on a reading finds something in a sentence, for better or worse. */
const FOUND_FROM = 0.5
const HURTS_FROM = 0.35

const feelings =
  'worried|afraid|scared|anxious|concerned|sad|tired|upset|angry|hurt|ashamed|lonely|glad|proud|relieved'

/** What somebody wants. */
const wishes: readonly RegExp[] = [
  /\b(?:i|we) (?:[\w’']+ )?(?:need|want|wish|hope|prefer|care about)\b/i,
  /\b(?:i|we)(?:['’]d| would) (?:\w+ )?(?:like|love|prefer|rather)\b/i,
]

/** How a sentence says what matters to its writer, and how plainly. */
const says: readonly (readonly [number, readonly RegExp[]])[] = [
  [
    5,
    [
      /\bmatters? (?:\w+ ){0,2}to (?:me|us)\b/i,
      /\b(?:important|precious|dear) (?:to|for) (?:me|us)\b/i,
      /\bmeans (?:\w+ ){0,2}to (?:me|us)\b/i,
    ],
  ],
  [4, wishes],
  [
    4,
    [
      new RegExp(
        `\\b(?:i['’]?m|i am|we['’]?re|we are|i was|i feel|i felt) (?:\\w+ )?(?:${feelings})\\b`,
        'i',
      ),
      /\bi (?:\w+ )?(?:worry|fear|miss)\b/i,
    ],
  ],
  [2, [/\bbecause\b/i, /\bso that (?:i|we|nobody|everybody|everyone|people|the)\b/i, /\bfor (?:me|us)\b/i]],
  [2, [/\b(?:i|we) (?:have|had) to\b/i, /\b(?:i|we) can(?:not|['’]t)\b/i]],
  [1, [/\bmy \p{L}+/iu]],
]

/** What the reading may find in words about what matters. */
const signs: readonly Kindness[] = ['reasoning', 'personal_story', 'nuance', 'respect', 'constructive']

export const isWish = ({ words }: Sentence): boolean => wishes.some((wish) => wish.test(words))

/** Whether a sentence may hurt, or nobody can say: such a one is not shown to whom it may be about. */
export function mayHurt({ pause, scores, language }: Reading): boolean {
  if (!language.measured || pause) return true
  return harms.some((harm: Harm) => (scores[harm] ?? 0) >= HURTS_FROM)
}

/** How plainly a sentence says what matters to its writer; 0 where it does not. */
export function weightOf(sentence: Sentence, { scores }: Reading): number {
  if (isQuestion(sentence)) return 0
  const said = says
    .filter(([, patterns]) => patterns.some((pattern) => pattern.test(sentence.words)))
    .reduce((sum, [weight]) => sum + weight, 0)
  return said + signs.filter((sign) => (scores[sign] ?? 0) >= FOUND_FROM).length
}

/**
 * The sentences that say most plainly what matters to their writer, in the order in which they were written. None that may
 * hurt, and none twice.
 */
export function pickOwnWords(
  read: readonly { sentence: Sentence; reading: Reading }[],
  most = WORDS_SHOWN,
): Sentence[] {
  const seen = new Set<string>()
  return read
    .filter(({ reading }) => !mayHurt(reading))
    .map(({ sentence, reading }) => ({ sentence, weight: weightOf(sentence, reading) }))
    .filter(({ sentence: { words }, weight }) => {
      const key = words.toLowerCase()
      return weight > 0 && !seen.has(key) && seen.add(key)
    })
    .sort(
      (one, other) =>
        other.weight - one.weight || other.sentence.entry.at.getTime() - one.sentence.entry.at.getTime(),
    )
    .slice(0, most)
    .map(({ sentence }) => sentence)
    .sort((one, other) => one.entry.at.getTime() - other.entry.at.getTime())
}
