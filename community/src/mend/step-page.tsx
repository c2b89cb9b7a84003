import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  plainWords,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { decideCase } from './decide-case.ts'
import { Excerpt } from './excerpt.tsx'
import { caseName } from './parts.tsx'
import { type CaseView, readCase } from './read-case.ts'
import { type DecisionKind, REASON_LENGTH } from './rules.ts'
import { isStep, type Start, steps } from './steps.ts'
import { mendWords as w } from './words.ts'

/** What cannot be changed is not asked to be. */
const startsOf = (found: CaseView, kind: DecisionKind): readonly Start[] =>
  (found.changes ? undefined : steps[kind].fixedStarts) ?? steps[kind].starts

function Starts({ page, found, kind }: { page: PageContext; found: CaseView; kind: DecisionKind }) {
  const starts = startsOf(found, kind)
  if (starts.length === 0) return null
  return (
    <p class="bar starts">
      <span class="hint">{page.t(w.startFrom)}</span>
      {starts.map((one) => (
        <a class="b small" href={`/reports/${found.id}/${kind}?start=${one.name}`}>
          {page.t(one.label)}
        </a>
      ))}
    </p>
  )
}

/** Who reads the second box: the reporter by name, or all of them. */
function answerLabel(page: PageContext, found: CaseView): string {
  if (found.reports.length > 1) return page.t(w.toReporters)
  return page.t(w.toReporter, { name: found.reports[0]?.by ?? page.t(w.aMember) })
}

function StepForm({
  page,
  found,
  kind,
  typed,
  errors,
}: {
  page: PageContext
  found: CaseView
  kind: DecisionKind
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const step = steps[kind]
  return (
    <form class="row" method="post" action={`/reports/${found.id}/${kind}`}>
      <div class="main">
        <p class="lead">{page.t(kind === 'hide' && found.says ? found.says.hides : step.lead)}</p>
        <input type="hidden" name="seen" value={typed.seen ?? String(found.version)} />
        <Starts page={page} found={found} kind={kind} />
        {step.reason && (
          <Field
            name="reason"
            label={page.t(step.reason.label)}
            hint={step.reason.hint && page.t(step.reason.hint)}
            typed={typed}
            errors={errors}
            rows={5}
            maxlength={REASON_LENGTH}
            required
          />
        )}
        {step.answer !== undefined && found.reports.length > 0 && (
          <Field
            name="toReporter"
            label={answerLabel(page, found)}
            hint={kind === 'answer' ? undefined : page.t(w.toReporterHint)}
            typed={typed}
            errors={errors}
            value={step.answer ? page.t(step.answer) : ''}
            rows={4}
            maxlength={REASON_LENGTH}
            required={kind === 'answer'}
          />
        )}
        <FormEnd
          page={page}
          button={page.t(step.confirm)}
          back={`/reports/${found.id}`}
          stay={page.t(w.backToCase)}
        />
      </div>
    </form>
  )
}

/** What one wrote when a colleague was quicker, so that it is not lost. */
function Kept({ page, found, typed }: { page: PageContext; found: CaseView; typed: Typed }) {
  const kept = [typed.reason, typed.toReporter].filter(Boolean)
  return (
    <div class="row">
      <div class="main">
        {kept.map((text) => (
          <textarea
            class="kept"
            readonly
            rows={4}
            aria-label={page.t(w.whatYouWrote)}
          >{`\n${text}`}</textarea>
        ))}
        <p class="bar">
          <a class="b go" href={`/reports/${found.id}`}>
            {page.t(w.backToCase)}
          </a>
        </p>
      </div>
    </div>
  )
}

/** One step of a case before it is done: whose words go to whom. */
export async function showStep(
  c: AppContext,
  id: string,
  kind: string,
  typed?: Typed,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const found = await readCase(c.var.house, viewer, id)
  if (!isStep(kind) || (!typed && !found.steps.includes(kind))) throw notFound()
  const page = pageContext(c)
  const step = steps[kind]
  const start = startsOf(found, kind).find((one) => one.name === c.req.query('start'))
  const reported = found.lines.find((one) => one.id === found.entryId)
  return show(
    c,
    <Layout page={page} title={page.t(step.title)} unlisted>
      <Head side={<a href={`/reports/${found.id}`}>{caseName(page, found)}</a>}>{page.t(step.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      {reported && !reported.deleted && (
        <Excerpt
          side={reported.author?.name ?? page.t(w.aMember)}
          entry={{ words: plainWords(reported.html), language: reported.language }}
          length={400}
        />
      )}
      {status === 409 ? (
        <Kept page={page} found={found} typed={typed ?? {}} />
      ) : (
        <StepForm
          page={page}
          found={found}
          kind={kind}
          typed={typed ?? (start ? { reason: page.t(start.text) } : {})}
          errors={errors}
        />
      )}
    </Layout>,
    status,
  )
}

const form = z.object({
  seen: z.coerce.number().int().catch(-1),
  reason: z.string().default(''),
  toReporter: z.string().default(''),
})

/** Does the step; a refusal comes back with what was typed, also where a colleague was quicker. */
export async function takeStep(c: AppContext, id: string, kind: string): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!isStep(kind) || !result.ok) throw notFound()
  const { seen, reason, toReporter } = result.value
  try {
    await decideCase(c.var.house, viewer, { caseId: id, seen, what: kind, reason, toReporter })
  } catch (error) {
    if (!(error instanceof KindlingError) || (error.status !== 422 && error.status !== 409)) throw error
    return showStep(c, id, kind, result.typed, fieldErrors(error, c.var.t), error.status)
  }
  return c.redirect(`/reports/${id}?done=1`, 303)
}
