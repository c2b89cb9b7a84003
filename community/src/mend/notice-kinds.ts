import { sql } from 'kysely'
import { reportableOf } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import { type House, inEnglish, type MemberViewer, type StoredEvent } from '../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../notices/index.ts'
import { placeOf } from './parts.tsx'
import { casePolicy } from './policy.ts'
import { askingForCases, caseInReach, memberMayDecide } from './visibility.ts'
import { mendWords as w } from './words.ts'

/** "Messages": where words stood that are no post or reply. Sights are made before it is known who reads them where. */
function placeName(house: House, kind: string): string {
  const found = reportableOf(house, kind)
  return found ? inEnglish(found.says.place) : ''
}

const idsOf = (notices: readonly Notice[]) =>
  notices.map((notice) => notice.subjectId).filter((id) => id !== null)

/** Sights by notice, from what was loaded by case. */
function byNotice(
  notices: readonly Notice[],
  byCase: ReadonlyMap<string, NoticeSight>,
): Map<string, NoticeSight> {
  return new Map(
    notices.flatMap((notice) => {
      const sight = notice.subjectId ? byCase.get(notice.subjectId) : undefined
      return sight ? [[notice.id, sight] as const] : []
    }),
  )
}

async function reportersOf(house: House, event: StoredEvent): Promise<string[]> {
  const rows = await house.db
    .selectFrom('reports')
    .select('reporter_id')
    .where('community_id', '=', event.communityId)
    .where('case_id', '=', event.subjectId)
    .execute()
  return rows.map((row) => row.reporter_id)
}

/** "What came of what you reported": the words are read on the page, never by e-mail. */
export const answeredNotice: NoticeKind = {
  name: 'report-answered',
  label: w.kindAnswered,
  says: w.saysAnswered,
  eventKinds: ['report-answered'],
  usually: 'mail',
  mail: 'at-once',
  awaited: true,
  inDigest: false,
  receivers: reportersOf,
  together: (event) => `report-answered:${event.subjectId}`,
  async load(house, viewer, notices) {
    const rows = await house.db
      .selectFrom('reports')
      .select('case_id')
      .where('community_id', '=', viewer.communityId)
      .where('reporter_id', '=', viewer.memberId)
      .where(sql<boolean>`case_id = any(${idsOf(notices)}::uuid[])`)
      .execute()
    return byNotice(notices, new Map(rows.map((row) => [row.case_id, { title: '', href: '/reports' }])))
  },
}

/** Something of one's own was hidden, put back, or looked at again. */
export const decidedNotice: NoticeKind = {
  name: 'own-decided',
  label: w.kindDecided,
  says: w.saysDecided,
  eventKinds: [
    ...['entry-hidden', 'entry-restored', 'entry-kept-hidden'],
    ...['words-hidden', 'words-restored', 'words-kept-hidden'],
  ],
  usually: 'mail',
  mail: 'at-once',
  awaited: true,
  inDigest: false,
  async receivers(house, event) {
    const row = await house.db
      .selectFrom('cases')
      .select('author_id')
      .where('community_id', '=', event.communityId)
      .where('id', '=', event.subjectId)
      .executeTakeFirst()
    return row ? [row.author_id] : []
  },
  together: (event) => `own-decided:${event.subjectId}`,
  async load(house, viewer, notices) {
    const asking = { community: viewer.communityId, member: viewer.memberId }
    const { rows } = await sql<{
      id: string
      kind: string
      post_id: string | null
      reply_id: string | null
      title: string | null
      reason: string
    }>`
      select c.id, c.kind, c.post_id, c.reply_id, p.title,
        coalesce((select d.reason from decisions d where d.community_id = c.community_id and d.case_id = c.id
          and d.what in ('hide', 'restore', 'keep') order by d.decided_at desc, d.id desc limit 1), '') as reason
      from cases c
      left join posts p on p.community_id = c.community_id and p.id = c.post_id
      left join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where c.community_id = ${viewer.communityId} and c.author_id = ${viewer.memberId} and c.id = any(${idsOf(notices)}::uuid[])
        and (c.post_id is null or ${entryVisible(asking, 'p')})`.execute(house.db)
    const sights = rows.map((row): [string, NoticeSight] => [
      row.id,
      {
        title: row.title ?? placeName(house, row.kind),
        href: row.post_id ? placeOf(row.post_id, row.reply_id) : `/look-again/${row.id}`,
        words: row.reason,
      },
    ])
    return byNotice(notices, new Map(sights))
  },
}

/** Stewards who may decide a case: asked once for the event, again for each when they look. */
async function stewardsFor(house: House, event: StoredEvent): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id
    from cases c
    left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    join members m on m.community_id = c.community_id
    where c.community_id = ${event.communityId} and c.id = ${event.subjectId} and ${memberMayDecide}`.execute(
    house.db,
  )
  return rows.map((row) => row.id)
}

async function casesToLookAt(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  if (!casePolicy.today(viewer)) return new Map()
  const asking = askingForCases(viewer)
  const { rows } = await sql<{ id: string; kind: string; name: string | null }>`
    select c.id, c.kind, s.name from cases c left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    where c.community_id = ${asking.community} and c.id = any(${idsOf(notices)}::uuid[]) and ${caseInReach(asking)}`.execute(
    house.db,
  )
  return byNotice(
    notices,
    new Map(
      rows.map((row) => [
        row.id,
        { title: row.name ?? placeName(house, row.kind), href: `/reports/${row.id}` },
      ]),
    ),
  )
}

/** For stewards: somebody reported something and asks them to act. */
export const actNotice: NoticeKind = {
  name: 'please-act',
  label: w.kindAct,
  hint: w.kindActHint,
  says: w.saysAct,
  isFor: casePolicy.today,
  eventKinds: ['entry-reported-act'],
  usually: 'mail',
  mail: 'at-once',
  awaited: true,
  inDigest: false,
  receivers: stewardsFor,
  together: (event) => `please-act:${event.subjectId}`,
  load: casesToLookAt,
}

export const mendNoticeKinds: readonly NoticeKind[] = [answeredNotice, decidedNotice, actNotice]
