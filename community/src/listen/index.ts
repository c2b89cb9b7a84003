import { entryHeard, entryMore } from '../conversation/index.ts'
import { type App, type Feature, fill, isMember } from '../foundation/index.ts'
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
import { hearingsUnder } from './hear/read-hearings.ts'
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

const heard = fill(entryHeard, {
  load: (house, page, items) =>
    hearingsUnder(
      house,
      page.viewer,
      items.map(({ entry }) => entry.id),
    ),
  render: (hearings, item, page) => Hearings({ page, item, hearings }),
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
  attentionKinds: [listenKind],
  listeners: [forgetWithIt],
}
