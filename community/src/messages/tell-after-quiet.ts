import { type House, type Job, type Listener, record, type Trx } from '../foundation/index.ts'
import { markSeen } from '../notices/index.ts'
import { openingEvent } from './leave-opening.ts'
import { removeOpeningsOf, takeDueOpenings } from './openings-store.ts'
import { takeDueSides } from './sides-store.ts'
import { changeConversation, emptyConversation, holdConversation, requestsOf } from './store.ts'

async function tellDueSides(trx: Trx, communityId: string, now: Date): Promise<void> {
  for (const due of await takeDueSides(trx, communityId, now)) {
    if (due.known || due.restedAt) continue
    const kind = due.state === 'asked' ? 'message-asked' : 'message-arrived'
    const event = { communityId, actorId: due.otherId, memberId: due.memberId, subjectId: due.conversationId }
    await record(trx, { ...event, kind }, now)
  }
}

/** Tells members whose quiet hours have ended of what reached them meanwhile, once for each conversation. */
export async function tellAfterQuiet(house: House, communityId: string): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await tellDueSides(trx, communityId, now)
    for (const opening of await takeDueOpenings(trx, communityId, now))
      await record(trx, openingEvent(communityId, opening), now)
  })
}

export const afterQuietJob: Job = {
  name: 'messages-after-quiet',
  schedule: '*/5 * * * *',
  async run(house) {
    for (const { id } of await house.communities.all()) await tellAfterQuiet(house, id)
  },
}

/**
 * Somebody left: their requests, those to them, and what they left under posts go with them. What was said in an open
 * conversation stays with the other, under the name that says only that somebody was here.
 */
export const leavingListener: Listener = {
  name: 'messages-leaving',
  kinds: ['member-left'],
  async hear(house, { communityId, memberId }) {
    if (!memberId) return
    await house.db.transaction().execute(async (trx) => {
      for (const { id } of await requestsOf(trx, communityId, memberId)) {
        const held = await holdConversation(trx, communityId, id)
        if (held?.state !== 'asked') continue
        await emptyConversation(trx, communityId, id)
        await changeConversation(trx, communityId, id, { state: 'withdrawn' })
        for (const member of held.between)
          await markSeen(trx, communityId, member, { subjectId: id }, house.clock.now())
      }
      await removeOpeningsOf(trx, communityId, memberId)
      await trx
        .deleteFrom('message_settings')
        .where('community_id', '=', communityId)
        .where('member_id', '=', memberId)
        .execute()
    })
  },
}
