import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  Note,
  notFound,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { Excerpt } from './excerpt.tsx'
import { ago, placeOf } from './parts.tsx'
import { openReportOn } from './read-reports.ts'
import { readReportable, reportEntry } from './report-entry.ts'
import { NOTE_LENGTH, wishes } from './rules.ts'
import { mendWords as w } from './words.ts'

const QUOTED = 320

/** What was reported already and waits: said instead of a second form. */
function Again({ page, since, back }: { page: ReturnType<typeof pageContext>; since: Date; back: string }) {
  return (
    <div class="row">
      <div class="main">
        <p class="house">{page.t(w.again, { ago: ago(page, since) })}</p>
        <p class="bar">
          <a class="b go" href={back}>
            {page.t(w.backToThread)}
          </a>
          <a class="act plain" href="/reports">
            {page.t(w.toMine)}
          </a>
        </p>
      </div>
    </div>
  )
}

/** "Report a reply": what it is, what should happen, a line if one likes. */
export async function showReport(
  c: AppContext,
  postId: string,
  replyId: string | null,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const { post, entry } = await readReportable(c.var.house, viewer, postId, replyId)
  const since = await openReportOn(c.var.house, viewer, entry.id)
  const page = pageContext(c)
  const heading = page.t(replyId ? w.reportReply : w.reportPost)
  const name = entry.author?.name
  const back = placeOf(post.id, replyId)
  return show(
    c,
    <Layout page={page} title={heading} unlisted>
      <Head side={<a href={back}>{post.title}</a>}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <Excerpt
        side={name ? page.t(w.bySomeone, { name }) : page.t(w.byMember)}
        entry={entry}
        length={QUOTED}
      />
      {since && !errors ? (
        <Again page={page} since={since} back={back} />
      ) : (
        <form class="row" method="post" action="/report">
          <div class="main">
            <input type="hidden" name="post" value={post.id} />
            {replyId && <input type="hidden" name="reply" value={replyId} />}
            <Choices
              name="wish"
              legend={page.t(w.wishQuestion)}
              chosen={typed.wish ?? 'note'}
              errors={errors}
              choices={[
                { value: 'note', label: page.t(w.wishNote), hint: page.t(w.wishNoteHint) },
                { value: 'help-talk', label: page.t(w.wishTalk), hint: page.t(w.wishTalkHint) },
                { value: 'act', label: page.t(w.wishAct), hint: page.t(w.wishActHint) },
              ]}
            />
            <Field
              name="note"
              label={page.t(w.noteLabel)}
              hint={page.t(w.noteHint)}
              typed={typed}
              errors={errors}
              rows={3}
              maxlength={NOTE_LENGTH}
            />
            <FormEnd page={page} button={page.t(w.report)} back={back} />
          </div>
          <Note>
            <span class="block">{name ? page.t(w.anonymous, { name }) : page.t(w.anonymousUnnamed)}</span>
            {name && <span class="block">{page.t(w.orKeepAway, { name })}</span>}
          </Note>
        </form>
      )}
    </Layout>,
    status,
  )
}

const form = z.object({
  post: z.string(),
  reply: z.string().optional(),
  wish: z.enum(wishes).default('note'),
  note: z.string().default(''),
})

/** Takes a report; a refusal comes back with everything that was typed. */
export async function takeReport(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const { typed } = result
  if (!typed.post) throw notFound()
  const replyId = typed.reply || null
  if (!result.ok)
    return showReport(c, typed.post, replyId, typed, { wish: pageContext(c).t(w.wishMissing) }, 422)
  try {
    const { again } = await reportEntry(c.var.house, viewer, {
      postId: typed.post,
      replyId,
      wish: result.value.wish,
      note: result.value.note,
    })
    return c.redirect(
      again ? `/report?post=${typed.post}${replyId ? `&reply=${replyId}` : ''}` : '/reports?sent=1',
      303,
    )
  } catch (error) {
    const shown =
      error instanceof KindlingError && (error.code === 'note_too_long' || error.code === 'enough_reports')
    if (!shown) throw error
    return showReport(c, typed.post, replyId, typed, fieldErrors(error, c.var.t), error.status as 422)
  }
}
