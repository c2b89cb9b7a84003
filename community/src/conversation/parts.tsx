import { raw } from 'hono/html'
import { type Filled, isMember, type PageContext, Sort } from '../foundation/index.ts'
import { entryPolicy } from './policy.ts'
import type { Need } from './rules.ts'
import type { EntryItem } from './slots.ts'
import type { AuthorView, EntryView, PostLine, PostView, ReplyView } from './views.ts'
import { factsOf } from './write-reply.ts'
import { conversationWords as w } from './words.ts'

export function authorName(page: PageContext, author: AuthorView | undefined): string {
  return author?.name ?? page.t(w.aMember)
}

/** The margin beside an entry: who, when, to whom. A name links to its profile; a face is initials. */
export function Who({ page, entry, time, to }: { page: PageContext; entry: EntryView; time: string; to?: string | undefined }) {
  const name = authorName(page, entry.author)
  return (
    <header class="side who">
      {entry.author?.pictureId ? (
        <img class="face" src={`/files/${entry.author.pictureId}`} alt="" width="40" height="40" loading="lazy" />
      ) : (
        <Sort id={entry.author?.id ?? entry.postId} name={entry.author ? name : '·'} />
      )}
      <p>
        <b>{entry.author ? <a class="quiet" href={`/members/${entry.author.handle}`}>{name}</a> : name}</b>{' '}
        <time datetime={entry.createdAt.toISOString()}>{time}</time>
        {entry.editedAt && (
          <>
            {' '}
            <a class="to" href={`/posts/${entry.postId}/history/${entry.id}`}>{page.t(w.edited)}</a>
          </>
        )}
        {to !== undefined && <> <span class="to">{to}</span></>}
      </p>
    </header>
  )
}

/** The words of an entry, or what stands in their place. */
export function Words({ page, entry }: { page: PageContext; entry: EntryView }) {
  if (entry.deleted) return <p class="dim">{page.t(entry.isReply ? w.deletedReply : w.deletedPost)}</p>
  if (entry.hidden && !entry.html) return <p class="dim">{page.t(w.hidden)}</p>
  const lang = entry.language === page.t.language.tag ? undefined : entry.language
  const body = <div class="words" lang={lang} dir={lang ? 'auto' : undefined}>{raw(entry.html)}</div>
  if (entry.muted)
    return (
      <details>
        <summary>{page.t(w.mutedReply)}</summary>
        {body}
      </details>
    )
  return entry.hidden ? <><p class="dim">{page.t(w.hiddenMine)}</p>{body}</> : body
}

export interface EntryFills {
  given: Filled<EntryItem>
  acts: Filled<EntryItem>
  more: Filled<EntryItem>
}

/** What people gave for it, and what one can do. */
export function Under({ page, entry, post, fills, moreLabel }: { page: PageContext; entry: EntryView; post: PostView; fills: EntryFills; moreLabel: string }) {
  if (entry.deleted) return null
  const item = { entry, post }
  const more = fills.more(entry.id, item).filter(Boolean)
  const mayReply = isMember(page.viewer) && entryPolicy.reply(page.viewer, factsOf(post))
  return (
    <>
      {fills.given(entry.id, item)}
      <div class="acts">
        {fills.acts(entry.id, item)}
        {mayReply && (
          <a class="act plain" href={entry.isReply ? `/posts/${post.id}?to=${entry.id}#answer` : '#answer'}>
            {page.t(w.reply)}
          </a>
        )}
        {more.length > 0 && (
          <details>
            <summary>{moreLabel}</summary>
            <ul class="hint choices">{more.map((one) => <li>{one}</li>)}</ul>
          </details>
        )}
      </div>
    </>
  )
}

export function ReplyRow({ page, reply, post, fills, moreLabel, previous }: { page: PageContext; reply: ReplyView; post: PostView; fills: EntryFills; moreLabel: string; previous: Date }) {
  const name = authorName(page, reply.author)
  const parent = reply.parentName === undefined ? undefined : reply.parentName || page.t(w.aMember)
  const label = parent ? page.t(w.answersName, { name, parent }) : page.t(w.answersPost, { name })
  const to = parent && (reply.parentName ? page.t(w.to, { name: parent }) : page.t(w.toMember))
  const depth = reply.depth === 0 ? '' : reply.depth === 1 ? ' in d1' : ' in d2'
  return (
    <article class={`row reply${depth}`} id={`r-${reply.id}`} aria-label={label}>
      <Who page={page} entry={reply} time={page.time.after(reply.createdAt, previous)} to={to} />
      <div class="main">
        {reply.isNew && <p class="newly">{page.t(w.newHere)}</p>}
        <Words page={page} entry={reply} />
        <Under page={page} entry={reply} post={post} fills={fills} moreLabel={moreLabel} />
      </div>
    </article>
  )
}

const needSentence: Record<Need, (typeof w)[keyof typeof w]> = {
  listening: w.needListening, advice: w.needAdvice, hands: w.needHands, resource: w.needResource, feedback: w.needFeedback, celebrate: w.needCelebrate,
}
const needLine: Record<Need, (typeof w)[keyof typeof w]> = {
  listening: w.lineListening, advice: w.lineAdvice, hands: w.lineHands, resource: w.lineResource, feedback: w.lineFeedback, celebrate: w.lineCelebrate,
}

/** What a post needs, as the house says it beside the post and above the answer box. */
export function needText(page: PageContext, post: Pick<PostView, 'need' | 'newToThis' | 'author'>): string {
  const name = authorName(page, post.author)
  return [post.need && page.t(needSentence[post.need], { name }), post.newToThis && page.t(w.newToThis, { name })].filter(Boolean).join(' ')
}

/** A post in a feed. */
export function PostRow({ page, line, showSpace }: { page: PageContext; line: PostLine; showSpace: boolean }) {
  const name = authorName(page, line.author)
  const lang = line.language === page.t.language.tag ? undefined : line.language
  return (
    <article class="row">
      <p class="side">
        {showSpace && <><b>{line.space.name}</b><br /></>}
        <time datetime={line.activeAt.toISOString()}>{page.time.day(line.activeAt)}</time>
        {line.pinned && <><br />{page.t(w.pinned)}</>}
      </p>
      <div class="main tight" lang={lang} dir={lang ? 'auto' : undefined}>
        <h3 class="title">
          <a href={`/posts/${line.id}`}>{line.title}</a>
        </h3>
        <p>{line.excerpt}</p>
      </div>
      <p class="side ask">
        {page.t(line.need ? needLine[line.need] : w.lineNothing, { name })}
        <br />
        {line.replyCount > 0 ? page.t(w.repliesCount, { count: line.replyCount }) : page.t(w.noReplies)}
      </p>
    </article>
  )
}
