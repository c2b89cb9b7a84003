import { sql } from 'kysely'
import { type Asking, memberIfReachable } from '../bounds/index.ts'
import { type House, isId, type MemberViewer, prepare, type StoredEvent } from '../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../notices/index.ts'
import { messagePolicy } from './policy.ts'
import { readAbouts } from './read-about.ts'
import { openingsUnder } from './read-openings.ts'
import type { ConversationState } from './rules.ts'
import { hasUnread } from './sides-store.ts'
import { ownSide } from './visibility.ts'
import { messageWords as w } from './words.ts'

/** Whom words are for, unless they read them meanwhile or the words were taken back. */
async function whoHasUnread(house: House, event: StoredEvent): Promise<string[]> {
  const { communityId, memberId, subjectId } = event
  if (!memberId || !subjectId) return []
  const side = { communityId, memberId, conversationId: subjectId }
  return (await hasUnread(house.db, side)) ? memberIfReachable(house, event) : []
}

interface Row {
  id: string
  state: ConversationState
  resting: boolean
  name: string
}

const found = prepare<Asking & { ids: string[] }, Row>(
  'message-notices',
  (_, p) =>
    sql`select c.id, c.state, c.rested_at is not null as resting, m.name
    from message_sides s
    join message_conversations c on c.community_id = s.community_id and c.id = s.conversation_id
    join members m on m.community_id = s.community_id and m.id = s.other_id
    where ${ownSide(p)} and s.conversation_id = any(${p.ids}::uuid[]) and s.theirs_id is not null and c.state <> 'withdrawn'`,
)

/** Who wrote, and where to read it. Never a word of it: neither here nor in a letter. */
async function load(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  if (!messagePolicy.use(viewer)) return new Map()
  const ids = notices.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []))
  const rows = await found(house, { community: viewer.communityId, member: viewer.memberId, ids })
  const shown = new Map(rows.filter(({ resting }) => !resting).map((row) => [row.id, row]))
  return new Map(
    notices.flatMap((notice) => {
      const row = shown.get(notice.subjectId ?? '')
      return row ? [[notice.id, { who: row.name, title: '', href: `/messages/${row.id}` }] as const] : []
    }),
  )
}

const arrived: NoticeKind = {
  name: 'messages',
  label: w.noticeMessages,
  hint: w.noticeMessagesHint,
  says: w.noticeMessagesSays,
  isFor: messagePolicy.use,
  eventKinds: ['message-arrived'],
  usually: 'mail',
  mail: 'at-once',
  awaited: true,
  receivers: whoHasUnread,
  together: (event) => `messages ${event.subjectId}`,
  load,
}

const asked: NoticeKind = {
  name: 'message-requests',
  label: w.noticeRequests,
  hint: w.noticeRequestsHint,
  says: w.noticeRequestsSays,
  isFor: messagePolicy.use,
  eventKinds: ['message-asked'],
  usually: 'place',
  mail: 'at-once',
  receivers: whoHasUnread,
  together: (event) => `message-requests ${event.subjectId}`,
  load,
}

async function loadOpenings(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  if (!messagePolicy.use(viewer)) return new Map()
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const posts = [...new Set(notices.flatMap(({ postId }) => postId ?? []))]
  const [abouts, openings] = await Promise.all([
    readAbouts(
      house,
      asking,
      notices.flatMap(({ postId, replyId }) => replyId ?? postId ?? []),
    ),
    openingsUnder(house, viewer, posts),
  ])
  const byId = new Map([...openings.values()].flat().map((opening) => [opening.id, opening]))
  return new Map(
    notices.flatMap((notice) => {
      const about = abouts.get(notice.replyId ?? notice.postId ?? '')
      const opening = byId.get(notice.subjectId ?? '')
      if (!about || !opening || opening.mine) return []
      return [[notice.id, { who: opening.name, title: about.title, href: about.href }] as const]
    }),
  )
}

const opening: NoticeKind = {
  name: 'message-openings',
  label: w.noticeOpenings,
  says: w.noticeOpeningsSays,
  isFor: messagePolicy.use,
  eventKinds: ['message-opening-left'],
  usually: 'place',
  mail: 'daily',
  inDigest: false,
  receivers: memberIfReachable,
  together: (event) => `message-openings ${event.replyId ?? event.postId}`,
  once: (event) => `message-openings ${event.actorId} ${event.replyId ?? event.postId}`,
  load: loadOpenings,
}

export const messageNotices: readonly NoticeKind[] = [arrived, asked, opening]
