import type { Child } from 'hono/jsx'
import { html } from '#jsx/jsx-runtime'
import { isMember, type PageContext, type Phrase } from '../foundation/index.ts'
import { addressOf } from './places.ts'
import { entryPolicy, factsOf, factsOfEntry } from './policy.ts'
import type { EntryItem } from './slots.ts'
import { conversationWords as w } from './words.ts'

/** The one form behind every button in More: fifty threads of forms would weigh more than the words. */
export const MORE_FORM = 'do'

export function MoreForm() {
  return <form id={MORE_FORM} method="post" hidden />
}

function Act({ page, href, phrase }: { page: PageContext; href: string; phrase: Phrase }) {
  return html`<button class="act plain" type="submit" form="${MORE_FORM}" formaction="${href}">${page.t(phrase)}</button>`
}

function Way({ page, href, phrase }: { page: PageContext; href: string; phrase: Phrase }) {
  return html`<a class="act plain" href="${href}">${page.t(phrase)}</a>`
}

/** What one may do for oneself: quote, find it again, hear more of it. */
function forOneself(page: PageContext, item: EntryItem): Child[] {
  const { entry, post } = item
  const { viewer } = page
  const facts = factsOfEntry(post, entry)
  const at = addressOf(entry)
  const acts: Child[] = []
  if (entryPolicy.quote(viewer, factsOf(post), facts))
    acts.push(
      html`<a class="act plain" href="/posts/${post.id}?quote=${entry.id}#answer" data-quote="">${page.t(w.quote)}</a>`,
    )
  if (!entryPolicy.keep(viewer, facts)) return acts
  const kept = post.reader.kept.includes(entry.id)
  acts.push(
    <Act
      page={page}
      href={`${at}/${kept ? 'unbookmark' : 'bookmark'}`}
      phrase={kept ? w.unbookmark : w.bookmark}
    />,
  )
  if (entry.isReply) return acts
  const { followed } = post.reader
  acts.push(
    <Act
      page={page}
      href={`${at}/${followed ? 'unfollow' : 'follow'}`}
      phrase={followed ? w.unfollowThread : w.followThread}
    />,
  )
  return acts
}

/** What its author and stewards may do about it. */
function aboutIt(page: PageContext, { entry, post }: EntryItem): Child[] {
  const { viewer } = page
  const facts = factsOfEntry(post, entry)
  const at = addressOf(entry)
  const acts: Child[] = []
  if (entryPolicy.edit(viewer, facts)) acts.push(<Way page={page} href={`${at}/edit`} phrase={w.edit} />)
  if (entryPolicy.delete(viewer, facts))
    acts.push(<Way page={page} href={`${at}/take-back`} phrase={w.takeBack} />)
  if (entry.isReply) return acts
  if (entryPolicy.move(viewer, facts)) acts.push(<Way page={page} href={`${at}/move`} phrase={w.move} />)
  if (entryPolicy.pin(viewer, facts))
    acts.push(
      <Act
        page={page}
        href={`${at}/${post.pinned ? 'unpin' : 'pin'}`}
        phrase={post.pinned ? w.unpin : w.pin}
      />,
    )
  if (entryPolicy.lock(viewer, facts))
    acts.push(
      <Act
        page={page}
        href={`${at}/${post.locked ? 'unlock' : 'lock'}`}
        phrase={post.locked ? w.unlock : w.lock}
      />,
    )
  return acts
}

/** Everything under More: one's own first, then what other features bring, then what changes the entry. */
export function moreActs(page: PageContext, item: EntryItem, brought: readonly Child[]): Child[] {
  if (!isMember(page.viewer)) return brought.filter(Boolean)
  return [...forOneself(page, item), ...brought, ...aboutIt(page, item)].filter(Boolean)
}
