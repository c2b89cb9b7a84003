import {
  type AppContext,
  Head,
  Icon,
  isId,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  Pager,
  pageContext,
  permitted,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { type Space, visibleSpace } from '../../spaces/index.ts'
import { needCelebration } from './join-in.ts'
import { JoinIn, Lines, LookAfter, NamedQuestion } from './one-parts.tsx'
import { celebrationsOpen } from './open-here.ts'
import { listAt, newAt } from './pages-at.ts'
import { CelebrationItem, namesOf } from './parts.tsx'
import { celebrationPolicy } from './policy.ts'
import {
  type CelebrationView,
  type People,
  readAdded,
  readPast,
  readPeople,
  readStanding,
} from './read-celebrations.ts'
import { hasRoom } from './rules.ts'
import { switchesOf } from './settings-store.ts'
import { standingIn } from './store.ts'
import { celebrationWords as w } from './words.ts'

const cursorOf = (c: AppContext) => {
  const asked = c.req.query('before')
  return asked && isId(asked) ? asked : undefined
}

const said = {
  gone: w.gone,
  reported: w.reported,
  opened: w.opened,
  'took-back': w.tookBack,
  named: w.namedDone,
} as const

/** What was done a moment ago. */
function Did({ page, did }: { page: PageContext; did: string | undefined }) {
  const phrase = said[did as keyof typeof said]
  return phrase ? (
    <p class="house" role="status">
      {page.t(phrase)}
    </p>
  ) : null
}

async function openIn(c: AppContext, viewer: MemberViewer, space: Space): Promise<boolean> {
  const { house } = c.var
  if (space.archivedAt || !(await celebrationsOpen(house, viewer.communityId))) return false
  return (await switchesOf(house.db, viewer.communityId, [space])).get(space.id)!.opens
}

function Opening({ page, space, full }: { page: PageContext; space: Space; full: Date | undefined }) {
  if (full) return <p class="house">{page.t(w.full, { day: page.time.date(full) })}</p>
  return (
    <p class="bar">
      <a class="b go" href={newAt(space.slug)}>
        {page.t(w.open)}
      </a>
    </p>
  )
}

/** GET /spaces/:slug/celebrations: what stands in a space, and what was celebrated before. */
export async function showList(c: AppContext, slug: string): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.read)
  const { house } = c.var
  const space = await visibleSpace(house, viewer, slug)
  if (!space) throw notFound()
  const before = cursorOf(c)
  const now = house.clock.now()
  const [open, standing, past, all] = await Promise.all([
    openIn(c, viewer, space),
    before ? [] : readStanding(house, viewer, [space.id]),
    readPast(house, viewer, space.id, { before }),
    standingIn(house.db, viewer.communityId, space.id, now),
  ])
  const isEmpty = standing.length === 0 && past.celebrations.length === 0
  if (!open && isEmpty && !before) throw notFound()
  const page = pageContext(c)
  const heading = page.t(w.inSpace, { space: space.name })
  return show(
    c,
    <Layout page={page} title={heading} icons={['cheer']} unlisted>
      <Head mark={<Icon name="cheer" size="big" />}>{heading}</Head>
      <div class="row bare">
        <p class="side">
          <a href={`/spaces/${slug}`}>{space.name}</a>
        </p>
        <div class="main">
          <Did page={page} did={c.req.query('did')} />
          <p class="lead">{page.t(isEmpty ? w.none : w.lead)}</p>
          {open && <Opening page={page} space={space} full={hasRoom(all.length) ? undefined : all[0]} />}
        </div>
      </div>
      {standing.length > 0 && <h2 class="vh">{page.t(w.standing)}</h2>}
      {standing.map((one) => (
        <CelebrationItem page={page} one={one} />
      ))}
      {past.celebrations.length > 0 && (
        <div class="row bare">
          <h2 class="main">{page.t(w.past)}</h2>
        </div>
      )}
      {past.celebrations.map((one) => (
        <CelebrationItem page={page} one={one} />
      ))}
      <Pager page={page} older={past.next && `${listAt(slug)}?before=${past.next}`} />
    </Layout>,
  )
}

function Told({ page, one, people, did }: Shown & { did: string | undefined }) {
  const { t, time } = page
  return (
    <section class="row bare">
      <p class="side">
        <a href={listAt(one.space.slug)}>{t(w.inSpace, { space: one.space.name })}</a>
        <br />
        {one.mine ? (
          t(w.openedByYou)
        ) : (
          <a class="quiet" href={`/members/${one.opener.handle}`}>
            {t(w.openedBy, { name: one.opener.name })}
          </a>
        )}
        <br />
        {one.standing ? t(w.until, { day: time.date(one.restsAt) }) : time.date(one.openedAt)}
      </p>
      <div class="main">
        <Did page={page} did={did} />
        <p class="lead" dir="auto">
          {one.reached}
        </p>
        <p class="keep-lines" dir="auto">
          {one.words}
        </p>
        {people.named.length > 0 && (
          <p>
            {t(w.with, {
              names: namesOf(
                page,
                people.named.map(({ name }) => name),
              ),
            })}
          </p>
        )}
        {people.asked.length > 0 && (
          <p class="dim">
            {t(w.asked, {
              names: namesOf(
                page,
                people.asked.map(({ name }) => name),
              ),
            })}
          </p>
        )}
        <NamedQuestion page={page} one={one} people={people} />
        <LookAfter page={page} one={one} />
      </div>
      {!one.standing && <Note>{t(w.over)}</Note>}
    </section>
  )
}

interface Shown {
  page: PageContext
  one: CelebrationView
  people: People
}

/** GET /celebrations/:id: what was reached, who was part of it, and at most three lines of what others add. */
export async function showOne(
  c: AppContext,
  id: string,
  typed: Typed = {},
  errors?: Record<string, string>,
): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.read)
  const { house } = c.var
  if (!isId(id)) throw notFound()
  const one = await needCelebration(house, viewer, id)
  const before = cursorOf(c)
  const page = pageContext(c)
  const [people, added] = await Promise.all([
    readPeople(house, viewer, one, page.t.language.tag),
    readAdded(house, viewer, id, before),
  ])
  return show(
    c,
    <Layout page={page} title={one.title} icons={['cheer']} scripts={['composer']} unlisted>
      <Head mark={<Icon name="cheer" size="big" />}>{one.title}</Head>
      <Told page={page} one={one} people={people} did={c.req.query('did')} />
      <Lines page={page} one={one} added={added} isEarlier={before !== undefined} />
      <JoinIn page={page} one={one} mine={added.mine} typed={typed} errors={errors} />
    </Layout>,
    errors ? 422 : 200,
  )
}
