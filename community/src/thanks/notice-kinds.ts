import { sql } from 'kysely'
import { type Asking, noBlockWith, unreachableFor } from '../bounds/index.ts'
import { entryPlace, entryVisible, mayTravel } from '../conversation/index.ts'
import { type House, isId, type MemberViewer, prepare, type StoredEvent, words } from '../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../notices/index.ts'
import type { SpaceKind, SpaceVisibility } from '../spaces/index.ts'

const w = words('thanks.notices', {
  label: 'Thanks',
  says: '{who} thanked you for <link>{title}</link>',
  giftLabel: 'Hugs, cheers, stars and shout-outs',
  giftSays: '{who} left something kind for you under <link>{title}</link>',
  beingLabel: 'Thanks for what you do',
  beingSays: '{who} thanked you. It is among <link>your keepsakes</link>',
  yearLabel: 'A year of kind words',
  yearSays:
    'What people said to you in a year is kept among <link>your keepsakes</link>, to read again or to print',
})

interface Row {
  id: string
  post_id: string
  reply_id: string | null
  giver: string
  words: string
  title: string
  kind: SpaceKind
  visibility: SpaceVisibility
}

const given = prepare<Asking & { ids: string[] }, Row>(
  'notice-thanks',
  (_, p) =>
    sql`select t.id, t.post_id, t.reply_id, g.name as giver, t.words, p.title, s.kind, s.visibility
    from thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    join posts p on p.community_id = t.community_id and p.id = t.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where t.community_id = ${p.community} and t.id = any(${p.ids}::uuid[]) and t.receiver_id = ${p.member}::uuid
      and t.taken_back_at is null and t.put_away_at is null and t.hidden_at is null and p.deleted_at is null and p.hidden_at is null
      and ${noBlockWith(p, sql`t.giver_id`)} and ${entryVisible(p, 'p')}`,
)

const being = prepare<Asking & { ids: string[] }, Pick<Row, 'id' | 'giver' | 'words'>>(
  'notice-thanks-being',
  (_, p) =>
    sql`select t.id, g.name as giver, t.words
    from thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    where t.community_id = ${p.community} and t.id = any(${p.ids}::uuid[]) and t.receiver_id = ${p.member}::uuid
      and t.taken_back_at is null and t.put_away_at is null and t.hidden_at is null and ${noBlockWith(p, sql`t.giver_id`)}`,
)

function sight(row: Row): NoticeSight {
  const href = entryPlace(row.post_id, row.reply_id)
  const note = row.words ? { words: row.words, ...(mayTravel(row) ? { wordsByMail: row.words } : {}) } : {}
  return { who: row.giver, title: row.title, href, ...note }
}

const idsOf = (notices: readonly Notice[]) =>
  notices.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []))

function byNotice(notices: readonly Notice[], sights: Map<string, NoticeSight>): Map<string, NoticeSight> {
  return new Map(
    notices.flatMap((notice) => {
      const one = sights.get(notice.subjectId ?? '')
      return one ? [[notice.id, one] as const] : []
    }),
  )
}

async function load(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rows = await given(house, { ...asking, ids: idsOf(notices) })
  return byNotice(notices, new Map(rows.map((row) => [row.id, sight(row)])))
}

async function receivers(house: House, event: StoredEvent): Promise<readonly string[]> {
  if (!event.memberId || !event.actorId) return []
  const unreachable = await unreachableFor(house.db, event.communityId, event.actorId, [event.memberId])
  return unreachable.has(event.memberId) ? [] : [event.memberId]
}

/** Thanks received: all of a day in one letter. One that was taken back is not told of any more. */
const thanksNotice: NoticeKind = {
  name: 'thanks',
  label: w.label,
  says: w.says,
  eventKinds: ['thanks-given'],
  usually: 'mail',
  mail: 'daily',
  receivers: async (house, event) => (event.postId ? receivers(house, event) : []),
  together: (event) => `thanks ${event.replyId ?? event.postId}`,
  load,
}

/** Its sisters under a post or an answer. */
const giftNotice: NoticeKind = {
  ...thanksNotice,
  name: 'gift',
  label: w.giftLabel,
  says: w.giftSays,
  eventKinds: ['gift-given'],
  together: (event) => `gift ${event.replyId ?? event.postId}`,
}

/** What is for no post: for an act, or for being there. */
const beingNotice: NoticeKind = {
  name: 'thanks-being',
  label: w.beingLabel,
  says: w.beingSays,
  eventKinds: ['thanks-given', 'gift-given'],
  usually: 'mail',
  mail: 'daily',
  inDigest: false,
  receivers: async (house, event) => (event.postId ? [] : receivers(house, event)),
  together: () => 'thanks-being',
  async load(house, viewer, notices) {
    const asking = { community: viewer.communityId, member: viewer.memberId }
    const rows = await being(house, { ...asking, ids: idsOf(notices) })
    const seen = ({ giver, words }: (typeof rows)[number]): NoticeSight => ({
      who: giver,
      title: '',
      href: '/keepsakes',
      ...(words ? { words } : {}),
    })
    return byNotice(notices, new Map(rows.map((row) => [row.id, seen(row)])))
  },
}

/** Once a year: a letter that says where the words are, and none of them. */
const yearNotice: NoticeKind = {
  name: 'keepsakes-year',
  label: w.yearLabel,
  says: w.yearSays,
  eventKinds: ['keepsakes-year'],
  usually: 'mail',
  mail: 'daily',
  inDigest: false,
  receivers: async (_house, { memberId }) => (memberId ? [memberId] : []),
  together: (event) => `keepsakes-year ${event.id}`,
  load: async (_house, _viewer, notices) =>
    new Map(notices.map(({ id }) => [id, { title: '', href: '/keepsakes' }])),
}

export const thanksNotices = [thanksNotice, giftNotice, beingNotice, yearNotice]
