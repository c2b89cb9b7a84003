import type { ReplyToCome } from '../../conversation/index.ts'
import { readPost, readReply } from '../../conversation/index.ts'
import {
  type DbOrTrx,
  forbidden,
  type House,
  type MemberViewer,
  notFound,
  type Phrase,
  type Trx,
} from '../../foundation/index.ts'
import {
  hasReadAll,
  noteRead,
  type OccasionRow,
  occasionOfPost,
  takeTurn,
  turnsOf,
} from './occasion-store.ts'
import { ritualPolicy } from './policy.ts'
import { type RoundAnswer, roundAnswer, turnsAt } from './rules.ts'
import { setAgreed } from './store.ts'
import { ritualErrors as e } from './words.ts'

const refusals: Record<Exclude<RoundAnswer, 'their-turn' | 'discuss'>, [string, Phrase]> = {
  'not-yet': ['round_going', e.roundGoing],
  'had-it': ['had_their_turn', e.hadYourTurn],
  'read-first': ['read_first', e.readFirst],
}

/** The open round a post belongs to, with the turns as they stand now; undefined for every other thread. */
export async function roundOf(db: DbOrTrx, communityId: string, postId: string, now: Date, lock = false) {
  const occasion = await occasionOfPost(db, communityId, postId, lock)
  return occasion && roundAt(db, occasion, now)
}

/** The same of an occasion that was read already. */
export async function roundAt(db: DbOrTrx, occasion: OccasionRow, now: Date) {
  if (occasion.state !== 'open') return undefined
  const turns = await turnsOf(db, occasion.community_id, occasion.id)
  if (turns.size === 0) return undefined
  const open = { openedAt: occasion.opened_at!, closesAt: occasion.closes_at! }
  return { occasion, turns: turnsAt(turns, open, now) }
}

/** In a round everybody invited is heard before anybody answers. Other threads go on as they do. */
export async function beforeReply(trx: Trx, viewer: MemberViewer, reply: ReplyToCome): Promise<void> {
  const { communityId, memberId } = viewer
  const round = await roundOf(trx, communityId, reply.postId, reply.now, true)
  if (!round) return
  const { occasion, turns } = round
  const hasRead = await hasReadAll(trx, communityId, occasion.id, memberId)
  const said = roundAnswer(turns, memberId, { isAnswer: reply.parentId !== null, hasRead })
  if (said === 'their-turn') await takeTurn(trx, communityId, occasion.id, memberId, 'spoke')
  else if (said !== 'discuss') throw forbidden(...refusals[said])
}

async function openRound(house: House, viewer: MemberViewer, postId: string): Promise<OccasionRow> {
  if (!(await readPost(house, viewer, postId))) throw notFound()
  const round = await roundOf(house.db, viewer.communityId, postId, house.clock.now())
  if (!round) throw notFound()
  return round.occasion
}

/** Lets one's turn go by: a choice like any other, of which nothing is said. */
export async function passTurn(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  const occasion = await openRound(house, viewer, postId)
  if (!(await takeTurn(house.db, viewer.communityId, occasion.id, viewer.memberId, 'passed')))
    throw forbidden('no_turn', e.noTurn)
}

/** Says that one has read everybody, which opens the discussion to them. */
export async function readAll(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  const occasion = await openRound(house, viewer, postId)
  if (viewer.waiting) throw notFound()
  await noteRead(house.db, viewer.communityId, occasion.id, viewer.memberId, house.clock.now())
}

/** Agrees that one's own entry is shown when it is gathered, or no longer. */
export async function agreeToShow(
  house: House,
  viewer: MemberViewer,
  replyId: string,
  agreed: boolean,
): Promise<string> {
  const reply = await readReply(house, viewer, replyId)
  if (!reply || reply.deleted || !(await occasionOfPost(house.db, viewer.communityId, reply.postId)))
    throw notFound()
  if (!ritualPolicy.agree(viewer, { authorId: reply.mine ? viewer.memberId : '' }))
    throw forbidden('not_yours', e.notYours)
  const entry = { entryId: replyId, postId: reply.postId, memberId: viewer.memberId }
  await setAgreed(house.db, viewer.communityId, entry, agreed ? house.clock.now() : undefined)
  return reply.postId
}
