import type { App, Feature, Job, Listener } from '../foundation/index.ts'
import { attentionApi } from './api.ts'
import { forgetSubjects } from './beside-store.ts'
import { attentionMigrations } from './migrations.ts'
import { showAttention, takeAttention } from './settings-page.tsx'
import { LOOKS_BACK, pruneUses } from './store.ts'
import './tables.ts'
import { attentionWords as w } from './words.ts'

export { askAttention, attentionOf, ended, membersSpokenTo, spoke } from './ask.ts'
export { type Beside, endedBeside, heededBeside, standBeside } from './beside.ts'
export { stayAway } from './choose.ts'
export type { AttentionKind } from './kinds.ts'
export { type Outcome, speaksOfGrave } from './rules.ts'

function routes(app: App): void {
  app.get('/settings/attention', (c) => showAttention(c))
  app.post('/settings/attention', (c) => takeAttention(c))
}

const pruneJob: Job = {
  name: 'prune-attention',
  schedule: '53 3 * * *',
  async run(house) {
    const before = new Date(house.clock.now().getTime() - LOOKS_BACK * 86_400_000)
    for (const { id } of await house.communities.all()) await pruneUses(house.db, id, before)
  },
}

const forgetListener: Listener = {
  name: 'attention-forget',
  kinds: ['member-left'],
  async hear({ db }, { communityId, memberId }) {
    if (memberId) await forgetSubjects(db, communityId, memberId)
  },
}

export const attentionFeature: Feature = {
  name: 'attention',
  migrations: attentionMigrations,
  routes,
  api: attentionApi,
  settings: [{ order: 32, href: '/settings/attention', label: w.title, about: w.about }],
  jobs: [pruneJob],
  listeners: [forgetListener],
}
