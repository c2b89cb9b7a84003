import type { Child } from 'hono/jsx'
import {
  type AppContext,
  Head,
  isMember,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readTyped,
  requireMember,
  show,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { leaveExperiments } from './leave.ts'
import { type Known, LeaveSwitch, ResultOf, stateIn, timesSaid } from './parts.tsx'
import { knownExperiments } from './read-experiments.ts'
import { hasLeft } from './store.ts'
import { experimentWords as w } from './words.ts'

export const EXPERIMENTS_PAGE = '/guidelines/experiments'
export const OWN_PAGE = '/settings/experiments'

function ExperimentRow({ page, known }: { page: PageContext; known: Known }) {
  const { t } = page
  const { kind } = known
  const over = ['done', 'stopped'].includes(stateIn(page, known))
  return (
    <section class="row">
      <div class="main">
        {over ? <h3 class="title">{t(kind.label)}</h3> : <h2 class="title">{t(kind.label)}</h2>}
        <p>{timesSaid(page, known)}</p>
        {!over && <p>{t(kind.about)}</p>}
        {!over && <p>{t(kind.counted)}</p>}
        <ResultOf page={page} known={known} />
      </div>
    </section>
  )
}

const isOver = (page: PageContext) => (known: Known) => ['done', 'stopped'].includes(stateIn(page, known))

/** GET /guidelines/experiments: everything that runs, what came of what ran, and the switch to leave all of it. */
export async function showExperiments(c: AppContext): Promise<Response> {
  const { house, viewer } = c.var
  const page = pageContext(c)
  const { t } = page
  const [all, left] = await Promise.all([
    knownExperiments(house, viewer.communityId),
    isMember(viewer) ? hasLeft(house.db, viewer) : false,
  ])
  const over = all.filter(isOver(page))
  const running = all.filter((known) => !over.includes(known))
  return show(
    c,
    <Layout page={page} title={t(w.title)}>
      <Head side={<a href="/guidelines">{t(w.howWeTalk)}</a>}>{t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(w.lead)}</p>
          {running.length === 0 && <p class="say">{t(w.none)}</p>}
        </div>
      </div>
      {running.map((known) => (
        <ExperimentRow page={page} known={known} />
      ))}
      <section class="row" id="leave">
        <div class="main">
          <h2 class="say">{t(w.yours)}</h2>
          <LeaveSwitch page={page} left={left} at={EXPERIMENTS_PAGE} />
        </div>
        <Note>{t(w.kept)}</Note>
      </section>
      <section class="row">
        <div class="main">
          <h2 class="say">{t(w.neverTitle)}</h2>
          <p>{t(w.never)}</p>
        </div>
      </section>
      {over.length > 0 && (
        <div class="row">
          <h2 class="main say">{t(w.triedBefore)}</h2>
        </div>
      )}
      {over.map((known) => (
        <ExperimentRow page={page} known={known} />
      ))}
    </Layout>,
  )
}

/** GET /settings/experiments: the same switch among the settings. */
export async function showOwnPart(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const { t } = page
  const left = await hasLeft(c.var.house.db, viewer)
  return show(
    c,
    <Layout page={page} title={t(w.settingsTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{t(w.settingsTitle)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(w.lead)}</p>
          <LeaveSwitch page={page} left={left} at={OWN_PAGE} />
          <p>
            <a href={EXPERIMENTS_PAGE}>{t(w.readAll)}</a>
          </p>
        </div>
        <Note>{t(w.never)}</Note>
      </div>
    </Layout>,
  )
}

/** POST /settings/experiments: leaves all of them, or comes back; leads to where the switch stood. */
export async function takeLeave(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { typed } = await readTyped(c)
  await leaveExperiments(c.var.house, viewer, typed.left !== 'no')
  return c.redirect(typed.at === EXPERIMENTS_PAGE ? `${EXPERIMENTS_PAGE}#leave` : OWN_PAGE, 303)
}

/** What the guidelines say of it; nothing where nothing was ever tried. */
export async function experimentsNote(page: PageContext): Promise<Child> {
  const all = await knownExperiments(page.house, page.viewer.communityId)
  return (
    all.length > 0 && page.t.rich(w.inGuidelines, { link: (text) => <a href={EXPERIMENTS_PAGE}>{text}</a> })
  )
}
