import { createHash } from 'node:crypto'
import {
  type Compared,
  type Judged,
  judge,
  meanOf,
  type Summary,
  smallestDifference,
  summarise,
} from './statistics/index.ts'

const DAY = 86_400_000

/** Members who must have written in the last 30 days before anything may be tried (START-2). */
export const ACTIVE_AT_LEAST = 300
/** Share of members who are held out. Each is held out once at most, so half of them costs little and tells most. */
export const HELD_OUT = 0.5
/** How long an experiment may run, in weeks; chosen before it begins, and never changed. */
export const LASTS_WEEKS = [4, 8, 12, 26] as const
/** So long after a member was counted it is looked at what came of it, in days. */
export const SETTLES_AFTER_DAYS = 7
/** Members in each half, before anything is shown. */
export const SHOWN_FROM = 20
/** Members who did something, and as many who did not, before a share is told: of less, intervals say too little. */
export const TOLD_FROM = 10
/** Where only a larger difference than this could be seen, nothing would be learned: 30 of 100 members. */
export const LARGEST_WORTH_SEEING = 0.3

/** What is counted of one member, by outcome. */
export type Values = Readonly<Record<string, number>>

/** A member who was counted, a week later. */
export interface SettledExposure {
  memberId: string
  heldOut: boolean
  exposedAt: Date
  /** The post or reply that came of it. */
  entryId: string | null
  /** Whether the member did something with it; nothing where it is not known. */
  heeded: boolean | null
  /** Whether the entry was changed afterwards. */
  entryChanged: boolean
}

/** Where a member belongs: the same every time that it is asked, and as good as by lot. */
export function isHeldOut(experimentId: string, memberId: string, share: number = HELD_OUT): boolean {
  const hash = createHash('sha256').update(`${experimentId} ${memberId}`).digest()
  return hash.readUInt32BE(0) / 2 ** 32 < share
}

/** Why an experiment does not begin here. */
export type WhyNot = 'too_few_active' | 'too_little_to_see'

export interface Prospect {
  weeks: number
  /** About so many members would be counted. */
  reach: number
  /** The smallest difference that would be seen in 80 of 100 experiments, from 0 to 1. */
  smallest: number
  whyNot: WhyNot | undefined
}

/** What an experiment of so many weeks could tell here. */
export function prospectOf(weeks: number, active: number, reach: number): Prospect {
  const smallest = reach > 0 ? Math.min(1, smallestDifference(reach, HELD_OUT)) : 1
  const small = smallest > LARGEST_WORTH_SEEING ? 'too_little_to_see' : undefined
  return { weeks, reach, smallest, whyNot: active < ACTIVE_AT_LEAST ? 'too_few_active' : small }
}

export type ExperimentState = 'running' | 'settling' | 'done' | 'stopped'

export interface Times {
  endsAt: Date
  stoppedAt: Date | null
}

/** When the last member who was counted is settled. */
export const settledAt = ({ endsAt }: Times): Date => new Date(endsAt.getTime() + SETTLES_AFTER_DAYS * DAY)

export function stateOf(times: Times & { result: unknown }, now: Date): ExperimentState {
  if (times.stoppedAt) return 'stopped'
  if (times.result) return 'done'
  return now < times.endsAt ? 'running' : 'settling'
}

/** What is kept of an experiment that is over: sums, and nothing of anybody. */
export interface Result {
  usual: number
  heldOut: number
  /** Sums of each outcome; nothing where too few members were counted. */
  sums: Record<string, { usual: Summary; heldOut: Summary }> | null
}

/** Adds up what was counted. */
export function resultOf(
  names: readonly string[],
  counted: readonly { heldOut: boolean; values: Values }[],
): Result {
  const [usual, heldOut] = [false, true].map((held) => counted.filter((one) => one.heldOut === held))
  const members = { usual: usual!.length, heldOut: heldOut!.length }
  if (Math.min(members.usual, members.heldOut) < SHOWN_FROM) return { ...members, sums: null }
  const sum = (half: typeof counted, name: string) => summarise(half.map(({ values }) => values[name] ?? 0))
  const sums = names.map(
    (name) => [name, { usual: sum(usual!, name), heldOut: sum(heldOut!, name) }] as const,
  )
  return { ...members, sums: Object.fromEntries(sums) }
}

export interface OutcomeTold {
  name: string
  measure: 'share' | 'mean'
  usual: number
  heldOut: number
  /** Nothing where it happened to too few members, or to nearly all of them. */
  judged: Judged | undefined
}

/** Seen from both halves together, so that which half is ahead decides nothing. */
function isTold({ measure, usual, heldOut }: Compared): boolean {
  const did = usual.sum + heldOut.sum
  return measure === 'mean' || Math.min(did, usual.members + heldOut.members - did) >= TOLD_FROM
}

/** What an experiment says of each outcome, in their order. Nothing where too few members were counted. */
export function toldOf(
  outcomes: readonly { name: string; measure: 'share' | 'mean' }[],
  { sums }: Pick<Result, 'sums'>,
): OutcomeTold[] {
  if (!sums) return []
  const known = outcomes.flatMap(({ name, measure }) =>
    sums[name] ? [{ name, measure, ...sums[name] }] : [],
  )
  const judged = judge(known.filter(isTold))
  return known.map(({ name, ...compared }) => ({
    name,
    measure: compared.measure,
    usual: meanOf(compared.usual),
    heldOut: meanOf(compared.heldOut),
    judged: isTold(compared) ? judged.shift() : undefined,
  }))
}
