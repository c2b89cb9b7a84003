import { html } from '#jsx/jsx-runtime'
import { type EntryItem, entryPolicy, factsOfEntry } from '../conversation/index.ts'
import { Icon, type PageContext } from '../foundation/index.ts'
import { mayTakeBack, NOTES_SHOWN } from './rules.ts'
import type { Note } from './store.ts'
import { thanksWords as w } from './words.ts'

function attribution(page: PageContext, note: Note): string {
  const receiver = note.receiverName || page.t(w.aMember)
  if (note.isMine) {
    if (note.showing === 'shown') return page.t(w.you)
    return page.t(note.showing === 'offered' ? w.youOffered : w.youBetween, { name: receiver })
  }
  if (note.isForMe && note.showing !== 'shown')
    return page.t(note.showing === 'offered' ? w.toYouOffered : w.toYou, { name: note.giverName })
  return note.giverName
}

function Decide({ page, note }: { page: PageContext; note: Note }) {
  return (
    <form class="acts" method="post" action={`/thanks/${note.id}/showing`}>
      <button class="act plain" name="choice" value="show" type="submit">
        {page.t(w.show)}
      </button>
      <button class="act plain" name="choice" value="keep" type="submit">
        {page.t(w.keepToMyself)}
      </button>
      <button class="act plain" name="choice" value="always" type="submit">
        {page.t(w.always)}
      </button>
      <button class="act plain" name="choice" value="never" type="submit">
        {page.t(w.never)}
      </button>
    </form>
  )
}

function NoteLine({ page, note }: { page: PageContext; note: Note }) {
  const words = note.words || page.t(w.withoutWords)
  return (
    <li>
      <Icon name="thanks" />
      <div>
        <span>
          {note.words ? page.t(w.quote, { words }) : words} <span class="dim">{attribution(page, note)}</span>
        </span>
        {note.isForMe && note.showing === 'offered' && <Decide page={page} note={note} />}
        {note.isMine && mayTakeBack(note.createdAt, page.time.now) && (
          <form method="post" action={`/thanks/${note.id}/take-back`}>
            <span class="hint">{page.t(w.sent)}</span>{' '}
            <button class="act plain" type="submit">
              {page.t(w.takeBack)}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

/** Under the words: at most three notes, words first, then "and others". Nothing where there is none. */
export function Given({ page, notes }: { page: PageContext; notes: readonly Note[] | undefined }) {
  if (!notes || notes.length === 0) return null
  return (
    <ul class="given" aria-label={page.t(w.given)}>
      {notes.slice(0, NOTES_SHOWN).map((note) => (
        <NoteLine page={page} note={note} />
      ))}
      {notes.length > NOTES_SHOWN && <li class="dim">{page.t(w.andOthers)}</li>}
    </ul>
  )
}

/** The way to thank, where the viewer may. */
export function ThankLink({ page, item }: { page: PageContext; item: EntryItem }) {
  const { entry, post } = item
  const facts = factsOfEntry(post, entry)
  if (!entryPolicy.thank(page.viewer, facts)) return null
  const href = entry.isReply ? `/thank?post=${post.id}&reply=${entry.id}` : `/thank?post=${post.id}`
  return html`<a class="act" href="${href}">${Icon({ name: 'thanks' })}${page.t(w.thank)}</a>`
}
