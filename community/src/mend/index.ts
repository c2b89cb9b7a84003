import { hiddenWords, profileDistance } from '../bounds/index.ts'
import { entryMore, entryNotice } from '../conversation/index.ts'
import { type Feature, fill, type House, isMember, type PageContext } from '../foundation/index.ts'
import { mendApi } from './api.ts'
import { cameOf } from './came-of.ts'
import { caseApi } from './case-api.ts'
import { eraseOverJob } from './erase-over.ts'
import { mendMigrations } from './migrations.ts'
import { forgetOwnNotes } from './note-for-myself.ts'
import { mendNoticeKinds } from './notice-kinds.ts'
import { OWN_NOTES_PAGE } from './own-notes-page.tsx'
import { BothersLink, HeldLink, HiddenNote, HiddenWords, ReportLink } from './parts.tsx'
import { casePolicy, reportPolicy } from './policy.ts'
import { hiddenNotices, noticesOf } from './read-notices.ts'
import { mendRoutes } from './routes.ts'
import { reportStandsBetween } from './stands-between.ts'
import { mendWords as w } from './words.ts'

export { type AskingAgain, askAgain } from './ask-again.ts'
export { type Deciding, decideCase } from './decide-case.ts'
export { type ImportedReport, importReport } from './import-report.ts'
export { hideHeld, letThrough } from './look-at-held.ts'
export { type CaseFacts, casePolicy, reportPolicy } from './policy.ts'
export { type Reporting, reportEntry, reportWords, type Subject } from './report-words.ts'
export type { CaseState, DecisionKind, Wish } from './rules.ts'
export { mendWords } from './words.ts'

const nothing = async () => new Map<string, never>()
const forMembers = async (_: House, page: PageContext) => (isMember(page.viewer) ? nothing() : undefined)
const forStewards = async (_: House, page: PageContext) =>
  casePolicy.lookAtHeld(page.viewer) ? nothing() : undefined

export const mendFeature: Feature = {
  name: 'mend',
  migrations: mendMigrations,
  routes: mendRoutes,
  noticeKinds: mendNoticeKinds,
  jobs: [eraseOverJob],
  listeners: [forgetOwnNotes],
  cameOf,
  standsBetween: reportStandsBetween,
  api(api) {
    mendApi(api)
    caseApi(api)
  },
  slots: [
    fill(entryMore, { load: forMembers, render: (_, item, page) => ReportLink({ page, item }) }),
    fill(entryMore, { load: forMembers, render: (_, item, page) => BothersLink({ page, item }) }),
    ...profileDistance,
    fill(entryNotice, { load: forStewards, render: (_, item, page) => HeldLink({ page, item }) }),
    fill(entryNotice, {
      load: hiddenNotices,
      render: (notice, item, page) => HiddenNote({ page, item, notice }),
    }),
    fill(hiddenWords, {
      load: (house, page, items) =>
        noticesOf(
          house,
          page,
          items.map(({ id }) => id),
        ),
      render: (notice, _, page) => HiddenWords({ page, notice }),
    }),
  ],
  settings: [
    {
      order: 50,
      href: '/reports',
      label: w.mineTitle,
      about: w.mineAbout,
      shown: (viewer) => reportPolicy.readOwn(viewer, { reporterId: viewer.memberId }),
    },
    { order: 51, href: OWN_NOTES_PAGE, label: w.notesTitle, about: w.notesAbout, shown: reportPolicy.note },
  ],
  navigation: [
    {
      order: 5,
      item: (page) =>
        isMember(page.viewer) && casePolicy.today(page.viewer)
          ? { href: '/today', label: page.t(w.today) }
          : undefined,
    },
  ],
}
