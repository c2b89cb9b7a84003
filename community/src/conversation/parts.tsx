import { raw } from 'hono/html'
import { type Filled, type PageContext, Sort } from '../foundation/index.ts'
import { moreActs } from './more-menu.tsx'
import { authorName } from './need-words.ts'
import { addressOf } from './places.ts'
import { entryPolicy, factsOf } from './policy.ts'
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

/** The margin beside an entry: who, when, to whom. A name links to its profile; a face is initials. */
export function Who(props: { page: PageContext; entry: EntryView; time: string; to?: string | undefined }) {
  const { page, entry, time, to } = props
  const name = authorName(page, entry.author)
  return (
    <header class="side who">
      <Face page={page} entry={entry} />
      <p>
        <b>
          {entry.author ? (
            <a class="quiet" href={`/members/${entry.author.handle}`}>
              {name}
            </a>
          ) : (
            name
          )}
        </b>{' '}
        <time datetime={entry.createdAt.toISOString()}>{time}</time>
        {entry.editedAt && entry.readable && (
          <>
            {' '}
            <a class="to" href={`/posts/${entry.postId}/history/${entry.id}`}>
              {page.t(w.edited)}
            </a>
          </>
        )}
        {to !== undefined && (
          <>
            {' '}
            <span class="to">{to}</span>
          </>
        )}
      </p>
    </header>
  )
}

/** The words of an entry, or what stands in their place. */
export function Words({ page, entry }: { page: PageContext; entry: EntryView }) {
  if (entry.deleted) return <p class="dim">{page.t(entry.isReply ? w.deletedReply : w.deletedPost)}</p>
  if (!entry.readable) return <p class="dim">{page.t(w.hidden)}</p>
  const lang = entry.language === page.t.language.tag ? undefined : entry.language
  const body = (
    <div class="words" lang={lang} dir={lang ? 'auto' : undefined}>
      {raw(entry.html)}
    </div>
  )
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
  notice: Filled<EntryItem>
  acts: Filled<EntryItem>
  more: Filled<EntryItem>
}

export interface UnderProps {
  page: PageContext
  entry: EntryView
  post: PostView
  fills: EntryFills
}

/** What people gave for it, and what one can do. */
export function Under({ page, entry, post, fills }: UnderProps) {
  if (entry.deleted) return null
  const item = { entry, post }
  const more = moreActs(page, item, fills.more(entry.id, item))
  return (
    <>
      {fills.given(entry.id, item)}
      <div class="acts">
        {fills.acts(entry.id, item)}
        {entryPolicy.reply(page.viewer, factsOf(post)) && !entry.held && (
          <a
            class="act plain"
            href={entry.isReply ? `/posts/${post.id}?to=${entry.id}#answer` : '#answer'}
            data-to
          >
            {page.t(w.reply)}
          </a>
        )}
        {more.length > 0 && (
          <details class="more-acts">
            <summary>{page.t(w.more)}</summary>
            <ul>
              {more.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  )
}

export function ReplyRow(props: Omit<UnderProps, 'entry'> & { reply: ReplyView; previous: Date }) {
  const { page, reply, post, fills, previous } = props
  const name = authorName(page, reply.author)
  const parent = reply.parentName === undefined ? undefined : reply.parentName || page.t(w.aMember)
  const label = parent ? page.t(w.answersName, { name, parent }) : page.t(w.answersPost, { name })
  const to = parent && (reply.parentName ? page.t(w.to, { name: parent }) : page.t(w.toMember))
  const depth = reply.depth === 0 ? '' : reply.depth === 1 ? ' in d1' : ' in d2'
  return (
    <article class={`row reply${depth}`} id={`r-${reply.id}`} aria-label={label} data-name={name}>
      <Who page={page} entry={reply} time={page.time.after(reply.createdAt, previous)} to={to} />
      <div class="main">
        {reply.isNew && <p class="newly">{page.t(w.newHere)}</p>}
        {fills.notice(reply.id, { entry: reply, post })}
        <Words page={page} entry={reply} />
        <Under page={page} entry={reply} post={post} fills={fills} />
      </div>
    </article>
  )
}
