import { raw } from '#jsx/jsx-runtime'
import {
  type AppContext,
  Head,
  Layout,
  Note,
  type PageContext,
  type Phrase,
  pageContext,
  renderMarkdown,
  requireMember,
  show,
} from '../foundation/index.ts'
import { caseName, wishWord } from './parts.tsx'
import { type CaseView, readCase } from './read-case.ts'
import type { SaidLine } from './read-lines.ts'
import type { DecisionKind } from './rules.ts'
import { mendWords as w } from './words.ts'

const stepWord: Record<DecisionKind, Phrase> = {
  hide: w.stepHide,
  fine: w.stepFine,
  note: w.stepNote,
  restore: w.stepRestore,
  keep: w.stepKeep,
  answer: w.stepAnswer,
}

const didWord: Record<DecisionKind, Phrase> = {
  hide: w.didHide,
  restore: w.didRestore,
  fine: w.didFine,
  keep: w.didKeep,
  note: w.didNote,
  answer: w.didAnswer,
}

function Said({ page, one, found }: { page: PageContext; one: SaidLine; found: CaseView }) {
  const reported = one.id === found.entryId
  const changed =
    reported && found.said && (one.deleted || (one.editedAt !== null && one.editedAt > found.openedAt))
  return (
    <article class="row reply" aria-label={reported ? page.t(w.reportedWords) : undefined}>
      <p class="side">
        <b>{one.author?.name ?? page.t(w.aMember)}</b>
        <br />
        {page.time.moment(one.createdAt)}
      </p>
      <div class={reported ? 'main reported' : 'main'}>
        {one.deleted ? (
          <p class="dim">{page.t(w.takenBack)}</p>
        ) : (
          <div class="words" lang={one.language} dir="auto">
            {raw(one.html)}
          </div>
        )}
        {one.gone && <p class="dim">{page.t(w.takenBack)}</p>}
        {one.hidden && !one.deleted && <p class="dim">{page.t(w.hiddenNow)}</p>}
        {changed && (
          <div class="tight">
            <p class="hint">{page.t(w.asItWas)}</p>
            <blockquote lang={one.language} dir="auto">
              {raw(renderMarkdown(found.said))}
            </blockquote>
          </div>
        )}
      </div>
    </article>
  )
}

function Wishes({ page, found }: { page: PageContext; found: CaseView }) {
  return (
    <>
      {found.reports.map((report) => (
        <section class="row acted">
          <p class="side">{page.time.moment(report.createdAt)}</p>
          <div class="main tight">
            <p class="lead">
              {page.t(w.whatWished, {
                name: report.by ?? page.t(w.aMember),
                wish: page.t(wishWord[report.wish]),
              })}
            </p>
            {report.note && <blockquote>{report.note}</blockquote>}
          </div>
        </section>
      ))}
    </>
  )
}

function AuthorWords({ page, found }: { page: PageContext; found: CaseView }) {
  return (
    <>
      {found.authorWords.map((said) => (
        <section class="row acted">
          <p class="side">{page.time.moment(said.at)}</p>
          <div class="main tight">
            <p class="lead">{page.t(said.kind === 'wrong' ? w.authorWrong : w.authorChanged)}</p>
            {said.words && <blockquote>{said.words}</blockquote>}
          </div>
        </section>
      ))}
    </>
  )
}

function Trail({ page, found }: { page: PageContext; found: CaseView }) {
  return (
    <section class="row">
      <h2 class="side lab">{page.t(w.sofar)}</h2>
      <div class="main">
        {found.trail.length === 0 && <p>{page.t(w.nobodyDecided)}</p>}
        {found.trail.map((one) => (
          <div class="tight">
            <p class="hint">{page.time.moment(one.at)}</p>
            <p>
              {page.t(didWord[one.what], {
                name: one.byMe ? page.t(w.youDid) : (one.by ?? page.t(w.aColleague)),
              })}
            </p>
            {one.reason && (
              <blockquote class={one.what === 'note' ? undefined : 'house'}>{one.reason}</blockquote>
            )}
            {one.toReporter && (
              <>
                <p class="hint">{page.t(w.reporterReads)}</p>
                <blockquote class="house">{one.toReporter}</blockquote>
              </>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

function Steps({ page, found }: { page: PageContext; found: CaseView }) {
  const lone = found.others === 0
  const keptForOthers = found.asked && found.steps.length > 0 && !found.steps.includes('keep')
  return (
    <section class="row acted" id="next">
      <h2 class="side lab">{page.t(w.whatNext)}</h2>
      <div class="main">
        {!found.mayDecide && <p class="house">{page.t(lone ? w.ownReportAlone : w.ownReport)}</p>}
        {found.mayDecide && found.steps.length === 0 && <p>{page.t(w.decided)}</p>}
        {keptForOthers && <p class="house">{page.t(w.keepByOther)}</p>}
        {found.steps.length > 0 && (
          <p class="bar">
            {found.steps.map((step) => (
              <a class="b" href={`/reports/${found.id}/${step}`}>
                {page.t(stepWord[step])}
              </a>
            ))}
          </p>
        )}
      </div>
    </section>
  )
}

/** What the copies are of which a case is made, and that they are gone once it is over. */
function aboutCopies({ lines, href }: CaseView): Phrase {
  if (lines.length === 0) return w.linesErased
  return href ? w.asReported : w.onlyThis
}

/** The case: what was said, what is wished, what was decided, what can be done next. */
export async function showCase(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  const found = await readCase(c.var.house, viewer, id)
  const page = pageContext(c)
  const heading = caseName(page, found)
  return show(
    c,
    <Layout page={page} title={heading} unlisted>
      <Head side={<a href="/today">{page.t(w.today)}</a>}>{heading}</Head>
      {c.req.query('done') && (
        <div class="row bare">
          <p class="main house" role="status">
            {page.t(w.done)}
          </p>
        </div>
      )}
      <div class="row bare">
        <div class="main tight">
          <h2>{page.t(w.whatWasSaid)}</h2>
          {found.title && <p>{found.title}</p>}
          {found.says && <p>{page.t(aboutCopies(found))}</p>}
        </div>
        {found.href && (
          <Note>
            <a href={found.href}>{page.t(found.says ? w.whereItStands : w.wholeThread)}</a>
          </Note>
        )}
      </div>
      {found.lines.map((one) => (
        <Said page={page} one={one} found={found} />
      ))}
      <Wishes page={page} found={found} />
      <AuthorWords page={page} found={found} />
      <Trail page={page} found={found} />
      <Steps page={page} found={found} />
    </Layout>,
  )
}
