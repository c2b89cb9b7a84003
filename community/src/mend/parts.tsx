import { html } from '#jsx/jsx-runtime'
import type { BoundsTarget, FoundWords, Reportable } from '../bounds/index.ts'
import {
  addressOf,
  authorName,
  type EntryItem,
  entryPolicy,
  factsOfEntry,
  replyPlace,
} from '../conversation/index.ts'
import { isMember, type PageContext, type Phrase } from '../foundation/index.ts'
import { casePolicy } from './policy.ts'
import type { HiddenNotice } from './read-notices.ts'
import type { Wish } from './rules.ts'
import { mendWords as w } from './words.ts'

/** A wish in the middle of a sentence. */
export const wishWord: Record<Wish, Phrase> = {
  note: w.wishNoteLow,
  'help-talk': w.wishTalkLow,
  act: w.wishActLow,
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** "20 minutes ago", "3 hours ago", "yesterday", "on 3 May". */
export function ago(page: PageContext, time: Date): string {
  const passed = page.time.now.getTime() - time.getTime()
  if (passed < MINUTE) return page.t(w.now)
  if (passed < HOUR) return page.t(w.minutesAgo, { count: Math.floor(passed / MINUTE) })
  if (passed < 24 * HOUR) return page.t(w.hoursAgo, { count: Math.floor(passed / HOUR) })
  return passed < 48 * HOUR ? page.t(w.yesterday) : page.t(w.onDay, { day: page.time.day(time) })
}

/** Where an entry stands: the page of its thread that holds it. */
export function placeOf(postId: string, replyId: string | null): string {
  return replyId ? replyPlace(postId, replyId) : `/posts/${postId}`
}

/** What a case is about, and where: "A reply in Print room", "A message". */
export function caseName(
  page: PageContext,
  about: {
    says: Reportable['says'] | undefined
    replyId: string | null
    space: { name: string } | undefined
  },
): string {
  const { says, replyId, space } = about
  const what = page.t(says ? says.one : replyId ? w.aReply : w.aPost)
  return space ? page.t(w.somethingIn, { what, space: space.name }) : what
}

/** The way back to where words stand. */
export function WhereFrom({
  page,
  found: { back, where },
}: {
  page: PageContext
  found: Pick<FoundWords, 'back' | 'where'>
}) {
  return <a href={back}>{typeof where === 'string' ? where : page.t(where)}</a>
}

/** The way to report, where the viewer may. */
export function ReportLink({ page, item }: { page: PageContext; item: EntryItem }) {
  const { entry, post } = item
  if (entry.hidden || !entryPolicy.report(page.viewer, factsOfEntry(post, entry))) return null
  const href = entry.isReply ? `/report?post=${post.id}&reply=${entry.id}` : `/report?post=${post.id}`
  return html`<a class="act plain" href="${href}">${page.t(w.report)}</a>`
}

/** Whom one can keep at a distance over an entry: nobody where it is mine or stands without a name. */
export function distanceTarget(page: PageContext, { entry, post }: EntryItem): BoundsTarget | undefined {
  if (!isMember(page.viewer) || page.viewer.waiting || entry.mine || !entry.author) return undefined
  const back = placeOf(post.id, entry.isReply ? entry.id : null)
  return { handle: entry.author.handle, name: authorName(page, entry.author), muted: entry.muted, back }
}

/** Leads to what one can do about words that are too much. */
export function BothersLink({ page, item }: { page: PageContext; item: EntryItem }) {
  if (item.entry.deleted || !distanceTarget(page, item)) return null
  const { entry, post } = item
  const href = entry.isReply ? `/bothers?post=${post.id}&reply=${entry.id}` : `/bothers?post=${post.id}`
  return html`<a class="act plain" href="${href}">${page.t(w.bothers)}</a>`
}

/** On something held: the way to let it through or hide it, for a steward. */
export function HeldLink({ page, item }: { page: PageContext; item: EntryItem }) {
  const { entry } = item
  if (!entry.held || entry.hidden || entry.deleted || entry.mine || !casePolicy.lookAtHeld(page.viewer))
    return null
  return (
    <p>
      <a class="act plain" href={`/held/${entry.id}`}>
        {page.t(w.lookAtHeld)}
      </a>
    </p>
  )
}

/** In place of hidden words: for their author the reason and what to do, for a steward the way to the case. */
export function HiddenNote({
  page,
  item,
  notice,
}: {
  page: PageContext
  item: EntryItem
  notice: HiddenNotice | undefined
}) {
  if (!notice) return null
  if (!notice.forAuthor)
    return (
      <p>
        <a class="act plain" href={`/reports/${notice.caseId}`}>
          {page.t(w.seeCase)}
        </a>
      </p>
    )
  const { entry } = item
  return (
    <div class="house hidden-note">
      <p>{page.t(w.noticeHidden)}</p>
      {notice.reason && <blockquote>{notice.reason}</blockquote>}
      {notice.asked && <p>{page.t(notice.asked === 'wrong' ? w.noticeDisagreed : w.noticeAsked)}</p>}
      <p class="acts">
        <a class="act plain" href={`${addressOf(entry)}/edit`}>
          {page.t(w.noticeChange)}
        </a>
        <a class="act plain" href={`/look-again/${notice.caseId}?kind=changed`}>
          {page.t(w.noticeLookAgain)}
        </a>
        <a class="act plain" href={`/look-again/${notice.caseId}?kind=wrong`}>
          {page.t(w.noticeWrong)}
        </a>
      </p>
    </div>
  )
}

/** Beside words of one's own that are hidden and stand in no thread: why, and the way to have them looked at again. */
export function HiddenWords({ page, notice }: { page: PageContext; notice: HiddenNotice | undefined }) {
  if (!notice?.forAuthor) return null
  return (
    <div class="house hidden-note">
      <p>{page.t(w.noticeHidden)}</p>
      {notice.reason && <blockquote>{notice.reason}</blockquote>}
      {notice.asked && <p>{page.t(notice.asked === 'wrong' ? w.noticeDisagreed : w.noticeAsked)}</p>}
      <p class="acts">
        <a class="act plain" href={`/look-again/${notice.caseId}`}>
          {page.t(w.noticeWrong)}
        </a>
      </p>
    </div>
  )
}
