import { html } from '#jsx/jsx-runtime'
import { type EntryItem, factsOf } from '../../conversation/index.ts'
import type { PageContext } from '../../foundation/index.ts'
import { listenWords as w } from '../words.ts'
import { mattersPolicy, sidePolicy } from './policy.ts'

/**
 * The way to somebody else's side, for who takes part in the thread. It stands there whatever may stand between the two, or
 * its absence would tell.
 */
export function SideLink({ page, item }: { page: PageContext; item: EntryItem }) {
  const { entry, post } = item
  const takesPart = post.mine || post.reader.followed
  if (!entry.author || entry.muted || !takesPart || !sidePolicy.see(page.viewer, item)) return null
  return html`<a class="act plain" href="/listen/side?entry=${entry.id}">${page.t(w.seeSide, { name: entry.author.name })}</a>`
}

/** The way to say what matters to oneself, on what one wrote under one's name. */
export function MattersLink({ page, item: { entry, post } }: { page: PageContext; item: EntryItem }) {
  if (!entry.mine || !entry.author || !mattersPolicy.say(page.viewer, factsOf(post))) return null
  return html`<a class="act plain" href="/listen/matters?post=${post.id}">${page.t(w.sayMatters)}</a>`
}
