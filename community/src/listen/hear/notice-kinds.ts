import { sql } from 'kysely'
import { type Asking, memberIfReachable } from '../../bounds/index.ts'
import { entryHref, mayTravel, replyPlace } from '../../conversation/index.ts'
import { type House, isId, type MemberViewer, prepare } from '../../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../../notices/index.ts'
import type { SpaceKind, SpaceVisibility } from '../../spaces/index.ts'
import { listenNoticeWords as w } from '../words.ts'
import type { HearingAnswer } from './rules.ts'
import { hearingVisible } from './visibility.ts'

interface Row {
  id: string
  post_id: string
  reply_id: string | null
  listener: string
  author: string | null
  words: string
  answer: HearingAnswer | null
  adds: string
  title: string
  kind: SpaceKind
  visibility: SpaceVisibility
}

const seen = prepare<Asking & { ids: string[] }, Row>(
  'notice-hearings',
  (_, p) =>
    sql`select h.id, h.post_id, h.reply_id, l.name as listener, h.words, h.answer, h.adds, p.title, s.kind, s.visibility,
      case when coalesce(r.unnamed, p.unnamed) then null else a.name end as author
    from hearings h
    join members l on l.community_id = h.community_id and l.id = h.listener_id
    join members a on a.community_id = h.community_id and a.id = h.author_id
    join posts p on p.community_id = h.community_id and p.id = h.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    left join replies r on r.community_id = h.community_id and r.id = h.reply_id
    where h.community_id = ${p.community} and h.id = any(${p.ids}::uuid[]) and p.deleted_at is null and p.hidden_at is null
      and (h.author_id = ${p.member}::uuid or h.listener_id = ${p.member}::uuid) and ${hearingVisible(p)}`,
)

const hrefOf = ({ post_id, reply_id }: Row) => (reply_id ? replyPlace(post_id, reply_id) : entryHref(post_id))

/** What is shown of a line or of its answer; nothing where it is not answered any more. */
type Look = (row: Row) => Pick<NoticeSight, 'who' | 'words'> | undefined

const heardLook: Look = ({ listener, words }) => ({ who: listener, words })
const answeredLook: Look = ({ author, answer, adds }) =>
  answer ? { who: author ?? undefined, ...(answer === 'adds' ? { words: adds } : {}) } : undefined

function load(look: Look) {
  return async (
    house: House,
    viewer: MemberViewer,
    notices: readonly Notice[],
  ): Promise<Map<string, NoticeSight>> => {
    const ids = notices.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []))
    const rows = await seen(house, { community: viewer.communityId, member: viewer.memberId, ids })
    const byId = new Map(rows.map((row) => [row.id, row]))
    return new Map(
      notices.flatMap(({ id, subjectId }) => {
        const row = byId.get(subjectId ?? '')
        const shown = row && look(row)
        if (!row || !shown) return []
        const mailed = shown.words && mayTravel(row) ? { wordsByMail: shown.words } : {}
        return [[id, { title: row.title, href: hrefOf(row), ...shown, ...mailed }] as const]
      }),
    )
  }
}

const heard: NoticeKind = {
  name: 'heard',
  label: w.heard,
  says: w.heardSays,
  eventKinds: ['hearing-said'],
  usually: 'place',
  mail: 'daily',
  receivers: memberIfReachable,
  together: (event) => `heard ${event.replyId ?? event.postId}`,
  load: load(heardLook),
}

const heardBack: NoticeKind = {
  name: 'heard-back',
  label: w.heardBack,
  says: w.heardBackSays,
  eventKinds: ['hearing-answered'],
  usually: 'place',
  mail: 'daily',
  receivers: memberIfReachable,
  together: (event) => `heard-back ${event.subjectId}`,
  once: (event) => `heard-back ${event.subjectId}`,
  load: load(answeredLook),
}

/** "Somebody says what they hear", and what came of it. */
export const listenNotices: readonly NoticeKind[] = [heard, heardBack]
