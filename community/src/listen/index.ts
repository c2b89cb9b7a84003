import { hiddenWords } from '../bounds/index.ts'
import { entryHeard, entryMore } from '../conversation/index.ts'
import { type App, type Feature, type Filled, fill, isMember } from '../foundation/index.ts'
import { listenAboveAnswer } from './above-answer.tsx'
import { listenApi } from './api.ts'
import { forgetWithIt } from './forget.ts'
import { listenNotices } from './hear/notice-kinds.ts'
import {
  showCorrect,
  showHear,
  takeCorrect,
  takeHear,
  takeNotNow,
  takeTakeAway,
  takeYes,
} from './hear/pages.tsx'
import { Hearings, HearLink } from './hear/parts.tsx'
import { type HearingView, hearingsUnder } from './hear/read-hearings.ts'
import { reportableHearing } from './hear/reportable.ts'
import { listenKind } from './kind.ts'
import { listenMigrations } from './migrations.ts'
import { showMatters, showSide, takeMatters, takeMattersAway } from './side/pages.tsx'
import { MattersLink, SideLink } from './side/parts.tsx'

export { sayHearing } from './hear/say-hearing.ts'

function routes(app: App): void {
  app.get('/listen/hear', (c) => showHear(c, c.req.query('entry') ?? ''))
  app.post('/listen/hear', (c) => takeHear(c))
  app.post('/listen/threads/:id/not-now', (c) => takeNotNow(c, c.req.param('id')))
  app.get('/listen/hearings/:id/correct', (c) => showCorrect(c, c.req.param('id')))
  app.post('/listen/hearings/:id/correct', (c) => takeCorrect(c, c.req.param('id')))
  app.post('/listen/hearings/:id/yes', (c) => takeYes(c, c.req.param('id')))
  app.post('/listen/hearings/:id/take-away', (c) => takeTakeAway(c, c.req.param('id')))
  app.get('/listen/side', (c) => showSide(c, c.req.query('entry') ?? ''))
  app.get('/listen/matters', (c) => showMatters(c, c.req.query('post') ?? ''))
  app.post('/listen/matters', (c) => takeMatters(c))
  app.post('/listen/matters/take-away', (c) => takeMattersAway(c))
}

/** Lines under one entry, with why those of the viewer's own that are hidden are so. */
interface Heard {
  hearings: HearingView[]
  notices: Filled<{ id: string }> | undefined
}

const heard = fill(entryHeard, {
  async load(house, page, items): Promise<Map<string, Heard>> {
    const under = await hearingsUnder(
      house,
      page.viewer,
      items.map(({ entry }) => entry.id),
    )
    const hidden = [...under.values()].flat().filter((hearing) => hearing.hidden)
    const notices = hidden.length > 0 ? await house.slots.load(hiddenWords, house, page, hidden) : undefined
    return new Map([...under].map(([id, hearings]) => [id, { hearings, notices }]))
  },
  render: (heard, item, page) => Hearings({ page, item, hearings: heard?.hearings, notices: heard?.notices }),
})

const more = (link: typeof HearLink) =>
  fill(entryMore, {
    load: async (_, page) => (isMember(page.viewer) ? new Map<string, never>() : undefined),
    render: (_, item, page) => link({ page, item }),
  })

export const listenFeature: Feature = {
  name: 'listen',
  migrations: listenMigrations,
  routes,
  api: listenApi,
  slots: [heard, more(HearLink), more(SideLink), more(MattersLink), listenAboveAnswer],
  noticeKinds: listenNotices,
  reportables: [reportableHearing],
  attentionKinds: [listenKind],
  listeners: [forgetWithIt],
}
