import type { Attribute } from '../attributes.ts'
import type { Turn } from './turn.ts'

/** A score as it should be: what is no number counts as nothing. */
const tame = (score: number | undefined): number =>
  score !== undefined && score > 0 ? Math.min(1, score) : 0

const scoreOf = (turn: Turn, names: readonly Attribute[]): number =>
  Math.max(...names.map((name) => tame(turn.scores[name])))

const heatOf = (turn: Turn): number =>
  Math.max(tame(turn.hurts), scoreOf(turn, ['hostility', 'insult', 'toxicity']))

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length

const share = (part: number, whole: number): number =>
  whole > 0 && part > 0 ? Math.min(1, Math.min(part, 1e9) / Math.min(whole, 1e9)) : 0

/** Messages that count as lately. */
const LATELY = 2

/** How much of it is two people answering each other in turn: 1 where every message answers the other of the same two. */
function duel(turns: readonly Turn[]): number {
  let answers = 0
  for (let at = 2; at < turns.length; at++)
    if (turns[at]!.by === turns[at - 2]!.by && turns[at]!.by !== turns[at - 1]!.by) answers++
  return share(answers, turns.length - 2)
}

/** Everything a forecast rests on; each a number that a person can check against the conversation. */
export const factors = {
  /** How heated the last message reads. */
  heatNow: (turns) => heatOf(turns.at(-1)!),
  /** How heated they read on the whole. */
  heatSoFar: (turns) => mean(turns.map(heatOf)),
  /** The most heated one so far. */
  sharpest: (turns) => Math.max(...turns.map(heatOf)),
  /** The last one against those before. */
  rising: (turns) => heatOf(turns.at(-1)!) - mean(turns.slice(0, -1).map(heatOf)),
  /** Talking down, waving away, sarcasm, "you always", lately. */
  coldness: (turns) =>
    mean(
      turns
        .slice(-LATELY)
        .map((turn) => scoreOf(turn, ['condescension', 'dismissal', 'sarcasm', 'generalisation'])),
    ),
  /** Sorry, thanks, respect, feeling with somebody, lately. */
  softening: (turns) =>
    mean(turns.slice(-LATELY).map((turn) => scoreOf(turn, ['apology', 'gratitude', 'empathy', 'respect']))),
  /** Help offered, a way forward, both sides seen, lately. */
  mending: (turns) =>
    mean(
      turns
        .slice(-LATELY)
        .map((turn) => scoreOf(turn, ['offer_of_help', 'constructive', 'nuance', 'curiosity'])),
    ),
  /** How many of the last messages ask. */
  asking: (turns) => mean(turns.slice(-LATELY).map(({ asks }) => (asks ? 1 : 0))),
  /** How many of the words lately are "you", where it is heated: among friends it is a warm word. */
  youHeated: (turns) => mean(turns.slice(-LATELY).map((turn) => heatOf(turn) * share(turn.you, turn.words))),
  /** How many of the words lately are "I". */
  meRate: (turns) => mean(turns.slice(-LATELY).map(({ me, words }) => share(me, words))),
  /** How long the last messages are. */
  length: (turns) =>
    mean(turns.slice(-LATELY).map(({ words }) => (words > 0 ? Math.log2(1 + Math.min(words, 1_000)) : 0))),
  /** Two people answering each other in turn. */
  duel,
  /** How many messages there are to each who writes. */
  perAuthor: (turns) => Math.log2(turns.length / new Set(turns.map(({ by }) => by)).size),
} satisfies Record<string, (turns: readonly Turn[]) => number>

export type Factor = keyof typeof factors
export const factorNames = Object.keys(factors) as Factor[]

/** A rest after which it is another conversation, in milliseconds. */
const REST = 86_400_000
/** Messages that are looked at. */
const TURNS_AT_MOST = 8

/** The last messages, from the last long rest on. */
export function recent(turns: readonly Turn[]): readonly Turn[] {
  const last = turns.slice(-TURNS_AT_MOST)
  for (let at = last.length - 1; at > 0; at--) {
    const [before, after] = [last[at - 1]!.at, last[at]!.at]
    if (before !== undefined && after !== undefined && after - before > REST) return last.slice(at)
  }
  return last
}

export const figuresOf = (turns: readonly Turn[]): number[] => factorNames.map((name) => factors[name](turns))
