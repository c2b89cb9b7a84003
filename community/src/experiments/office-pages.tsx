import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  type House,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  permitted,
  readTyped,
  show,
} from '../foundation/index.ts'
import { OfficeLink } from '../members/index.ts'
import { activeWriters, type ExperimentKind, experimentKinds } from './kinds.ts'
import { type Known, ResultOf, stateIn, timesSaid } from './parts.tsx'
import { experimentPolicy } from './policy.ts'
import { knownExperiments } from './read-experiments.ts'
import { ACTIVE_AT_LEAST, LASTS_WEEKS, type Prospect, prospectOf } from './rules.ts'
import { startExperiment, stopExperiment } from './start-experiment.ts'
import { experimentWords as w } from './words.ts'

export const OFFICE_PAGE = '/admin/experiments'

/** What a kind could tell here, by how long it would run. */
export const prospectsOf = (house: House, communityId: string, kind: ExperimentKind, active: number) =>
  Promise.all(
    LASTS_WEEKS.map(async (weeks) => prospectOf(weeks, active, await kind.reach(house, communityId, weeks))),
  )

function prospectSaid({ t }: PageContext, { reach, smallest, whyNot }: Prospect): string {
  if (reach === 0) return t(w.prospectNobody)
  return t(whyNot ? w.prospectSmall : w.prospect, { reach, points: Math.round(smallest * 100) })
}

/** How long it would run, and what that would tell. Where no length would tell anything, that is said instead. */
function StartForm({
  page,
  kind,
  prospects,
  errors,
}: {
  page: PageContext
  kind: ExperimentKind
  prospects: readonly Prospect[]
  errors: FieldErrors | undefined
}) {
  const { t } = page
  const first = prospects.find(({ whyNot }) => !whyNot)
  if (!first) return <p class="house">{prospectSaid(page, prospects.at(-1)!)}</p>
  return (
    <form method="post" action={`${OFFICE_PAGE}/${kind.name}/start`}>
      <Choices
        name="weeks"
        legend={t(w.howLong)}
        chosen={String(first.weeks)}
        {...(errors ? { errors } : {})}
        choices={prospects.map((prospect) => ({
          value: String(prospect.weeks),
          label: t(w.weeks, { count: prospect.weeks }),
          hint: prospectSaid(page, prospect),
        }))}
      />
      <p class="bar">
        <button class="b go" type="submit">
          {t(w.start)}
        </button>
      </p>
    </form>
  )
}

function StopForm({ page, known }: { page: PageContext; known: Known }) {
  const { t } = page
  return (
    <form method="post" action={`${OFFICE_PAGE}/${known.experiment.id}/stop`}>
      <p class="hint">{t(w.stopHint)}</p>
      <p class="bar">
        <button class="b" type="submit">
          {t(w.stop)}
        </button>
      </p>
    </form>
  )
}

interface Shown {
  page: PageContext
  kind: ExperimentKind
  runs: Known | undefined
  before: readonly Known[]
  prospects: readonly Prospect[] | undefined
  errors: FieldErrors | undefined
}

function KindRow({ page, kind, runs, prospects, errors }: Shown) {
  const { t } = page
  return (
    <section class="row">
      <div class="main">
        <h2 class="say">{t(kind.label)}</h2>
        <p>{t(kind.about)}</p>
        <p>{t(kind.counted)}</p>
        {runs && <p class="house">{timesSaid(page, runs)}</p>}
        {runs && <StopForm page={page} known={runs} />}
        {!runs && prospects && <StartForm page={page} kind={kind} prospects={prospects} errors={errors} />}
      </div>
    </section>
  )
}

function BeforeRow({ page, known }: { page: PageContext; known: Known }) {
  return (
    <section class="row">
      <div class="main">
        <h3 class="title">{timesSaid(page, known)}</h3>
        <ResultOf page={page} known={known} />
      </div>
    </section>
  )
}

/** GET /admin/experiments: whether the community is large enough, what can be tried, what runs, what came of it. */
export async function showOffice(
  c: AppContext,
  failed?: { kind: string; errors: FieldErrors },
): Promise<Response> {
  const { communityId } = permitted(c, experimentPolicy.run)
  const { house } = c.var
  const page = pageContext(c)
  const { t } = page
  const [active, all] = await Promise.all([
    activeWriters(house, communityId),
    knownExperiments(house, communityId),
  ])
  const enough = active >= ACTIVE_AT_LEAST
  const rows = await Promise.all(
    experimentKinds(house).map(async (kind) => {
      const own = all.filter((known) => known.kind === kind)
      const runs = own.find((known) => ['running', 'settling'].includes(stateIn(page, known)))
      const prospects = enough && !runs ? await prospectsOf(house, communityId, kind, active) : undefined
      const errors = failed?.kind === kind.name ? failed.errors : undefined
      return { page, kind, runs, before: own.filter((known) => known !== runs), prospects, errors }
    }),
  )
  const did = { started: w.started, stopped: w.wasStopped }[c.req.query('did') ?? '']
  return show(
    c,
    <Layout page={page} title={t(w.settingsTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.settingsTitle)}</Head>
      <ErrorSummary page={page} errors={failed?.errors} />
      <div class="row bare">
        <div class="main">
          {did && !failed && (
            <p class="house" role="status">
              {t(did)}
            </p>
          )}
          <p class="lead">{t(w.officeLead)}</p>
          <p>{t(enough ? w.activeEnough : w.active, { count: active, least: ACTIVE_AT_LEAST })}</p>
        </div>
      </div>
      {rows.map((row) => (
        <>
          <KindRow {...row} />
          {row.before.map((known) => (
            <BeforeRow page={page} known={known} />
          ))}
        </>
      ))}
    </Layout>,
    failed ? 422 : 200,
  )
}

/** POST /admin/experiments/:kind/start */
export async function takeStart(c: AppContext): Promise<Response> {
  const viewer = permitted(c, experimentPolicy.run)
  const { typed } = await readTyped(c)
  const kind = c.req.param('kind') ?? ''
  try {
    await startExperiment(c.var.house, viewer, kind, Number(typed.weeks))
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showOffice(c, { kind, errors: fieldErrors(error, c.var.t) })
  }
  return c.redirect(`${OFFICE_PAGE}?did=started`, 303)
}

/** POST /admin/experiments/:id/stop */
export async function takeStop(c: AppContext): Promise<Response> {
  const viewer = permitted(c, experimentPolicy.run)
  await stopExperiment(c.var.house, viewer, c.req.param('id') ?? '')
  return c.redirect(`${OFFICE_PAGE}?did=stopped`, 303)
}
