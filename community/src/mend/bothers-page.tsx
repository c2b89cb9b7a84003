import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { BlockLink, type BoundsTarget, type FoundWords, MuteAction } from '../bounds/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { messagePolicy } from '../messages/index.ts'
import { ENTRY } from './entry-store.ts'
import { kindOf } from './kinds.ts'
import { noteForMyself } from './note-for-myself.ts'
import { OWN_NOTES_PAGE } from './own-notes-page.tsx'
import { WhereFrom } from './parts.tsx'
import { NOTE_LENGTH } from './rules.ts'
import { reportHref, type SubjectAddress, subjectFrom } from './subject-address.ts'
import { mendWords as w } from './words.ts'

function Way({
  page,
  what,
  name,
  children,
}: {
  page: PageContext
  what: Phrase
  name: string
  children: Child
}) {
  return (
    <div class="row">
      <div class="main">
        <p>{page.t(what, { name })}</p>
        <p class="acts">{children}</p>
      </div>
    </div>
  )
}

/** A message to who wrote it, which both could read the words beside. */
const askHref = ({ kind, id }: SubjectAddress, { handle }: BoundsTarget) =>
  `/messages/new?${new URLSearchParams({ to: handle, ...(kind === ENTRY ? { beside: id } : {}) })}`

function Ways({
  page,
  about,
  found,
  target,
}: {
  page: PageContext
  about: SubjectAddress
  found: FoundWords
  target: BoundsTarget
}) {
  const { name } = target
  // Of messages the conversation itself is the place to ask.
  const asks = found.asks !== false && messagePolicy.use(page.viewer)
  return (
    <>
      {asks && (
        <Way page={page} what={w.bothersAsk} name={name}>
          <a class="act plain" href={askHref(about, target)}>
            {page.t(w.bothersAskAct, { name })}
          </a>
        </Way>
      )}
      {found.ways.map((way) => (
        <Way page={page} what={way.about} name={name}>
          {way.press ? (
            <form class="inline" method="post" action={way.href}>
              <button class="act plain" type="submit">
                {page.t(way.act, { name })}
              </button>
            </form>
          ) : (
            <a class="act plain" href={way.href}>
              {page.t(way.act, { name })}
            </a>
          )}
        </Way>
      ))}
      <Way page={page} what={target.muted ? w.bothersMuted : w.bothersMute} name={name}>
        <MuteAction page={page} target={target} />
      </Way>
      <Way page={page} what={w.bothersBlock} name={name}>
        <BlockLink page={page} target={target} />
      </Way>
      {!found.hidden && (
        <Way page={page} what={w.bothersReport} name={name}>
          <a class="act plain" href={reportHref(about)}>
            {page.t(w.report)}
          </a>
        </Way>
      )}
    </>
  )
}

function NoteForm({
  page,
  about,
  typed,
  errors,
}: {
  page: PageContext
  about: SubjectAddress
  typed: Typed
  errors: FieldErrors | undefined
}) {
  return (
    <form class="row" method="post" action="/bothers">
      <div class="main">
        <p>{page.t(w.bothersNote)}</p>
        {Object.entries(about.fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <Field
          name="note"
          label={page.t(w.bothersNoteLabel)}
          hint={page.t(w.noteHint)}
          typed={typed}
          errors={errors}
          rows={2}
          maxlength={NOTE_LENGTH}
        />
        <p class="bar">
          <button class="b" type="submit">
            {page.t(w.bothersNoteAct)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** "This bothers me": everything one can do about somebody's words, with what each does. Only its reader sees it. */
export async function showBothers(
  c: AppContext,
  about: SubjectAddress,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const found = await kindOf(c.var.house, about.kind)?.find(c.var.house, viewer, about.id)
  const page = pageContext(c)
  const target = found?.by
  if (!target || found.mine || viewer.waiting) throw notFound()
  return show(
    c,
    <Layout page={page} title={page.t(w.bothers)} unlisted>
      <Head side={<WhereFrom page={page} found={found} />}>{page.t(w.bothers)}</Head>
      <div class="row bare">
        <p class="side">{page.t(w.bySomeone, { name: target.name })}</p>
        <p class="main lead">{page.t(w.bothersLead, { name: target.name })}</p>
      </div>
      <ErrorSummary page={page} errors={errors} />
      <Ways page={page} about={about} found={found} target={target} />
      <NoteForm page={page} about={about} typed={typed} errors={errors} />
      <div class="row bare">
        <p class="main bar">
          <a class="b" href={target.back}>
            {page.t(w.backToIt)}
          </a>
        </p>
      </div>
    </Layout>,
    status,
  )
}

const form = z.object({ note: z.string().default('') })

/** Takes a note for oneself; a refusal comes back with what was typed. */
export async function takeNote(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const { typed } = result
  const { kind, id, fields } = subjectFrom(typed)
  try {
    await noteForMyself(c.var.house, viewer, { kind, id, note: typed.note ?? '' })
  } catch (error) {
    if (!(error instanceof KindlingError) || (error.status !== 409 && error.status !== 422)) throw error
    return showBothers(c, { kind, id, fields }, typed, fieldErrors(error, c.var.t), error.status)
  }
  return c.redirect(`${OWN_NOTES_PAGE}?did=noted`, 303)
}
