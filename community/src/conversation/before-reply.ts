import type { House, MemberViewer, Trx } from '../foundation/index.ts'

/** An answer that is about to stand. */
export interface ReplyToCome {
  postId: string
  replyId: string
  /** The reply it answers; null answers the post. */
  parentId: string | null
  now: Date
}

declare module '../foundation/feature.ts' {
  interface Feature {
    /** Within the transaction of an answer: takes note of it, or throws a KindlingError where it is not its time yet. */
    beforeReply?(trx: Trx, viewer: MemberViewer, reply: ReplyToCome): Promise<void>
  }
}

/** Asks every floor above, in floor order. */
export async function askBeforeReply(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  reply: ReplyToCome,
): Promise<void> {
  for (const feature of house.features) await feature.beforeReply?.(trx, viewer, reply)
}
