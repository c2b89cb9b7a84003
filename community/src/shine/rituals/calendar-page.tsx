import type { Child } from 'hono/jsx'
import {
  type AppContext,
  Head,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { areThere, isCalendarThere } from './find-ritual.ts'
import { GatheredList } from './parts.tsx'
import { ritualPolicy } from './policy.ts'
import { type Calendar, type Coming, readCalendar } from './read-rituals.ts'
import { ritualWords as w } from './words.ts'

function OnNow({ page, on }: { page: PageContext; on: Calendar['on'] }) {
  const { t } = page
  return (
    <>
      {on.map(({ ritual, space, postId, title, closesAt }) => (
        <div class="row acted">
          <p class="side lab">{space.name}</p>
          <div class="main tight">
            <h3 class="title">
              <a href={`/posts/${postId}`}>{title}</a>
            </h3>
            <p>{ritual.asks}</p>
            <p class="hint">{t(w.openUntil, { when: page.time.within.moment(closesAt) })}</p>
          </div>
          <div class="do">
            <a class="b" href={`/posts/${postId}`}>
              {t(w.takePart)}
            </a>
          </div>
        </div>
      ))}
    </>
  )
}

function hostLine({ t, viewer }: PageContext, { host, isHostWanted }: Coming): string | undefined {
  if (host) return host.id === viewer.memberId ? t(w.youHost) : t(w.hostedBy, { name: host.name })
  return isHostWanted ? t(w.hostWanted) : undefined
}

function Ahead({ page, coming }: { page: PageContext; coming: readonly Coming[] }) {
  return (
    <>
      {coming.map((one) => {
        const host = hostLine(page, one)
        return (
          <div class="row acted">
            <p class="side lab">{page.time.moment(one.at)}</p>
            <div class="main tight">
              <h3 class="title">
                <a href={`/rituals/${one.ritualId}`}>{one.name}</a>
              </h3>
              <p class="hint">
                {page.t(w.inSpace, { space: one.space.name })}
                {host && `. ${host}`}
              </p>
            </div>
          </div>
        )
      })}
    </>
  )
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      <div class="row bare">
        <h2 class="main">{title}</h2>
      </div>
      {children}
    </>
  )
}

function Lately({ lately }: { lately: Calendar['lately'] }) {
  return (
    <>
      {lately.map(({ postId, title, entries }) => (
        <div class="row acted">
          <div class="main tight">
            <h3 class="title">
              <a href={`/posts/${postId}`}>{title}</a>
            </h3>
            <GatheredList entries={entries} />
          </div>
        </div>
      ))}
    </>
  )
}

/** Those with nothing ahead: at rest, or waiting for a word. */
function Resting({ page, calendar }: { page: PageContext; calendar: Calendar }) {
  const ahead = new Set([
    ...calendar.coming.map((one) => one.ritualId),
    ...calendar.on.map((one) => one.ritualId),
  ])
  const others = calendar.all.filter(({ ritual }) => !ahead.has(ritual.id))
  if (others.length === 0) return null
  return (
    <Part title={page.t(w.atRest)}>
      {others.map(({ ritual, space }) => (
        <div class="row acted">
          <div class="main tight">
            <h3 class="title">
              <a href={`/rituals/${ritual.id}`}>{ritual.name}</a>
            </h3>
            <p class="hint">{page.t(w.inSpace, { space: space.name })}</p>
          </div>
        </div>
      ))}
    </Part>
  )
}

/** What is on, what comes, what was gathered. */
export async function showCalendar(c: AppContext): Promise<Response> {
  const { house, viewer, community } = c.var
  if (!(await isCalendarThere(house, community.id))) throw notFound()
  const page = pageContext(c)
  const { t } = page
  const maySetUp = ritualPolicy.setUp(viewer) && (await areThere(house, community.id))
  const calendar = await readCalendar(house, community, viewer)
  const { on, coming, lately, all } = calendar
  const isEmpty = on.length === 0 && all.length === 0 && lately.length === 0
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head>{t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(isEmpty ? w.nothingYet : w.lead)}</p>
          {maySetUp && (
            <p class="bar">
              <a class="b go" href="/rituals/new">
                {t(w.setUp)}
              </a>
            </p>
          )}
        </div>
        {!isEmpty && (
          <p class="note">{t.rich(w.inCalendar, { link: (text) => <a href="/rituals.ics">{text}</a> })}</p>
        )}
      </div>
      {on.length > 0 && (
        <Part title={t(w.on)}>
          <OnNow page={page} on={on} />
        </Part>
      )}
      {!isEmpty && (
        <Part title={t(w.coming)}>
          {coming.length > 0 ? (
            <Ahead page={page} coming={coming} />
          ) : (
            <div class="row">
              <p class="main">{t(w.nothingComing)}</p>
            </div>
          )}
        </Part>
      )}
      {lately.length > 0 && (
        <Part title={t(w.lately)}>
          <Lately lately={lately} />
        </Part>
      )}
      <Resting page={page} calendar={calendar} />
    </Layout>,
  )
}
