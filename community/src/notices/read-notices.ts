import type { House, MemberViewer } from '../foundation/index.ts'
import { type NoticeLine, readLines } from './say-line.ts'
import { noticeGroups } from './store.ts'

export interface NoticePage {
  lines: NoticeLine[]
  /** Where the next page begins; undefined on the last. */
  next: string | undefined
  /** The newest notice that was looked at, for `markSeen`. */
  newest: string | undefined
}

const latestOf = (group: readonly { id: string }[]) =>
  group.reduce((latest, { id }) => (id > latest ? id : latest), '')

/** One page of what reached a member, newest first, one line a thread. Lines nothing of which is theirs to see are left away. */
export async function readNotices(
  house: House,
  viewer: MemberViewer,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<NoticePage> {
  const groups = await noticeGroups(house, viewer.communityId, viewer.memberId, before, limit + 1)
  const shown = groups.slice(0, limit)
  const last = shown.at(-1)
  return {
    lines: await readLines(house, viewer, shown),
    next: groups.length > limit && last ? latestOf(last) : undefined,
    newest: shown[0] && latestOf(shown[0]),
  }
}
