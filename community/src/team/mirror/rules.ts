import type { Harm, Kindness, Reading } from '@kindling/tone'

/** A mirror looks back so far, and at no more than the last hundred texts. */
export const MIRROR_MILLISECONDS = 30 * 86_400_000
export const TEXTS_AT_MOST = 100
/** Sentences that are read in all: reading costs this machine. */
export const SENTENCES_AT_MOST = 300
/** From fewer texts a mirror would show a day and not a habit. */
export const TEXTS_FEWEST = 5
/** Own sentences beside each habit, and of those that some may hear otherwise. */
export const EXAMPLES = 2
export const HEARD_EXAMPLES = 3
/** So new is a newcomer, on the day of the answer. */
export const NEWCOMER_DAYS = 30

/** One sentence of a text, and where it stands there, in UTF-16 units. */
export interface ReadSentence {
  words: string
  begin: number
  end: number
  reading: Reading
}

/** One text of somebody's own, read as a whole and sentence by sentence. */
export interface ReadText {
  reading: Reading
  sentences: readonly ReadSentence[]
  /** It answers somebody who is new here. */
  toNewcomer: boolean
}

/** What somebody does when they write. */
export const habits = [
  'asking',
  'thanking',
  'encouraging',
  'helping',
  'reasoning',
  'apologising',
  'welcoming',
] as const
export type Habit = (typeof habits)[number]

/** How often, in words alone: a share would be a score. */
export const frequencies = ['seldom', 'sometimes', 'often'] as const
export type Frequency = (typeof frequencies)[number]

/** How often, of all texts; one is "once in a while" whatever it is one of. Undefined where it was not heard at all. */
export function frequencyOf(found: number, texts: number): Frequency | undefined {
  if (found === 0) return undefined
  const share = found / Math.max(texts, 1)
  if (found === 1 || share < 0.1) return 'seldom'
  return share < 0.4 ? 'sometimes' : 'often'
}

type Sign = readonly [Kindness, number]
/**
 * What is listened for, and from which score on. Thanks and encouragement stand in a sentence and are plain there; reasons and
 * ways to go on take a text, where the reader finds them from one half on.
 */
const signs: Record<Exclude<Habit, 'asking' | 'welcoming'>, readonly Sign[]> = {
  thanking: [['gratitude', 0.35]],
  encouraging: [
    ['encouragement', 0.35],
    ['celebration', 0.35],
    ['admiration', 0.35],
    ['empathy', 0.35],
  ],
  helping: [
    ['offer_of_help', 0.4],
    ['constructive', 0.5],
  ],
  reasoning: [
    ['reasoning', 0.5],
    ['nuance', 0.5],
  ],
  apologising: [['apology', 0.5]],
}

const isQuestion = (words: string): boolean => /[?？؟]["”’)\s]*$/.test(words)

/** How plainly it is heard, whether or not it is plain enough. */
const heard = (of: readonly Sign[], { scores }: Reading): number =>
  Math.max(...of.map(([sign]) => scores[sign] ?? 0))
const isHeard = (of: readonly Sign[], { scores }: Reading): boolean =>
  of.some(([sign, from]) => (scores[sign] ?? 0) >= from)

interface Example {
  words: string
  weight: number
}

/** Where in a text a habit is plainest; undefined where the text does not show it. */
function exampleIn(
  habit: Exclude<Habit, 'welcoming'>,
  { reading, sentences }: ReadText,
): Example | undefined {
  if (habit === 'asking') {
    const question = sentences.find(({ words }) => isQuestion(words))
    return question && { words: question.words, weight: 0 }
  }
  const of = signs[habit]
  if (!isHeard(of, reading) && !sentences.some((sentence) => isHeard(of, sentence.reading))) return undefined
  const [plainest] = [...sentences].sort((one, other) => heard(of, other.reading) - heard(of, one.reading))
  return plainest && { words: plainest.words, weight: heard(of, plainest.reading) }
}

/** What the mirror says of one habit. */
export interface SeenHabit {
  habit: Habit
  often: Frequency
  /** Own sentences in which it is plainest, latest first. */
  examples: string[]
}

/** As what some readers may hear a text; undefined where nobody would have been asked about it. */
export const heardAs = ({ language, pause, why }: Reading): Harm | undefined =>
  language.measured && pause ? (why.attribute ?? 'toxicity') : undefined

function habitIn(habit: Habit, texts: readonly ReadText[], of: number): SeenHabit | undefined {
  const found =
    habit === 'welcoming'
      ? texts.filter(({ toNewcomer }) => toNewcomer).map(() => undefined)
      : texts.flatMap((text) => exampleIn(habit, text) ?? [])
  const often = frequencyOf(found.length, of)
  const plainest = found
    .flatMap((example, at) => (example ? [{ ...example, at }] : []))
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, EXAMPLES)
    .sort((one, other) => one.at - other.at)
  return often && { habit, often, examples: plainest.map(({ words }) => words) }
}

/** A sentence that some readers may hear otherwise than it was meant. */
export interface Heard {
  words: string
  as: Harm
  /** Which of the texts it is in. */
  text: number
}

function heardIn({ reading, sentences }: ReadText, text: number): Heard[] {
  const as = heardAs(reading)
  if (!as) return []
  const begin = reading.why.words[0]?.begin
  const there = sentences.find((one) => begin !== undefined && one.begin <= begin && begin < one.end)
  const [worst] = [...sentences].sort(
    (one, other) => (other.reading.scores[as] ?? 0) - (one.reading.scores[as] ?? 0),
  )
  const shown = there ?? worst
  return shown ? [{ words: shown.words, as, text }] : []
}

export interface Mirror {
  habits: SeenHabit[]
  /** What was listened for and not heard. */
  notHeard: Habit[]
  heard: Heard[]
}

/** What somebody's own writing shows, in words. Texts the reader was not measured in say nothing, and are none of it. */
export function mirrorOf(texts: readonly ReadText[]): Mirror {
  const measured = texts.filter(({ reading }) => reading.language.measured)
  const mild = measured.filter(({ reading }) => heardAs(reading) === undefined)
  const seen = habits.flatMap((habit) => habitIn(habit, mild, measured.length) ?? [])
  const found = new Set(seen.map(({ habit }) => habit))
  return {
    habits: seen,
    notHeard: habits.filter((habit) => !found.has(habit)),
    heard: texts.flatMap(heardIn).slice(0, HEARD_EXAMPLES),
  }
}
