import { standBeside } from '../../attention/index.ts'
import { type House, isMember, type MemberViewer, type Viewer } from '../../foundation/index.ts'
import { entryPolicy, factsOf } from '../policy.ts'
import type { PostView } from '../views.ts'
import { hintOf } from './kind.ts'
import { nextAnswer, REST } from './rules.ts'
import { type HeatRow, heatRow, lastAuthors } from './store.ts'

/** The pace of a thread, as one member meets it. */
export interface Pace {
  /** `begun`: it takes it slower. `asked`: they are asked. `waiting`: others are. `elsewhere`: others are asked, not they. */
  state: 'begun' | 'asked' | 'waiting' | 'elsewhere'
  bySteward: boolean
  /** They suggested it. */
  mine: boolean
  endsAt: Date
  /** They agreed to it, or suggested it. */
  ofIt: boolean
  /** When they may answer again, where they did lately. */
  next: Date | undefined
}

/** How heated a thread is, as one member meets it. */
export interface Heat {
  heating: boolean
  /** They may be told so. */
  hint: boolean
  /** They wrote one of its last messages. Known only where they are told. */
  inIt: boolean
  pace: Pace | undefined
}

const CALM: Heat = { heating: false, hint: false, inIt: false, pace: undefined }

function paceOf(row: HeatRow): Pace | undefined {
  if (row.slow_id === null || row.ends_at === null) return undefined
  const ofIt = row.mine || row.asked
  const waiting = row.mine || row.agreed === true ? 'waiting' : 'elsewhere'
  const state = row.begun ? 'begun' : row.asked && row.agreed === null ? 'asked' : waiting
  const next = nextAnswer(row.last_answer ?? undefined)
  return { state, bySteward: row.by_steward === true, mine: row.mine, endsAt: row.ends_at, ofIt, next }
}

export async function rowFor(house: House, viewer: MemberViewer, postId: string): Promise<HeatRow> {
  const now = house.clock.now()
  const rested = new Date(now.getTime() - REST)
  const { communityId: community, memberId: member } = viewer
  const [row] = await heatRow(house, { community, member, post: postId, now, rested })
  return row!
}

export async function isInIt(
  house: House,
  { communityId, memberId }: MemberViewer,
  postId: string,
): Promise<boolean> {
  return (await lastAuthors(house.db, communityId, postId)).includes(memberId)
}

/** What somebody about to answer is told of the thread. Nobody else is told anything. */
export async function readHeat(house: House, viewer: Viewer, post: PostView): Promise<Heat> {
  if (!isMember(viewer) || !entryPolicy.reply(viewer, factsOf(post))) return CALM
  const row = await rowFor(house, viewer, post.id)
  const heating = row.since !== null
  // Once for each time that it heats up: from then on the line stands there until it cools or is hidden.
  const hint = row.since !== null && (await standBeside(house, viewer, hintOf(post.id, row.since)))
  return { heating, hint, inIt: hint && (await isInIt(house, viewer, post.id)), pace: paceOf(row) }
}
