import type { House, MemberViewer, Phrase, StoredEvent } from '../foundation/index.ts'

/** Where notices of a kind reach a member: here and by e-mail, here only, or nowhere. */
export const channels = ['mail', 'place', 'off'] as const
export type Channel = (typeof channels)[number]

/**
 * One thing that reached one member. Ids only: what it shows is loaded for whoever looks. Who did it is read
 * from what it is about, so that a name that was left away is left away here too.
 */
export interface Notice {
  id: string
  kind: string
  eventId: string
  postId: string | null
  replyId: string | null
  spaceId: string | null
  subjectId: string | null
  createdAt: Date
}

/** What a member may be shown of a notice, now. */
export interface NoticeSight {
  /** Who did it; undefined stands for "a member" where a name was left away. Unused by kinds that name nobody. */
  who?: string | undefined
  /** What it is about: the title of the thread. */
  title: string
  /** Where it leads, from the root of the place. */
  href: string
  /** Words shown under the line on the page, such as a note of thanks. */
  words?: string
  /**
   * Words that may also leave by e-mail. Never anything from a support or family space or one for invited
   * people: of those a letter carries title and link.
   */
  wordsByMail?: string
}

/**
 * A kind of notice, brought by the floor that knows what happened (`Feature.noticeKinds`). Notices decides
 * when and where it reaches somebody; the kind decides who, and what they may read of it.
 *
 * @example
 * export const thanksNotice: NoticeKind = {
 *   name: 'thanks', label: w.noticeThanks, says: w.noticeThanksSays, eventKinds: ['thanks-given'],
 *   usually: 'mail', mail: 'daily',
 *   receivers: async (house, event) => without(await unreachableFor(…), event.memberId),
 *   together: (event) => `thanks:${event.replyId ?? event.postId}`,
 *   load: async (house, viewer, notices) => …one query for all of them…,
 * }
 */
export interface NoticeKind {
  /** Unique and never renamed: it stands in rows and in addresses. Lower-case letters and hyphens. */
  name: string
  /** In the preferences: "Thanks". */
  label: Phrase
  hint?: Phrase
  /**
   * The line, with `{who}`, `{title}` and one `<link>…</link>`. Plural forms go by the number of people:
   * "{who} answered in <link>{title}</link>". Letters use it too, without the link.
   */
  says: Phrase
  /** Shown among the preferences of these members only; by default of all. */
  isFor?(viewer: MemberViewer): boolean
  /** Events that may bring a notice. */
  eventKinds: readonly string[]
  /** The channel until a member chooses another. */
  usually: Channel
  /** How letters of this kind go: as things come, or all of a day in one. */
  mail: 'at-once' | 'daily'
  /** Letters of this kind do not count against the first week (answers to oneself). */
  awaited?: boolean
  /** False keeps it out of digests: for what a digest says in another way, or says too late. */
  inDigest?: boolean
  /**
   * Who is told. Leave out who blocked or muted the actor (`unreachableFor`; not where the actor's name was
   * left away, for silence would name them) and who may not see it. The actor is left out in any case.
   */
  receivers(house: House, event: StoredEvent): Promise<readonly string[]>
  /** Notices with the same value read as one line: fifty answers are one line per thread. */
  together(event: StoredEvent): string
  /**
   * Things a member is told of once, though several kinds would (an answer that also mentions them): the first
   * kind in floor order wins. By default every kind tells of every event.
   */
  once?(event: StoredEvent): string
  /**
   * What this member may be shown, by notice id, in one query. Asks the same visibility as the pages: a notice
   * that is missing from the answer is not shown, whether its post is gone, hidden or no longer theirs to see.
   */
  load(house: House, viewer: MemberViewer, notices: readonly Notice[]): Promise<Map<string, NoticeSight>>
}

/** A line of a digest: title and where it leads, never a whole text. */
export interface DigestLine {
  title: string
  href: string
  /** Smaller words beside it: the space, what is asked for. */
  about?: string
}

/** A part of the daily or weekly letter, brought by a higher floor (`Feature.digest`). */
export interface DigestPart {
  name: string
  heading: Phrase
  /** What is new for this member since a time, at most `limit` lines; empty leaves the part away. */
  load(house: House, viewer: MemberViewer, since: Date, limit: number): Promise<readonly DigestLine[]>
}

/** One kind thing of these days: what is said of it, and where it leads. */
export interface LeadLine {
  says: Phrase
  params: Record<string, string>
  href: string
}

/**
 * What a daily or weekly letter may begin with, brought by a higher floor (`Feature.digestLeads`): something kind that its
 * reader may see and that everybody named in it agreed to show. Never a number, and nobody who has died.
 */
export interface DigestLead {
  name: string
  /** Since a time, latest first. */
  load(house: House, viewer: MemberViewer, since: Date): Promise<readonly LeadLine[]>
}

declare module '../foundation/feature.ts' {
  interface Feature {
    noticeKinds?: readonly NoticeKind[]
    digest?: readonly DigestPart[]
    digestLeads?: readonly DigestLead[]
  }
}

/** All kinds of the house, in floor order. */
export function noticeKinds(house: House): NoticeKind[] {
  return house.features.flatMap((feature) => feature.noticeKinds ?? [])
}

export function noticeKind(house: House, name: string): NoticeKind | undefined {
  return noticeKinds(house).find((kind) => kind.name === name)
}
