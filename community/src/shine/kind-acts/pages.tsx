import { hiddenWords, ReportMore } from '../../bounds/index.ts'
import {
  type AppContext,
  type Filled,
  Head,
  Icon,
  isId,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  Pager,
  pageContext,
  permitted,
  show,
} from '../../foundation/index.ts'
import { kindActsOpen } from './open-here.ts'
import { Doing, Idea } from './parts.tsx'
import { kindActPolicy } from './policy.ts'
import { type ActView, readAct, readActs, readDone, readStories, readToday, type Story } from './read-acts.ts'
import { STORY } from './rules.ts'
import { tryOf } from './store.ts'
import { kindActWords as w } from './words.ts'

type Notices = Filled<{ id: string }>

export const ACTS_PAGE = '/kind-acts'

/** The viewer, where kind acts are open; elsewhere their pages are not there. */
export async function whereOpen(c: AppContext): Promise<MemberViewer> {
  const viewer = permitted(c, kindActPolicy.read)
  if (!(await kindActsOpen(c.var.house, viewer.communityId))) throw notFound()
  return viewer
}

const cursorOf = (c: AppContext) => {
  const asked = c.req.query('before')
  return asked && isId(asked) ? asked : undefined
}

/** The one of today: large, with what one may do. */
function Today({ page, act }: { page: PageContext; act: ActView }) {
  return (
    <section class="row">
      <p class="side">{page.t(w.today)}</p>
      <div class="main">
        <Idea page={page} act={act} level="today" />
        <Doing page={page} act={act} back="today" />
      </div>
    </section>
  )
}

/** GET /kind-acts: the one of today, and all ideas, latest first. */
export async function showActs(c: AppContext): Promise<Response> {
  const viewer = await whereOpen(c)
  const { house } = c.var
  const before = cursorOf(c)
  const [today, { acts, next }] = await Promise.all([
    before ? undefined : readToday(house, viewer),
    readActs(house, viewer, { before }),
  ])
  const page = pageContext(c)
  const rest = acts.filter(({ id }) => id !== today?.id)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} icons={['gold-star']} unlisted>
      <Head mark={<Icon name="gold-star" size="big" />}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          {c.req.query('did') === 'gone' && (
            <p class="house" role="status">
              {page.t(w.gone)}
            </p>
          )}
          <p class="lead">{page.t(w.lead)}</p>
          <p class="bar">
            <a class="b" href={`${ACTS_PAGE}/new`}>
              {page.t(w.addIdea)}
            </a>
            <a class="act plain" href={`${ACTS_PAGE}/done`}>
              {page.t(w.done)}
            </a>
          </p>
        </div>
      </div>
      {today && <Today page={page} act={today} />}
      {acts.length === 0 && !before && (
        <div class="row">
          <p class="main">{page.t(w.none)}</p>
        </div>
      )}
      {rest.length > 0 && <h2 class="vh">{page.t(w.ideas)}</h2>}
      {rest.map((act) => (
        <article class="row">
          <div class="main">
            <Idea page={page} act={act} level="listed" />
          </div>
        </article>
      ))}
      <Pager page={page} older={next && `${ACTS_PAGE}?before=${next}`} />
    </Layout>,
  )
}

function StoryItem({
  page,
  actId,
  story,
  notices,
}: {
  page: PageContext
  actId: string
  story: Story
  notices: Notices | undefined
}) {
  const mine = story.memberId === page.viewer.memberId
  return (
    <li>
      <blockquote class="keep-lines" dir="auto">
        {story.words}
      </blockquote>
      <p class="dim">
        <a class="quiet" href={`/members/${story.handle}`}>
          {story.name}
        </a>
      </p>
      {(mine || kindActPolicy.takeStoryAway(page.viewer)) && (
        <form class="acts" method="post" action={`${ACTS_PAGE}/${actId}/story/take-back`}>
          <button class="act plain" name="member" value={story.memberId} type="submit">
            {page.t(mine ? w.takeStoryBack : w.takeStoryAway)}
          </button>
        </form>
      )}
      {story.hidden && notices?.(story.id, story)}
      {kindActPolicy.report(page.viewer, story) && <ReportMore page={page} kind={STORY} id={story.id} />}
    </li>
  )
}

function Stories({
  page,
  actId,
  told,
  notices,
}: {
  page: PageContext
  actId: string
  told: { stories: Story[]; others: boolean }
  notices: Notices | undefined
}) {
  if (told.stories.length === 0) return null
  return (
    <section class="row">
      <div class="main">
        <h2 class="say">{page.t(w.stories)}</h2>
        <ul class="told">
          {told.stories.map((story) => (
            <StoryItem page={page} actId={actId} story={story} notices={notices} />
          ))}
        </ul>
        {told.others && <p class="dim">{page.t(w.andOthers)}</p>}
      </div>
    </section>
  )
}

/** GET /kind-acts/:id: one idea, and at most three stories of it. */
export async function showAct(c: AppContext, id: string): Promise<Response> {
  const viewer = await whereOpen(c)
  const { house } = c.var
  const act = isId(id) ? await readAct(house, viewer, id) : undefined
  if (!act) throw notFound()
  const told = await readStories(house, viewer, id)
  const page = pageContext(c)
  const hidden = told.stories.filter((story) => story.hidden)
  const notices = hidden.length > 0 ? await house.slots.load(hiddenWords, house, page, hidden) : undefined
  const mayTakeAway = kindActPolicy.takeAway(viewer, { authorId: act.mine ? viewer.memberId : '' })
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} icons={['gold-star']} unlisted>
      <Head side={<a href={ACTS_PAGE}>{page.t(w.title)}</a>}>{act.words}</Head>
      <section class="row bare">
        <div class="main">
          {c.req.query('did') === 'added' && (
            <p class="house" role="status">
              {page.t(w.added)}
            </p>
          )}
          <Idea page={page} act={act} level="own" />
          <Doing page={page} act={act} back="act" />
          {mayTakeAway && (
            <form class="acts" method="post" action={`${ACTS_PAGE}/${id}/take-away`}>
              <button class="act plain" type="submit">
                {page.t(w.takeAway)}
              </button>
            </form>
          )}
        </div>
      </section>
      <Stories page={page} actId={id} told={told} notices={notices} />
    </Layout>,
  )
}

/** GET /kind-acts/done: what I did, for me alone. */
export async function showDone(c: AppContext): Promise<Response> {
  const viewer = await whereOpen(c)
  const before = cursorOf(c)
  const { done, next } = await readDone(c.var.house, viewer, { before })
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.done)} icons={['gold-star']} unlisted>
      <Head side={<a href={ACTS_PAGE}>{page.t(w.title)}</a>}>{page.t(w.done)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(done.length === 0 && !before ? w.doneNone : w.doneLead)}</p>
      </div>
      {done.map(({ act, at }) => (
        <article class="row">
          <p class="side">{page.time.date(at)}</p>
          <div class="main">
            <Idea page={page} act={act} level="listed" />
            {act.told && <p class="dim">{page.t(w.told)}</p>}
          </div>
        </article>
      ))}
      <Pager page={page} older={next && `${ACTS_PAGE}/done?before=${next}`} />
    </Layout>,
  )
}

/** What somebody told already, to be changed. */
export async function storyOf(
  c: AppContext,
  viewer: MemberViewer,
  actId: string,
): Promise<string | undefined> {
  const mine = await tryOf(c.var.house.db, viewer.communityId, { actId, memberId: viewer.memberId })
  return mine?.story ?? undefined
}
