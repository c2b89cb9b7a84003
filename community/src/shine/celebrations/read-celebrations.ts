import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../../bounds/index.ts'
import { type House, type MemberViewer, prepare } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import { spaceVisible } from '../../spaces/index.ts'
import {
  byName,
  type CelebrationKind,
  isStanding,
  LINES_SHOWN,
  type NamedAnswer,
  PAST_SHOWN,
} from './rules.ts'
import { lineOf } from './store.ts'

/** A celebration as one member reads it. */
export interface CelebrationView {
  id: string
  kind: CelebrationKind
  title: string
  reached: string
  words: string
  opener: { id: string; name: string; handle: string }
  /** They have died; nothing that the house sends names them. */
  openerRemembered: boolean
  mine: boolean
  space: { id: string; slug: string; name: string }
  openedAt: Date
  restsAt: Date
  standing: boolean
}

interface Row {
  id: string
  kind: CelebrationKind
  title: string
  reached: string
  words: string
  opener_id: string
  name: string
  handle: string
  remembered: boolean
  space_id: string
  slug: string
  space_name: string
  opened_at: Date
  rests_at: Date
}

/** Not what this member asked the stewards to look at. */
const notReported = (p: Asking, writer: RawBuilder<unknown>) => sql<boolean>`not exists (
  select from celebration_reports q where q.community_id = c.community_id and q.celebration_id = c.id
    and q.writer_id = ${writer} and q.reporter_id = ${p.member}::uuid)`

/** The one rule of who sees a celebration, as a condition on the rows `c` and `s`. */
export const celebrationVisible = (p: Asking): RawBuilder<boolean> =>
  sql<boolean>`(${spaceVisible(p)} and ${noBlockWith(p, sql`c.opener_id`)} and ${notReported(p, sql`c.opener_id`)})`

const from = (p: Asking) => sql`from celebrations c
  join spaces s on s.community_id = c.community_id and s.id = c.space_id
  join members m on m.community_id = c.community_id and m.id = c.opener_id
  where c.community_id = ${p.community} and ${celebrationVisible(p)}`
const columns = sql`c.id, c.kind, c.title, c.reached, c.words, c.opener_id, m.name, m.handle, ${isRemembered('m')} as remembered, c.space_id, s.slug, s.name as space_name,
  c.opened_at, c.rests_at`

const one = prepare<Asking & { id: string }, Row>(
  'celebration',
  (_, p) => sql`select ${columns} ${from(p)} and c.id = ${p.id}`,
)
const standing = prepare<Asking & { spaces: string[]; now: Date }, Row>(
  'celebrations-standing',
  (_, p) => sql`select ${columns} ${from(p)} and ${notMuted(p, sql`c.opener_id`)}
    and c.space_id = any(${p.spaces}::uuid[]) and c.rests_at > ${p.now} order by c.id desc`,
)
const past = prepare<Asking & { space: string; now: Date; before: string; limit: number }, Row>(
  'celebrations-past',
  (_, p) => sql`select ${columns} ${from(p)} and ${notMuted(p, sql`c.opener_id`)}
    and c.space_id = ${p.space} and c.rests_at <= ${p.now} and c.id < ${p.before}::uuid order by c.id desc limit ${p.limit}`,
)

export const askingOf = ({ communityId, memberId }: MemberViewer) => ({
  community: communityId,
  member: memberId,
})

const view =
  (house: House, { memberId }: MemberViewer) =>
  (row: Row): CelebrationView => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    reached: row.reached,
    words: row.words,
    opener: { id: row.opener_id, name: row.name, handle: row.handle },
    openerRemembered: row.remembered,
    mine: row.opener_id === memberId,
    space: { id: row.space_id, slug: row.slug, name: row.space_name },
    openedAt: row.opened_at,
    restsAt: row.rests_at,
    standing: isStanding({ restsAt: row.rests_at }, house.clock.now()),
  })

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** One celebration; undefined where it is gone, out of sight, or behind a block. */
export async function readCelebration(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<CelebrationView | undefined> {
  const [row] = await one(house, { ...askingOf(viewer), id })
  return row && view(house, viewer)(row)
}

/** What stands in these spaces, latest first. */
export async function readStanding(
  house: House,
  viewer: MemberViewer,
  spaceIds: readonly string[],
): Promise<CelebrationView[]> {
  const asked = { ...askingOf(viewer), spaces: [...spaceIds], now: house.clock.now() }
  return (await standing(house, asked)).map(view(house, viewer))
}

/** What rests in a space, latest first. */
export async function readPast(
  house: House,
  viewer: MemberViewer,
  spaceId: string,
  { before = LAST, limit = PAST_SHOWN }: { before?: string | undefined; limit?: number | undefined },
): Promise<{ celebrations: CelebrationView[]; next: string | undefined }> {
  const rows = await past(house, {
    ...askingOf(viewer),
    space: spaceId,
    now: house.clock.now(),
    before,
    limit: limit + 1,
  })
  const celebrations = rows.slice(0, limit).map(view(house, viewer))
  return { celebrations, next: rows.length > limit ? celebrations.at(-1)!.id : undefined }
}

/** Somebody who is part of one, as this member may know of it. */
export interface PersonNamed {
  id: string
  name: string
  handle: string
}

/** Who is named, and how it stands with whoever reads: asked, or named already. */
export interface People {
  named: PersonNamed[]
  /** For whoever opened it: asked, and no yes so far. A no is not told from silence. */
  asked: PersonNamed[]
  me: { askedAt: Date; answer: NamedAnswer | null } | undefined
}

interface PersonRow extends PersonNamed {
  asked_at: Date
  answer: NamedAnswer | null
  remembered: boolean
}

const people = prepare<Asking & { id: string }, PersonRow>(
  'celebration-people',
  (
    _,
    p,
  ) => sql`select m.id, m.name, m.handle, a.asked_at, a.answer, ${isRemembered('m')} as remembered from celebration_people a
    join members m on m.community_id = a.community_id and m.id = a.member_id
    where a.community_id = ${p.community} and a.celebration_id = ${p.id} and ${noBlockWith(p, sql`a.member_id`)}`,
)

export async function readPeople(
  house: House,
  viewer: MemberViewer,
  celebration: Pick<CelebrationView, 'id' | 'mine'>,
  language: string,
): Promise<People> {
  const rows = await people(house, { ...askingOf(viewer), id: celebration.id })
  const mine = rows.find(({ id }) => id === viewer.memberId)
  const person = ({ id, name, handle }: PersonRow): PersonNamed => ({ id, name, handle })
  const named = rows.filter(({ answer }) => answer === 'yes').map(person)
  const asked = celebration.mine
    ? rows.filter((row) => row.answer !== 'yes' && !row.remembered).map(person)
    : []
  return {
    named: byName(named, language),
    asked: byName(asked, language),
    me: mine && { askedAt: mine.asked_at, answer: mine.answer },
  }
}

/** What somebody added, by words or with a cheer. */
export interface Line {
  id: string
  memberId: string
  words: string
  name: string
  handle: string
}

interface LineRow {
  id: string
  member_id: string
  words: string
  name: string
  handle: string
}

const lines = prepare<Asking & { id: string; before: string; limit: number }, LineRow>(
  'celebration-lines',
  (_, p) => sql`select l.id, l.member_id, l.words, m.name, m.handle from celebration_lines l
    join celebrations c on c.community_id = l.community_id and c.id = l.celebration_id
    join members m on m.community_id = l.community_id and m.id = l.member_id
    where l.community_id = ${p.community} and l.celebration_id = ${p.id} and l.words <> '' and l.member_id <> ${p.member}::uuid
      and ${noBlockWith(p, sql`l.member_id`)} and ${notMuted(p, sql`l.member_id`)} and ${notReported(p, sql`l.member_id`)}
      and l.id < ${p.before}::uuid
    order by l.id desc limit ${p.limit}`,
)
const cheers = prepare<Asking & { id: string; limit: number }, LineRow>(
  'celebration-cheers',
  (_, p) => sql`select l.id, l.member_id, l.words, m.name, m.handle from celebration_lines l
    join members m on m.community_id = l.community_id and m.id = l.member_id
    where l.community_id = ${p.community} and l.celebration_id = ${p.id} and l.words = '' and l.member_id <> ${p.member}::uuid
      and ${noBlockWith(p, sql`l.member_id`)} and ${notMuted(p, sql`l.member_id`)}
    order by l.id desc limit ${p.limit}`,
)

export interface Added {
  /** Latest first, at most three; the viewer's own stands elsewhere. */
  lines: Line[]
  /** Where earlier ones go on; undefined where there are none. Never how many. */
  next: string | undefined
  /** Names of who left a cheer, latest first, at most three. */
  cheers: string[]
  otherCheers: boolean
  /** What the viewer added: words, or nothing but a cheer; undefined where they added nothing. */
  mine: string | undefined
}

/** What others added to a celebration that this member has been shown. */
export async function readAdded(
  house: House,
  viewer: MemberViewer,
  id: string,
  before: string = LAST,
): Promise<Added> {
  const asked = { ...askingOf(viewer), id, limit: LINES_SHOWN + 1 }
  const mine = { celebrationId: id, memberId: viewer.memberId }
  const [said, cheered, own] = await Promise.all([
    lines(house, { ...asked, before }),
    cheers(house, asked),
    lineOf(house.db, viewer.communityId, mine),
  ])
  const shown = said.slice(0, LINES_SHOWN).map((row) => ({
    id: row.id,
    memberId: row.member_id,
    words: row.words,
    name: row.name,
    handle: row.handle,
  }))
  return {
    lines: shown,
    next: said.length > LINES_SHOWN ? shown.at(-1)!.id : undefined,
    cheers: cheered.slice(0, LINES_SHOWN).map(({ name }) => name),
    otherCheers: cheered.length > LINES_SHOWN,
    mine: own?.words,
  }
}
