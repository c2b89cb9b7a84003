import type { House, MemberViewer } from '../foundation/index.ts'
import { type Channel, type NoticeKind, noticeKinds } from './kinds.ts'
import type { Digest } from './rules.ts'
import { setChannel, setDigest } from './settings-store.ts'

/** Kinds this member can choose about. */
export function kindsFor(house: House, viewer: MemberViewer): NoticeKind[] {
  return noticeKinds(house).filter((kind) => kind.isFor?.(viewer) ?? true)
}

export interface Choosing {
  /** By kind; what is not named stays as it is. */
  channels: ReadonlyMap<string, Channel>
  digest?: Digest | undefined
}

/** Changes where kinds of notices reach a member, and how often the digest comes. */
export async function choose(house: House, viewer: MemberViewer, choosing: Choosing): Promise<void> {
  const { communityId, memberId } = viewer
  await house.db.transaction().execute(async (trx) => {
    for (const [kind, channel] of choosing.channels)
      await setChannel(trx, communityId, memberId, kind, channel)
    if (choosing.digest) await setDigest(trx, communityId, memberId, choosing.digest)
  })
}
