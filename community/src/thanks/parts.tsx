import { html } from '#jsx/jsx-runtime'
import { ReportMore } from '../bounds/index.ts'
import type { EntryItem } from '../conversation/index.ts'
import { type Filled, Icon, isMember, type PageContext } from '../foundation/index.ts'
import { giftWords } from './gift-words.ts'
import { thanksPolicy } from './policy.ts'
import type { Note } from './read-notes.ts'
import { type Gift, type HugForm, mayTakeBack, NOTES_SHOWN, sisterOf, THANKS } from './rules.ts'
import { valueWords as v } from './values/words.ts'
import { thanksWords as w } from './words.ts'

type Notices = Filled<{ id: string }>

function attribution(page: PageContext, note: Note): string {
  const receiver = note.receiverName || page.t(w.aMember)
  if (note.isMine) {
    if (note.showing === 'shown') return page.t(w.you)
    // A no of the receiver reads like a yes that has not come: nobody learns of it.
    return page.t(note.showing === 'between' ? w.youBetween : w.youOffered, { name: receiver })
  }
  if (note.isForMe && note.showing !== 'shown') {
    const name = note.giverName
    if (note.showing !== 'offered') return page.t(w.toYou, { name })
    return page.t(note.gift === 'shout-out' ? w.toYouShoutOut : w.toYouOffered, { name })
  }
  return note.giverName
}

/** Where a press leads back to; the thread where nothing is said. */
const query = (then: 'keepsakes' | undefined) => (then ? `?then=${then}` : '')

/** What the receiver of an offered note says to it. */
export function Decide({
  page,
  note,
  then,
}: {
  page: PageContext
  note: Pick<Note, 'id' | 'gift'>
  then?: 'keepsakes'
}) {
  // Each shout-out is asked about: there is no answer for those to come.
  const always = note.gift !== 'shout-out'
  return (
    <form class="acts" method="post" action={`/thanks/${note.id}/showing${query(then)}`}>
      <button class="act plain" name="choice" value="show" type="submit">
        {page.t(w.show)}
      </button>
      <button class="act plain" name="choice" value="keep" type="submit">
        {page.t(w.keepToMyself)}
      </button>
      {always && (
        <button class="act plain" name="choice" value="always" type="submit">
          {page.t(w.always)}
        </button>
      )}
      {always && (
        <button class="act plain" name="choice" value="never" type="submit">
          {page.t(w.never)}
        </button>
      )}
    </form>
  )
}

/** What its receiver may say or do; the same under a post and in keepsakes. */
export function ReceiverActs({
  page,
  note,
  then,
}: {
  page: PageContext
  note: Pick<Note, 'id' | 'answered' | 'words'>
  then?: 'keepsakes'
}) {
  return (
    <>
      {note.answered && <span class="hint">{page.t(w.youSaidIt)}</span>}
      <form class="acts" method="post" action={`/thanks/${note.id}/answer${query(then)}`}>
        {!note.answered && (
          <button class="act plain" type="submit">
            {page.t(w.meansALot)}
          </button>
        )}
        <button class="act plain" type="submit" formaction={`/thanks/${note.id}/put-away${query(then)}`}>
          {page.t(w.hide)}
        </button>
        {note.words && <ReportMore page={page} kind={THANKS} id={note.id} />}
      </form>
    </>
  )
}

export function TakeBack({ page, id }: { page: PageContext; id: string }) {
  return (
    <form method="post" action={`/thanks/${id}/take-back`}>
      <span class="hint">{page.t(w.sent)}</span>{' '}
      <button class="act plain" type="submit">
        {page.t(w.takeBack)}
      </button>
    </form>
  )
}

/** For stewards, where somebody else's note is read. @param then where a press leads back to; the thread where nothing is said */
export function TakeDown({ page, id, then }: { page: PageContext; id: string; then?: string }) {
  return (
    <form class="acts" method="post" action={`/thanks/${id}/take-down${then ? `?then=${then}` : ''}`}>
      <button class="act plain" type="submit">
        {page.t(w.takeDown)}
      </button>
    </form>
  )
}

/** What a note says: its words, or what was given without any. */
export function Said({
  page,
  note,
}: {
  page: PageContext
  note: { gift: Gift; words: string; passage: string; valueName: string | null }
}) {
  return (
    <>
      {note.words ? page.t(w.quote, { words: note.words }) : page.t(giftWords[note.gift].itself)}
      {note.valueName && (
        <span class="hint block" dir="auto">
          {page.t(v.forValue, { value: note.valueName })}
        </span>
      )}
      {note.passage && <span class="hint block">{page.t(w.forPassage, { passage: note.passage })}</span>}
    </>
  )
}

function NoteLine({ page, note, notices }: { page: PageContext; note: Note; notices: Notices | undefined }) {
  const { isForMe, isMine, gift } = note
  const receiver = note.receiverName || page.t(w.aMember)
  const mayTakeDown = !isMine && !isForMe && thanksPolicy.takeDown(page.viewer, note)
  return (
    <li>
      <Icon name={giftWords[gift].icon} />
      <div>
        <span>
          <Said page={page} note={note} /> <span class="dim">{attribution(page, note)}</span>
        </span>
        {isMine && note.answered && <span class="hint block">{page.t(w.saidIt, { name: receiver })}</span>}
        {isForMe && note.showing === 'offered' && <Decide page={page} note={note} />}
        {isForMe && <ReceiverActs page={page} note={note} />}
        {isMine && mayTakeBack(note.createdAt, page.time.now) && <TakeBack page={page} id={note.id} />}
        {mayTakeDown && <TakeDown page={page} id={note.id} />}
        {!isMine && !isForMe && note.words && isMember(page.viewer) && (
          <ReportMore page={page} kind={THANKS} id={note.id} />
        )}
        {isMine && note.hidden && notices?.(note.id, note)}
      </div>
    </li>
  )
}

/** Under the words: at most three notes, words first, then "and others". Nothing where there is none. */
export function Given({
  page,
  notes,
  notices,
}: {
  page: PageContext
  notes: readonly Note[] | undefined
  /** Why those of the viewer's own that are hidden are so. */
  notices?: Notices | undefined
}) {
  if (!notes || notes.length === 0) return null
  return (
    <ul class="given" aria-label={page.t(w.given)}>
      {notes.slice(0, NOTES_SHOWN).map((note) => (
        <NoteLine page={page} note={note} notices={notices} />
      ))}
      {notes.length > NOTES_SHOWN && <li class="dim">{page.t(w.andOthers)}</li>}
    </ul>
  )
}

/** On the profile of whom one thanked a moment ago: what was sent, and the way to take it back. */
export function JustGiven({ page, notes }: { page: PageContext; notes: readonly Note[] }) {
  if (notes.length === 0) return null
  return (
    <div class="row">
      <div class="main">
        <Given page={page} notes={notes} />
      </div>
    </div>
  )
}

const formHref = ({ entry, post }: EntryItem, gift: Gift) =>
  `/thank?post=${post.id}${entry.isReply ? `&reply=${entry.id}` : ''}${gift === 'thanks' ? '' : `&gift=${gift}`}`

function Way({ page, item, gift }: { page: PageContext; item: EntryItem; gift: Gift }) {
  const { icon, act } = giftWords[gift]
  return html`<a class="act" href="${formHref(item, gift)}">${Icon({ name: icon })}${page.t(act)}</a>`
}

/** The way to thank, where the viewer may, and beside it what fits what the post needs: one, never two. */
export function GiftWays({
  page,
  item,
  hug,
  remembered,
}: {
  page: PageContext
  item: EntryItem
  hug: HugForm | undefined
  remembered: ReadonlySet<string>
}) {
  const isTheirs = item.entry.author !== undefined && remembered.has(item.entry.author.id)
  if (!thanksPolicy.give(page.viewer, 'thanks', { ...item, remembered: isTheirs })) return null
  const sister = item.entry.isReply
    ? undefined
    : sisterOf(item.post.need, item.entry.author && (hug ?? 'hug'))
  return [Way({ page, item, gift: 'thanks' }), sister && Way({ page, item, gift: sister })]
}

/** In the menu: what is not for every day. */
export function MenuWay({
  page,
  item,
  gift,
  remembered,
}: {
  page: PageContext
  item: EntryItem
  gift: Gift
  remembered: ReadonlySet<string>
}) {
  const isTheirs = item.entry.author !== undefined && remembered.has(item.entry.author.id)
  if (!thanksPolicy.give(page.viewer, gift, { ...item, remembered: isTheirs })) return null
  return html`<a class="act plain" href="${formHref(item, gift)}">${page.t(giftWords[gift].act)}</a>`
}

/**
 * Where an open thread says that something was given in it. It stays closed until it is asked for, and no screen reader
 * speaks it by itself.
 */
export function NewThanks({ page, postId }: { page: PageContext; postId: string }) {
  const since = String(page.time.now.getTime())
  return (
    <span class="new-thanks" data-live={`thanks:${postId}`} data-since={since}>
      <span data-says="" />
      <template>
        {page.t(w.newThanks)}{' '}
        <a class="act plain" href={page.path}>
          {page.t(w.showNew)}
        </a>
      </template>
    </span>
  )
}
