import { z } from 'zod'
import { type BesideLine, type FoundWords, reportableOf } from '../bounds/index.ts'
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
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { Excerpt } from './excerpt.tsx'
import { ago, WhereFrom } from './parts.tsx'
import { openReportOn } from './read-reports.ts'
import { readReportable, reportWords } from './report-words.ts'
import { NOTE_LENGTH, wishes } from './rules.ts'
import { reportHref, type SubjectAddress, subjectFrom } from './subject-address.ts'
import { mendWords as w } from './words.ts'

const QUOTED = 320

/** What was reported already and waits: said instead of a second form. */
function Again({ page, since, back }: { page: PageContext; since: Date; back: string }) {
  return (
    <div class="row">
      <div class="main">
        <p class="house">{page.t(w.again, { ago: ago(page, since) })}</p>
        <p class="bar">
          <a class="b go" href={back}>
            {page.t(w.backToIt)}
          </a>
          <a class="act plain" href="/reports">
            {page.t(w.toMine)}
          </a>
        </p>
      </div>
    </div>
  )
}

/** What was said before, each to be ticked: nothing goes along by itself. */
function Beside({
  page,
  lines,
  ticked,
}: {
  page: PageContext
  lines: readonly BesideLine[]
  ticked: readonly string[]
}) {
  if (lines.length === 0) return null
  return (
    <fieldset id="f-beside">
      <legend>{page.t(w.besideQuestion)}</legend>
      <p class="hint">{page.t(w.besideHint)}</p>
      {lines.map(({ id, by, words, language, saidAt }) => (
        <label class="pick">
          <input type="checkbox" name="beside" value={id} checked={ticked.includes(id)} />
          <span>
            <span class="hint block">
              {page.t(w.besideLine, { name: by, time: page.time.moment(saidAt) })}
            </span>
            <span class="keep-lines" lang={language} dir="auto">
              {words}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function ReportForm({
  page,
  about,
  found,
  typed,
  errors,
}: {
  page: PageContext
  about: SubjectAddress
  found: FoundWords
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const name = found.by?.name
  const says = reportableOf(page.house, about.kind)?.says
  return (
    <form class="row" method="post" action="/report">
      <div class="main">
        {Object.entries(about.fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
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
        <Beside page={page} lines={found.beside} ticked={(typed.beside ?? '').split(',')} />
        <Field
          name="note"
          label={page.t(w.noteLabel)}
          hint={page.t(w.noteHint)}
          typed={typed}
          errors={errors}
          rows={3}
          maxlength={NOTE_LENGTH}
        />
        {says && <p class="house">{page.t(says.shows)}</p>}
        {found.caution && <p class="house">{page.t(found.caution)}</p>}
        <FormEnd page={page} button={page.t(w.report)} back={found.back} />
      </div>
      <Note>
        <span class="block">
          {name
            ? page.t(found.betweenTwo ? w.anonymousBetween : w.anonymous, { name })
            : page.t(w.anonymousUnnamed)}
        </span>
        {name && <span class="block">{page.t(w.orKeepAway, { name })}</span>}
      </Note>
    </form>
  )
}

/** "Report a reply": what it is, what should happen, a line if one likes. */
export async function showReport(
  c: AppContext,
  about: SubjectAddress,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const found = await readReportable(house, viewer, about)
  const since = await openReportOn(house, viewer, about.id)
  const page = pageContext(c)
  const says = reportableOf(house, about.kind)?.says
  const heading = page.t(says ? says.report : about.fields.reply ? w.reportReply : w.reportPost)
  const name = found.by?.name
  return show(
    c,
    <Layout page={page} title={heading} unlisted>
      <Head side={<WhereFrom page={page} found={found} />}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <Excerpt
        side={name ? page.t(w.bySomeone, { name }) : page.t(w.byMember)}
        entry={found}
        length={QUOTED}
      />
      {since && !errors ? (
        <Again page={page} since={since} back={found.back} />
      ) : (
        <ReportForm page={page} about={about} found={found} typed={typed} errors={errors} />
      )}
    </Layout>,
    status,
  )
}

const form = z.object({
  wish: z.enum(wishes).default('note'),
  note: z.string().default(''),
  beside: z.string().default(''),
})

/** Takes a report; a refusal comes back with everything that was typed. */
export async function takeReport(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const { typed } = result
  const about = subjectFrom(typed)
  if (!result.ok) return showReport(c, about, typed, { wish: pageContext(c).t(w.wishMissing) }, 422)
  const { wish, note, beside } = result.value
  const { kind, id } = about
  try {
    const given = { kind, id, wish, note, beside: beside.split(',') }
    const { again } = await reportWords(c.var.house, viewer, given)
    return c.redirect(again ? reportHref(about) : '/reports?sent=1', 303)
  } catch (error) {
    const shown =
      error instanceof KindlingError && (error.code === 'note_too_long' || error.code === 'enough_reports')
    if (!shown) throw error
    return showReport(c, about, typed, fieldErrors(error, c.var.t), error.status as 422)
  }
}
