import { z } from 'zod'
import {
  type AppContext,
  Head,
  isId,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  permitted,
  readForm,
  readTyped,
  show,
  Tick,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { type Space, visibleSpaces } from '../../spaces/index.ts'
import { lookAtReported, switchSpaces } from './look-after.ts'
import { celebrationAt, OFFICE_PAGE } from './pages-at.ts'
import { celebrationPolicy } from './policy.ts'
import { type SpaceSwitches, switchesOf } from './settings-store.ts'
import { type Reported, reportedWords } from './store.ts'
import { celebrationWords as w } from './words.ts'

function SpaceRow({ page, space, on }: { page: PageContext; space: Space; on: SpaceSwitches }) {
  const { t } = page
  // The same two for each space: read aloud, they say which.
  const label = (phrase: 'opensHere' | 'offersHere') => (
    <>
      {t(w[phrase])}
      <span class="vh">: {space.name}</span>
    </>
  )
  const isHard = space.kind === 'support' || space.kind === 'family'
  return (
    <section class="row">
      <div class="main">
        <h2 class="title">{space.name}</h2>
        {isHard && <p class="hint">{t(w.officeHard)}</p>}
        <Tick name={`opens-${space.slug}`} label={label('opensHere')} checked={on.opens} />
        <Tick name={`offers-${space.slug}`} label={label('offersHere')} checked={on.offers} />
      </div>
    </section>
  )
}

function ReportedRow({ page, one }: { page: PageContext; one: Reported }) {
  const { t } = page
  return (
    <article class="row">
      <p class="side">{one.writer}</p>
      <div class="main">
        <p class="dim">
          <a href={celebrationAt(one.celebrationId)}>{one.title}</a>
        </p>
        <blockquote class="keep-lines" dir="auto">
          {one.words || t(w.cheer)}
        </blockquote>
        <form class="acts" method="post" action={`${OFFICE_PAGE}/words/${one.celebrationId}`}>
          <input type="hidden" name="member" value={one.writerId} />
          <button class="act plain" name="says" value="erase" type="submit">
            {t(w.erase)}
          </button>
          <button class="act plain" name="says" value="fine" type="submit">
            {t(w.fine)}
          </button>
        </form>
      </div>
    </article>
  )
}

/** Spaces that still go on, with what is on in each. */
async function spacesToSwitch(c: AppContext, viewer: MemberViewer) {
  const spaces = (await visibleSpaces(c.var.house, viewer)).filter(({ archivedAt }) => !archivedAt)
  return { spaces, switches: await switchesOf(c.var.house.db, viewer.communityId, spaces) }
}

/** GET /admin/celebrations: words to look at; for administrators, where celebrations are on. */
export async function showOffice(c: AppContext): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.office)
  const page = pageContext(c)
  const { t } = page
  const reported = await reportedWords(c.var.house.db, viewer.communityId, viewer.memberId)
  const maySwitch = celebrationPolicy.switch(viewer)
  const { spaces, switches } = await spacesToSwitch(c, viewer)
  return show(
    c,
    <Layout page={page} title={t(w.office)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.office)}</Head>
      <div class="row bare">
        <div class="main">
          {c.req.query('saved') && (
            <p class="house" role="status">
              {t(w.saved)}
            </p>
          )}
          <p class="lead">
            {t(maySwitch ? w.officeLead : reported.length > 0 ? w.toLookAt : w.nothingToLookAt)}
          </p>
        </div>
      </div>
      {reported.length > 0 && maySwitch && (
        <div class="row bare">
          <h2 class="main">{t(w.toLookAt)}</h2>
        </div>
      )}
      {reported.map((one) => (
        <ReportedRow page={page} one={one} />
      ))}
      {maySwitch && (
        <form method="post" action={OFFICE_PAGE}>
          {spaces.map((space) => (
            <SpaceRow page={page} space={space} on={switches.get(space.id)!} />
          ))}
          <div class="row bare">
            <p class="main bar">
              <button class="b go" type="submit">
                {t(w.save)}
              </button>
            </p>
          </div>
        </form>
      )}
    </Layout>,
  )
}

/** Takes the switches; only what changed is kept and logged. */
export async function takeOffice(c: AppContext): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.switch)
  const { typed } = await readTyped(c)
  const { spaces, switches } = await spacesToSwitch(c, viewer)
  const changes = new Map<string, SpaceSwitches>()
  for (const { id, slug } of spaces) {
    const wanted = { opens: typed[`opens-${slug}`] === 'yes', offers: typed[`offers-${slug}`] === 'yes' }
    const { opens, offers } = switches.get(id)!
    if (wanted.opens !== opens || wanted.offers !== offers) changes.set(id, wanted)
  }
  await switchSpaces(c.var.house, viewer, changes)
  return c.redirect(`${OFFICE_PAGE}?saved=1`, 303)
}

const lookForm = z.object({ member: z.string(), says: z.enum(['erase', 'fine']) })

export async function takeLook(c: AppContext, celebrationId: string): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.office)
  const result = await readForm(c, lookForm)
  if (!isId(celebrationId) || !result.ok || !isId(result.value.member)) throw notFound()
  const { member, says } = result.value
  await lookAtReported(c.var.house, viewer, { celebrationId, writerId: member }, says)
  return c.redirect(`${OFFICE_PAGE}?saved=1`, 303)
}
