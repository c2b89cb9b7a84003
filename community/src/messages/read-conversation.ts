import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { type House, type MemberViewer, prepare } from '../foundation/index.ts'
import { type ConversationFacts, messagePolicy } from './policy.ts'
import { type About, readAbouts } from './read-about.ts'
import { LAST, type Other, otherColumns, otherOf } from './read-conversations.ts'
import { BESIDE_REPORT, type ConversationState, PAGE, rests } from './rules.ts'
import { ownSide, readable } from './visibility.ts'

/** A message as one of the two reads it. */
export interface MessageView {
  id: string
  mine: boolean
  reason: string
  html: string
  language: string
  createdAt: Date
  about: Pick<About, 'title' | 'href'> | undefined
  /** Written by the other since this member was last here. */
  isNew: boolean
  mayTakeBack: boolean
  /** A steward hid it; only who wrote it reads it. */
  hidden: boolean
  mayReport: boolean
}

/** A conversation as one of the two has it. */
export interface ConversationView {
  id: string
  other: Other
  state: ConversationState
  /** Of the reader themselves. */
  ownPictureId: string | null
  /** Put off by this member, or unanswered for long. Only for who was asked. */
  rests: boolean
  muted: boolean
  may: { write: boolean; answer: boolean; withdraw: boolean }
  /** The last words of the other, if they wrote any: what an answer answers. */
  theirsId: string | undefined
  lastId: string
  facts: ConversationFacts
}

interface SideRow {
  id: string
  state: ConversationState
  asked_by: string | null
  asked_at: Date | null
  rested_at: Date | null
  other_id: string
  name: string
  handle: string
  picture_id: string | null
  here: boolean
  theirs_id: string | null
  read_id: string | null
  last_id: string
  own_picture_id: string | null
  muted: boolean
}

const sideOf = (p: Asking, which: RawBuilder<boolean>) =>
  sql`select c.id, c.state, c.asked_by, c.asked_at, c.rested_at, ${otherColumns}, s.theirs_id, s.read_id, s.last_id, own.picture_id as own_picture_id,
      exists (select from mutes u where u.community_id = s.community_id and u.muter_id = s.member_id and u.muted_id = s.other_id) as muted
    from message_sides s
    join message_conversations c on c.community_id = s.community_id and c.id = s.conversation_id
    join members m on m.community_id = s.community_id and m.id = s.other_id
    join members own on own.community_id = s.community_id and own.id = s.member_id
    where ${ownSide(p)} and ${which}`

const sideById = prepare<Asking & { id: string }, SideRow>('message-side', (_, p) =>
  sideOf(p, sql<boolean>`s.conversation_id = ${p.id}::uuid`),
)
const sideWith = prepare<Asking & { other: string }, SideRow>('message-side-with', (_, p) =>
  sideOf(p, sql<boolean>`s.other_id = ${p.other}::uuid`),
)

interface Found {
  view: ConversationView
  readId: string | null
}

async function find(
  house: House,
  viewer: MemberViewer,
  by: { id: string } | { other: string },
): Promise<Found | undefined> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const [row] = await ('id' in by
    ? sideById(house, { ...asking, ...by })
    : sideWith(house, { ...asking, ...by }))
  if (!row) return undefined
  const iAsked = row.asked_by === viewer.memberId
  const facts: ConversationFacts = {
    between: [viewer.memberId, row.other_id],
    state: row.state,
    askedBy: row.asked_by,
    otherHere: row.here,
  }
  if (!messagePolicy.read(viewer, facts)) return undefined
  const asked = { askedAt: row.asked_at, restedAt: row.rested_at }
  const view = {
    id: row.id,
    other: otherOf(row),
    state: row.state,
    ownPictureId: row.own_picture_id,
    rests: row.state === 'asked' && !iAsked && rests(asked, house.clock.now()),
    muted: row.muted,
    may: {
      write: messagePolicy.write(viewer, facts),
      answer: messagePolicy.answer(viewer, facts),
      withdraw: messagePolicy.withdraw(viewer, facts),
    },
    theirsId: row.theirs_id ?? undefined,
    lastId: row.last_id,
    facts,
  }
  return { view, readId: row.read_id }
}

/** A conversation of this member's; undefined for everybody else, whatever their role. */
export async function readConversation(
  house: House,
  viewer: MemberViewer,
  id: string,
): Promise<ConversationView | undefined> {
  return (await find(house, viewer, { id }))?.view
}

/** The conversation with somebody, where there is one. */
export async function conversationWith(
  house: House,
  viewer: MemberViewer,
  otherId: string,
): Promise<ConversationView | undefined> {
  return (await find(house, viewer, { other: otherId }))?.view
}

interface MessageRow {
  id: string
  author_id: string
  reason: string
  html: string
  language: string
  about_id: string | null
  created_at: Date
  hidden: boolean
}

// What a steward hid is read by who wrote it alone.
const messageColumns = (p: Asking) =>
  sql`x.id, x.author_id, case when ${readable(p)} then x.reason else '' end as reason, case when ${readable(p)} then x.html else '' end as html,
    x.language, x.about_id, x.created_at, x.hidden_at is not null as hidden`

type Paging = Asking & { id: string; at: string; limit: number }

const before = prepare<Paging, MessageRow>(
  'messages-before',
  (_, p) =>
    sql`select ${messageColumns(p)} from message_sides s
    join messages x on x.community_id = s.community_id and x.conversation_id = s.conversation_id
    where ${ownSide(p)} and s.conversation_id = ${p.id}::uuid and x.id < ${p.at}::uuid
    order by x.id desc limit ${p.limit}`,
)

const after = prepare<Paging, MessageRow>(
  'messages-after',
  (_, p) =>
    sql`select ${messageColumns(p)} from message_sides s
    join messages x on x.community_id = s.community_id and x.conversation_id = s.conversation_id
    where ${ownSide(p)} and s.conversation_id = ${p.id}::uuid and x.id > ${p.at}::uuid
    order by x.id limit ${p.limit}`,
)

/** One page of a conversation, oldest first; `earlier` and `later` say where others begin. */
export interface MessagesPage {
  conversation: ConversationView
  messages: MessageView[]
  earlier: string | undefined
  later: string | undefined
}

export type At = { before?: string | undefined; after?: string | undefined; limit?: number | undefined }

/** Rows of a page in reading order, and whether others stand before and behind it. */
async function rowsOf(house: House, asking: Asking, view: ConversationView, at: At) {
  const limit = at.limit ?? PAGE
  if (at.after) {
    const rows = await after(house, { ...asking, id: view.id, at: at.after, limit: limit + 1 })
    return { rows: rows.slice(0, limit), earlier: true, later: rows.length > limit }
  }
  const rows = await before(house, { ...asking, id: view.id, at: at.before ?? LAST, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).reverse(),
    earlier: rows.length > limit,
    later: at.before !== undefined,
  }
}

async function viewsOf(
  house: House,
  viewer: MemberViewer,
  { view, readId }: Found,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const abouts = await readAbouts(
    house,
    asking,
    rows.flatMap((row) => row.about_id ?? []),
  )
  const now = house.clock.now()
  return rows.map((row) => ({
    id: row.id,
    mine: row.author_id === viewer.memberId,
    reason: row.reason,
    html: row.html,
    language: row.language,
    createdAt: row.created_at,
    about: row.about_id ? abouts.get(row.about_id) : undefined,
    isNew: row.author_id !== viewer.memberId && (readId === null || row.id > readId),
    mayTakeBack: messagePolicy.takeBack(
      viewer,
      view.facts,
      { authorId: row.author_id, createdAt: row.created_at },
      now,
    ),
    hidden: row.hidden,
    mayReport: !row.hidden && messagePolicy.report(viewer, view.facts, { authorId: row.author_id }),
  }))
}

/** A page of a conversation, the newest one unless another is asked for. Reads by an index, however long it has become. */
export async function readMessages(
  house: House,
  viewer: MemberViewer,
  id: string,
  at: At = {},
): Promise<MessagesPage | undefined> {
  const found = await find(house, viewer, { id })
  if (!found) return undefined
  const { view, readId } = found
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const { rows, earlier, later } = await rowsOf(house, asking, view, at)
  const messages = await viewsOf(house, viewer, { view, readId }, rows)
  return {
    conversation: view,
    messages,
    earlier: earlier && messages.length > 0 ? messages[0]!.id : undefined,
    later: later && messages.length > 0 ? messages.at(-1)!.id : undefined,
  }
}

const upTo = prepare<Asking & { message: string; limit: number }, MessageRow & { conversation_id: string }>(
  'messages-up-to',
  (_, p) =>
    sql`select ${messageColumns(p)}, s.conversation_id from message_sides s
    join messages x on x.community_id = s.community_id and x.conversation_id = s.conversation_id
    where ${ownSide(p)} and x.id <= ${p.message}::uuid and s.conversation_id = (
      select m.conversation_id from messages m where m.community_id = ${p.community} and m.id::text = ${p.message}::uuid::text)
    order by x.id desc limit ${p.limit}`,
)

/** One message of this member's conversations, with those before it that both can read. */
export interface MessageUpTo {
  conversation: ConversationView
  message: MessageView
  /** Earliest first. */
  before: MessageView[]
}

/** A message and what was said before it, as whoever would report it chooses among them; undefined for all but the two. */
export async function readUpTo(
  house: House,
  viewer: MemberViewer,
  messageId: string,
): Promise<MessageUpTo | undefined> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const rows = await upTo(house, { ...asking, message: messageId, limit: BESIDE_REPORT + 1 })
  const found =
    rows[0]?.id === messageId ? await find(house, viewer, { id: rows[0].conversation_id }) : undefined
  if (!found) return undefined
  const [message, ...others] = await viewsOf(house, viewer, found, rows)
  const before = others.filter(({ hidden }) => !hidden).reverse()
  return { conversation: found.view, message: message!, before }
}

const words = prepare<Asking & { id: string; message: string }, { body: string }>(
  'message-words',
  (_, p) =>
    sql`select x.body from message_sides s
    join messages x on x.community_id = s.community_id and x.conversation_id = s.conversation_id
    where ${ownSide(p)} and s.conversation_id = ${p.id}::uuid and x.id = ${p.message}::uuid and ${readable(p)}`,
)

/** What the other said last, as it was written. */
export async function lastWordsOf(
  house: House,
  viewer: MemberViewer,
  { id, theirsId }: ConversationView,
): Promise<string | undefined> {
  if (!theirsId) return undefined
  const asking = { community: viewer.communityId, member: viewer.memberId }
  return (await words(house, { ...asking, id, message: theirsId }))[0]?.body
}
