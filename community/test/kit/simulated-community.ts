import { createHash } from 'node:crypto'
import { isHeldOut, type Result, resultOf, type Values } from '../../src/experiments/rules.ts'

/** Numbers from 0 to 1, the same every time for a seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Chance = () => number

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

function poisson(chance: Chance, mean: number): number {
  const least = Math.exp(-mean)
  let count = 0
  for (let left = chance(); left > least; left *= chance()) count++
  return count
}

/** A community as its experiment meets it. */
export interface Place {
  members: number
  /** Hard drafts a week of the middle member; a few members write many times as many. */
  hardDrafts: number
  weeks: number
  /** How many of a hundred change or withdraw a hard draft because they were asked; who writes most, a third of that. */
  effect: number
  /** By how much the answers to what was asked about differ: 1 is not at all. */
  calmer: number
}

export const usualPlace: Place = {
  members: 400,
  hardDrafts: 0.08,
  weeks: 12,
  effect: 0,
  calmer: 1,
}

interface Person {
  id: string
  /** Hard drafts a week. */
  rate: number
  /** How likely they are to change words or take them back, asked or not. */
  secondThoughts: number
  heedsAsking: number
  /** Answers that their hard posts draw. */
  draws: number
}

/** Members who differ: in how much they write, how they think again, and what they draw. */
function peopleOf(place: Place, chance: Chance): Person[] {
  return Array.from({ length: place.members }, () => {
    const busy = normal(chance)
    return {
      id: createHash('sha256').update(String(chance())).digest('hex').slice(0, 32),
      // A tenth of the members writes half of it.
      rate: place.hardDrafts * Math.exp(1.3 * busy),
      secondThoughts: 0.02 + 0.2 * chance() ** 2,
      heedsAsking: Math.min(1, place.effect * (busy > 1 ? 1 / 3 : 1)),
      draws: 1.5 * Math.exp(0.8 * normal(chance) - 0.32),
    }
  })
}

/** Of those who think again, so many post nothing; of answers, so many are reported. */
const [WITHDRAWN, REPORTED] = [0.3, 0.04]

function draftOf(person: Person, place: Place, asked: boolean, chance: Chance): Values {
  const again = chance() < person.secondThoughts || (asked && chance() < person.heedsAsking)
  const withdrawn = again && chance() < WITHDRAWN
  const replies = withdrawn ? 0 : poisson(chance, person.draws * (asked ? place.calmer : 1))
  return {
    sent: again ? 0 : 1,
    edited: again && !withdrawn ? 1 : 0,
    withdrawn: withdrawn ? 1 : 0,
    replies,
    reply_reported: chance() < 1 - (1 - REPORTED) ** replies ? 1 : 0,
  }
}

export const outcomes = [
  { name: 'sent', measure: 'share' },
  { name: 'edited', measure: 'share' },
  { name: 'withdrawn', measure: 'share' },
  { name: 'replies', measure: 'mean' },
  { name: 'reply_reported', measure: 'share' },
] as const

const names = outcomes.map(({ name }) => name)

interface Draft {
  memberId: string
  week: number
  heldOut: boolean
  values: Values
}

/** Every hard draft of a community, in the order of time. The first of each member is the one that is counted. */
function draftsOf(place: Place, seed: number): Draft[] {
  const chance = chanceFrom(seed)
  const experiment = String(seed)
  return peopleOf(place, chance)
    .flatMap((person) => {
      const heldOut = isHeldOut(experiment, person.id)
      const many = poisson(chance, person.rate * place.weeks)
      return Array.from({ length: many }, () => ({
        memberId: person.id,
        week: chance() * place.weeks,
        heldOut,
        values: draftOf(person, place, !heldOut, chance),
      }))
    })
    .sort((one, other) => one.week - other.week)
}

const firstOfEach = (drafts: readonly Draft[]): Draft[] => {
  const seen = new Set<string>()
  return drafts.filter(({ memberId }) => !seen.has(memberId) && seen.add(memberId))
}

/** What an experiment counts in a community. */
export const experimentIn = (place: Place, seed: number): Result =>
  resultOf(names, firstOfEach(draftsOf(place, seed)))

/** The same, wrongly: every draft counts as if each were by another member. */
export const everyDraftIn = (place: Place, seed: number): Result => resultOf(names, draftsOf(place, seed))

/** The same, wrongly: looked at after every week. */
export function eachWeekIn(place: Place, seed: number): Result[] {
  const drafts = firstOfEach(draftsOf(place, seed))
  const weeks = Array.from({ length: place.weeks }, (_, week) => week + 1)
  return weeks.map((week) =>
    resultOf(
      names,
      drafts.filter((draft) => draft.week < week),
    ),
  )
}

/** What is to be expected of one of a person's drafts: the same as `draftOf`, without chance. */
function expectedOf(person: Person, place: Place, asked: boolean): Values {
  const again = 1 - (1 - person.secondThoughts) * (1 - (asked ? person.heedsAsking : 0))
  const draws = person.draws * (asked ? place.calmer : 1)
  const stays = 1 - WITHDRAWN * again
  return {
    sent: 1 - again,
    edited: (1 - WITHDRAWN) * again,
    withdrawn: WITHDRAWN * again,
    replies: stays * draws,
    reply_reported: stays * (1 - Math.exp(-REPORTED * draws)),
  }
}

/** The true differences in communities like this one: of the members whom it reaches, over very many of them. */
export function truthOf(place: Place): Record<string, number> {
  const people = peopleOf({ ...place, members: 200_000 }, chanceFrom(1))
  const truth: Record<string, number> = {}
  let reached = 0
  for (const person of people) {
    const weight = 1 - Math.exp(-person.rate * place.weeks)
    const [asked, held] = [expectedOf(person, place, true), expectedOf(person, place, false)]
    reached += weight
    for (const name of names) truth[name] = (truth[name] ?? 0) + weight * (asked[name]! - held[name]!)
  }
  return Object.fromEntries(names.map((name) => [name, truth[name]! / reached]))
}
