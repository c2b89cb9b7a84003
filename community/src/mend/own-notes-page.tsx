import { reportableOf } from '../bounds/index.ts'
import {
  type AppContext,
  Head,
  isId,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  permitted,
  show,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { eraseOwnNote, type OwnNote, readOwnNotes } from './own-notes-store.ts'
import { reportPolicy } from './policy.ts'
import { mendWords as w } from './words.ts'

export const OWN_NOTES_PAGE = '/bothers/notes'

/** "A message from Ben", "What Ben wrote". */
function whatItWas(page: PageContext, { kind, by }: OwnNote): string {
  const says = reportableOf(page.house, kind)?.says
  if (!says) return page.t(w.whatSomeoneWrote, { name: by ?? page.t(w.aMember) })
  const what = page.t(says.one)
  return by ? page.t(w.oneBy, { what, name: by }) : what
}

function NoteRow({ page, one }: { page: PageContext; one: OwnNote }) {
  const { note, href, notedAt, id } = one
  return (
    <article class="row">
      <p class="side">{page.time.moment(notedAt)}</p>
      <div class="main tight">
        <h2 class="say">
          <a href={href}>{whatItWas(page, one)}</a>
        </h2>
        {note && (
          <p class="keep-lines" dir="auto">
            {note}
          </p>
        )}
        <form class="acts" method="post" action={`${OWN_NOTES_PAGE}/${id}/erase`}>
          <button class="act plain" type="submit">
            {page.t(w.eraseNote)}
          </button>
        </form>
      </div>
    </article>
  )
}

/** What bothered me, noted for myself. */
export async function showOwnNotes(c: AppContext): Promise<Response> {
  const viewer = permitted(c, reportPolicy.note)
  const notes = await readOwnNotes(c.var.house, viewer)
  const page = pageContext(c)
  const did = c.req.query('did')
  return show(
    c,
    <Layout page={page} title={page.t(w.notesTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.notesTitle)}</Head>
      <div class="row bare">
        <div class="main">
          {(did === 'noted' || did === 'erased') && (
            <p class="house" role="status">
              {page.t(did === 'noted' ? w.noted : w.noteErased)}
            </p>
          )}
          <p class="lead">{page.t(notes.length > 0 ? w.notesLead : w.notesNone)}</p>
        </div>
      </div>
      {notes.map((one) => (
        <NoteRow page={page} one={one} />
      ))}
    </Layout>,
  )
}

export async function takeEraseNote(c: AppContext, id: string): Promise<Response> {
  const viewer = permitted(c, reportPolicy.note)
  if (!isId(id)) throw notFound()
  await eraseOwnNote(c.var.house.db, viewer, id)
  return c.redirect(`${OWN_NOTES_PAGE}?did=erased`, 303)
}
