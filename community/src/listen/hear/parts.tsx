import { html } from '#jsx/jsx-runtime'
import { ReportMore } from '../../bounds/index.ts'
import { authorName, type EntryItem } from '../../conversation/index.ts'
import { type Filled, isMember, isSteward, type PageContext, type Phrase } from '../../foundation/index.ts'
import { listenWords as w } from '../words.ts'
import { hearingPolicy } from './policy.ts'
import type { HearingView } from './read-hearings.ts'
import { HEARING, HEARINGS_SHOWN } from './rules.ts'

type Notices = Filled<{ id: string }>

/** The way to say what one hears, where the viewer may. */
export function HearLink({ page, item }: { page: PageContext; item: EntryItem }) {
  if (!hearingPolicy.say(page.viewer, item)) return null
  return html`<a class="act plain" href="/listen/hear?entry=${item.entry.id}">${page.t(w.hearMore)}</a>`
}

function Press({ page, href, phrase }: { page: PageContext; href: string; phrase: Phrase }) {
  return (
    <form class="inline" method="post" action={href}>
      <button class="act plain" type="submit">
        {page.t(phrase)}
      </button>
    </form>
  )
}

/** What this viewer may do with a line. */
function Acts({ page, item, hearing }: { page: PageContext; item: EntryItem; hearing: HearingView }) {
  const { viewer } = page
  const at = `/listen/hearings/${hearing.id}`
  const away = `${at}/take-away`
  if (hearing.isMine)
    return (
      <div class="acts">
        <Press page={page} href={away} phrase={w.takeBack} />
      </div>
    )
  if (!hearing.isForMe && !isSteward(viewer)) return null
  // Not the listener, as asked above; who it is is not known here.
  const facts = { listenerId: '', authorId: hearing.isForMe ? (viewer.memberId ?? '') : '' }
  const mayAnswer = hearingPolicy.answer(viewer, item, facts)
  return (
    <div class="acts">
      {mayAnswer && hearing.answer !== 'yes' && <Press page={page} href={`${at}/yes`} phrase={w.yes} />}
      {mayAnswer && (
        <a class="act plain" href={`${at}/correct`}>
          {page.t(w.notQuite)}
        </a>
      )}
      {hearingPolicy.remove(viewer, facts) && <Press page={page} href={away} phrase={w.takeAway} />}
    </div>
  )
}

interface HearingProps {
  page: PageContext
  item: EntryItem
  hearing: HearingView
  notices: Notices | undefined
}

function Line({ page, item, hearing, notices }: HearingProps) {
  const author = authorName(page, item.entry.author)
  const { listener } = hearing
  // What one can do about somebody, mute and block among it, is on their own page.
  const profile = (name: string) => html`<a class="quiet" href="/members/${listener.handle}">${name}</a>`
  return (
    <>
      <p>
        <span class="dim">{page.t.rich(w.hears, { link: profile }, { name: listener.name })}</span>{' '}
        <span dir="auto">{hearing.words}</span>
      </p>
      {hearing.hidden && notices?.(hearing.id, hearing)}
      {hearing.answer === 'yes' && <p class="dim">{page.t(w.confirmed, { name: author })}</p>}
      {hearing.answer === 'adds' && (
        <p>
          <span class="dim">{page.t(w.addsName, { name: author })}</span>{' '}
          <span dir="auto">{hearing.adds}</span>
        </p>
      )}
      <Acts page={page} item={item} hearing={hearing} />
      {isMember(page.viewer) &&
        hearingPolicy.report(page.viewer, { listenerId: hearing.isMine ? page.viewer.memberId : '' }) && (
          <ReportMore page={page} kind={HEARING} id={hearing.id} />
        )}
    </>
  )
}

function Item({ page, item, hearing, notices }: HearingProps) {
  const line = <Line page={page} item={item} hearing={hearing} notices={notices} />
  if (!hearing.muted) return <li>{line}</li>
  return (
    <li>
      <details>
        <summary>{page.t(w.heardMuted)}</summary>
        {line}
      </details>
    </li>
  )
}

/** Under an entry: what others hear in it, three of them open, and what its author says to that. */
export function Hearings({
  page,
  item,
  hearings = [],
  notices,
}: {
  page: PageContext
  item: EntryItem
  hearings: readonly HearingView[] | undefined
  /** Why lines of the viewer's own are hidden, where some are. */
  notices?: Notices | undefined
}) {
  if (hearings.length === 0) return null
  const items = (some: readonly HearingView[]) =>
    some.map((hearing) => <Item page={page} item={item} hearing={hearing} notices={notices} />)
  const others = hearings.slice(HEARINGS_SHOWN)
  return (
    <>
      <ul class="heard" aria-label={page.t(w.heardList)}>
        {items(hearings.slice(0, HEARINGS_SHOWN))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{page.t(w.andOthers)}</summary>
          <ul class="heard" aria-label={page.t(w.heardOthers)}>
            {items(others)}
          </ul>
        </details>
      )}
    </>
  )
}
