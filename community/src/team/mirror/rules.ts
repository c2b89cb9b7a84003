import { type Harm, harms, type Kindness, type Reading } from '@kindling/tone'

/** A mirror looks back so far, and at no more than the last hundred texts. */
export const MIRROR_MILLISECONDS = 30 * 86_400_000
export const TEXTS_AT_MOST = 100
/** Sentences that are read in all: reading costs this machine. */
export const SENTENCES_AT_MOST = 400
/** From fewer texts a mirror would show a day and not a habit. */
export const TEXTS_FEWEST = 5
/** Own sentences beside each habit. */
export const EXAMPLES = 2
export const HEARD_EXAMPLES = 3
/** So new is a newcomer, on the day of the answer. */
export const NEWCOMER_DAYS = 30

/** From here on a reading finds something in a sentence. */
const FOUND_FROM = 0.5

/** One sentence of somebody's own, read. */
export interface ReadSentence {
  words: string
  /** Which of their texts it is in. */
  text: number
  reading: Reading
}

/** What somebody does when they write. */
export const habits = ['asking', 'thanking', 'encouraging', 'helping', 'reasoning', 'welcoming'] as const
export type Habit = (typeof habits)[number]

/** How often, in words alone: a share would be a score. */
export const frequencies = ['never', 'seldom', 'sometimes', 'often'] as const
export type Frequency = (typeof frequencies)[number]

/** How often, of all texts. One is "once in a while" whatever it is one of. */
export function frequencyOf(found: number, texts: number): Frequency {
  if (found === 0) return 'never'
  const share = found / Math.max(texts, 1)
  if (found === 1 || share < 0.1) return 'seldom'
  return share < 0.4 ? 'sometimes' : 'often'
}

const signs: Record<Exclude<Habit, 'asking' | 'welcoming'>, readonly Kindness[]> = {
  thanking: ['gratitude'],
  encouraging: ['encouragement', 'celebration', 'admiration', 'empathy'],
  helping: ['offer_of_help', 'constructive'],
  reasoning: ['reasoning', 'nuance'],
}

const isQuestion = (words: string): boolean => /[?？؟]["”’)\s]*$/.test(words)

function weightOf(habit: Habit, { words, reading }: ReadSentence): number {
  if (habit === 'welcoming') return 0
  if (habit === 'asking') return isQuestion(words) ? 1 : 0
  const weight = Math.max(...signs[habit].map((sign) => reading.scores[sign] ?? 0))
  return weight >= FOUND_FROM ? weight : 0
}

/** What the mirror says of one habit. */
export interface SeenHabit {
  habit: Habit
  often: Frequency
  /** Own sentences in which it is plainest, in the order in which they were written. */
  examples: string[]
}

/** Whether some readers may be hurt by a sentence, and as what they may hear it. */
export function heardAs({ language, pause, why, scores }: Reading): Harm | undefined {
  if (!language.measured || !pause) return undefined
  return why.attribute ?? [...harms].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))[0]
}

function habitIn(habit: Habit, sentences: readonly ReadSentence[], texts: number): SeenHabit {
  const found = sentences
    .filter(({ reading }) => heardAs(reading) === undefined)
    .map((sentence, at) => ({ sentence, at, weight: weightOf(habit, sentence) }))
    .filter(({ weight }) => weight > 0)
  const inTexts = new Set(found.map(({ sentence }) => sentence.text)).size
  const examples = [...found]
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, EXAMPLES)
    .sort((one, other) => one.at - other.at)
    .map(({ sentence }) => sentence.words)
  return { habit, often: frequencyOf(inTexts, texts), examples }
}

/** A sentence that some readers may hear otherwise than it was meant. */
export interface Heard {
  words: string
  as: Harm
  text: number
}

export interface Mirror {
  habits: SeenHabit[]
  heard: Heard[]
}

/**
 * What somebody's own writing shows, in words.
 * @param texts how many of their texts were read
 * @param welcomed in how many of them they answered somebody new here
 */
export function mirrorOf(
  sentences: readonly ReadSentence[],
  { texts, welcomed }: { texts: number; welcomed: number },
): Mirror {
  const seen = habits.map((habit) =>
    habit === 'welcoming'
      ? { habit, often: frequencyOf(welcomed, texts), examples: [] }
      : habitIn(habit, sentences, texts),
  )
  const heard = sentences.flatMap(({ words, text, reading }) => {
    const as = heardAs(reading)
    return as ? [{ words, as, text }] : []
  })
  return { habits: seen, heard: heard.slice(0, HEARD_EXAMPLES) }
}
