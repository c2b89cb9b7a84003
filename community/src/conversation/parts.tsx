import { html, raw } from '#jsx/jsx-runtime'
import { type Filled, type PageContext, Sort } from '../foundation/index.ts'
import { personIn } from './answered.ts'
import { moreActs } from './more-menu.tsx'
import { authorName } from './need-words.ts'
import { addressOf } from './places.ts'
import { entryPolicy, factsOf, factsOfEntry } from './policy.ts'
import type { EntryItem } from './slots.ts'
import type { EntryView, PostView, ReplyView } from './views.ts'
import { conversationWords as w } from './words.ts'

function Face({ page, entry }: { page: PageContext; entry: EntryView }) {
  const { author } = entry
  if (author?.pictureId)
    return (
      <img class="face" src={`/files/${author.pictureId}`} alt="" width="40" height="40" loading="lazy" />
    )
  return <Sort id={author?.id ?? entry.postId} name={author ? authorName(page, author) : '·'} />
}

function Name({ entry, name }: { entry: EntryView; name: string }) {
  if (!entry.author) return name
  return html`<a class="quiet" href="/members/${entry.author.handle}">${name}</a>`
}

/**
 * The margin beside an entry: who, when, to whom. A name links to its profile; a face is initials. It stands
 * fifty times on a page, so its markup is written out.
 */
export function Who(props: { page: PageContext; entry: EntryView; time: string; to?: string | undefined }) {
  const { page, entry, time, to } = props
  const name = authorName(page, entry.author)
  const edited = entry.editedAt && entry.readable && (
    <a class="to" href={`/posts/${entry.postId}/history/${entry.id}`}>
      {page.t(w.edited)}
    </a>
  )
  const answers = to !== undefined && html`<span class="to">${to}</span>`
  const moment = html`<time datetime="${entry.createdAt.toISOString()}">${time}</time>`
  return html`<header class="side who">${Face({ page, entry })}<p><b>${Name({ entry, name })}</b> ${moment}${edited && [' ', edited]}${answers && [' ', answers]}</p></header>`
}

/** The words of an entry, or what stands in their place. */
export function Words({ page, entry }: { page: PageContext; entry: EntryView }) {
  if (entry.deleted) return <p class="dim">{page.t(entry.isReply ? w.deletedReply : w.deletedPost)}</p>
  if (!entry.readable) return <p class="dim">{page.t(w.hidden)}</p>
  const lang = entry.language === page.t.language.tag ? undefined : entry.language
  const body = lang
    ? html`<div class="words" lang="${lang}" dir="auto">${raw(entry.html)}</div>`
    : html`<div class="words">${raw(entry.html)}</div>`
  if (entry.muted)
    return (
      <details>
        <summary>{page.t(w.mutedReply)}</summary>
        {body}
      </details>
    )
  if (entry.held && !entry.hidden)
    return (
      <>
        <p class="house">{page.t(entry.mine ? w.heldMine : w.heldForStewards)}</p>
        {entry.mine && (
          <p class="acts">
            <a class="act plain" href={`${addressOf(entry)}/edit`}>
              {page.t(w.heldChange)}
            </a>
          </p>
        )}
        {body}
      </>
    )
  if (!entry.hidden) return body
  return (
    <>
      <p class="dim">{page.t(w.hiddenMine)}</p>
      {body}
    </>
  )
}

export interface EntryFills {
  given: Filled<EntryItem>
  heard: Filled<EntryItem>
  notice: Filled<EntryItem>
  acts: Filled<EntryItem>
  more: Filled<EntryItem>
}

export interface UnderProps {
  page: PageContext
  entry: EntryView
  post: PostView
  fills: EntryFills
  /** The page that holds one answer with its menu open. */
  opened?: boolean
}

function Menu({ page, entry, post, fills, opened }: UnderProps) {
  const item = { entry, post }
  const acts = moreActs(page, item, fills.more(entry.id, item))
  if (acts.length === 0) return null
  return (
    <details class="more-acts" open={opened ?? false}>
      <summary>{page.t(w.more)}</summary>
      <ul>
        {acts.map((act) => (
          <li>{act}</li>
        ))}
      </ul>
    </details>
  )
}

/**
 * Under an answer only the way to its menu, which script puts in its place: fifty menus that hardly anybody opens
 * would weigh more than what people wrote.
 */
function More(props: UnderProps) {
  const { page, entry, post, opened } = props
  if (!entry.isReply || opened) return Menu(props)
  if (!entryPolicy.keep(page.viewer, factsOfEntry(post, entry))) return null
  return html`<a class="act plain" href="${addressOf(entry)}/more" data-more="">${page.t(w.more)}</a>`
}

function ReplyLink({ page, entry, post }: Pick<UnderProps, 'page' | 'entry' | 'post'>) {
  if (entry.held || !entryPolicy.reply(page.viewer, factsOf(post))) return null
  const href = entry.isReply ? `/posts/${post.id}?to=${entry.id}#answer` : '#answer'
  return html`<a class="act plain" href="${href}" data-to="">${page.t(w.reply)}</a>`
}

/** What people gave for it, and what one can do. */
export function Under(props: UnderProps) {
  const { page, entry, post, fills } = props
  if (entry.deleted) return null
  const item = { entry, post }
  const given = fills.given(entry.id, item)
  const heard = fills.heard(entry.id, item)
  const acts = [fills.acts(entry.id, item), ReplyLink({ page, entry, post })]
  return [given, heard, html`<div class="acts">${acts}${More(props)}</div>`]
}

const DEPTHS = ['row reply', 'row reply in d1', 'row reply in d2'] as const

/** One answer. Fifty of them are most of what a page costs, so the markup is written out. */
export function ReplyRow(props: Omit<UnderProps, 'entry'> & { reply: ReplyView; previous: Date }) {
  const { page, reply, post, fills, previous, opened } = props
  const name = authorName(page, reply.author)
  const parent = reply.parentName === undefined ? undefined : reply.parentName || page.t(w.aMember)
  const label = parent ? page.t(w.answersName, { name, parent }) : page.t(w.answersPost, { name })
  const to = parent && (reply.parentName ? page.t(w.to, { name: parent }) : page.t(w.toMember))
  const who = Who({ page, entry: reply, time: page.time.after(reply.createdAt, previous), to })
  const fresh = reply.isNew && html`<p class="newly">${page.t(w.newHere)}</p>`
  const notice = fills.notice(reply.id, { entry: reply, post })
  const words = Words({ page, entry: reply })
  const nobody = !personIn(page.viewer, reply) && html` data-nobody`
  const under = Under({ page, entry: reply, post, fills, opened })
  return html`<article class="${DEPTHS[Math.min(reply.depth, 2)]}" id="r-${reply.id}" aria-label="${label}" data-name="${name}"${nobody}>${who}<div class="main">${fresh}${notice}${words}${under}</div></article>`
}
