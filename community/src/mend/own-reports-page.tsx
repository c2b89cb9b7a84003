import { reportableOf } from '../bounds/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { placeOf, wishWord } from './parts.tsx'
import { latestReport, type OwnReport, readOwnReports } from './read-reports.ts'
import type { CaseState } from './rules.ts'
import { mendWords as w } from './words.ts'

const came: Record<CaseState, Phrase> = {
  open: w.withStewards,
  hidden: w.cameHidden,
  fine: w.cameFine,
  restored: w.cameRestored,
}

function WhatIReported({ page, report }: { page: PageContext; report: OwnReport }) {
  const { thread, by } = report
  const says = reportableOf(page.house, report.kind)?.says
  const what = page.t(says ? says.one : report.isReply ? w.aReply : w.aPost)
  if (thread)
    return page.t.rich(
      w.mineIn,
      { link: (title) => <a href={placeOf(thread.postId, thread.replyId)}>{title}</a> },
      { what, title: thread.title },
    )
  if (says) return by ? page.t(w.oneBy, { what, name: by }) : what
  return page.t(w.mineGone, { what })
}

function ReportRow({ page, report }: { page: PageContext; report: OwnReport }) {
  return (
    <article class="row">
      <p class="side">{page.time.moment(report.createdAt)}</p>
      <div class="main tight">
        <h2 class="say">
          <WhatIReported page={page} report={report} />
        </h2>
        <p class="hint">{page.t(w.youWished, { wish: page.t(wishWord[report.wish]) })}</p>
        {report.note && <blockquote>{report.note}</blockquote>}
        <p class="house">
          {page.t(came[report.state])} {report.state !== 'open' && !report.answered && page.t(w.willWrite)}
        </p>
        {report.answers.map((answer) => (
          <div class="tight">
            <p class="hint">
              {page.time.moment(answer.at)}
              <br />
              {page.t(w.stewardsWrote)}
            </p>
            <blockquote class="house">{answer.words}</blockquote>
          </div>
        ))}
      </div>
    </article>
  )
}

/** Why the report just sent will take longer than others, where that is so. */
function sentPhrase(latest: { wish: string; alone: boolean } | undefined): Phrase {
  if (latest?.alone) return w.sentAlone
  return latest?.wish === 'act' ? w.sentAct : w.sent
}

/** What I reported, and what came of it. */
export async function showOwnReports(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const [reports, latest] = await Promise.all([
    readOwnReports(c.var.house, viewer),
    c.req.query('sent') ? latestReport(c.var.house, viewer) : undefined,
  ])
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.mineTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.mineTitle)}</Head>
      <div class="row bare">
        <div class="main">
          {latest && (
            <p class="house" role="status">
              {page.t(sentPhrase(latest))}
            </p>
          )}
          <p class="lead">{page.t(reports.length > 0 ? w.mineLead : w.mineNone)}</p>
        </div>
      </div>
      {reports.map((report) => (
        <ReportRow page={page} report={report} />
      ))}
    </Layout>,
  )
}
