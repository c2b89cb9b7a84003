import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  type House,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  permitted,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { Face, type MemberView, membersById } from '../../members/index.ts'
import {
  appointHost,
  askOne,
  becomeHost,
  besideHost,
  drawThree,
  handBack,
  readHosts,
  timesNow,
} from './host-month.ts'
import { type Draw, drawOf } from './host-store.ts'
import { spotlightsOpen } from './open-here.ts'
import { Did, Press, whereOpen } from './pages.tsx'
import { HOST_PAGE, OFFICE_PAGE, SPOTLIGHT_PAGE } from './pages-at.ts'
import { spotlightPolicy } from './policy.ts'
import { spotlightWords as w } from './words.ts'

/** Three people, and one of them to ask; or whom one asked, and nothing about what came of it. */
function Lot({ page, drawn, people }: { page: PageContext; drawn: Draw; people: readonly MemberView[] }) {
  const asked = people.find(({ id }) => id === drawn.askedId)
  if (drawn.askedId) return <p class="house">{page.t(w.asked, { name: asked?.name ?? page.t(w.aMember) })}</p>
  return (
    <>
      <h2 class="say">{page.t(w.drawn)}</h2>
      <form class="people-drawn" method="post" action={`${HOST_PAGE}/ask`}>
        {people.map(({ id, name, handle, pictureId }) => (
          <p class="bar">
            <Face id={id} name={name} pictureId={pictureId} />
            <a href={`/members/${handle}`}>{name}</a>
            <button class="b" name="member" value={id} type="submit">
              {page.t(w.ask, { name })}
            </button>
          </p>
        ))}
      </form>
    </>
  )
}

/** What whoever hosts has before them. */
function Hosting({
  page,
  drawn,
  people,
  nobody,
}: {
  page: PageContext
  drawn: Draw | undefined
  people: readonly MemberView[]
  nobody: boolean
}) {
  return (
    <section class="row">
      <div class="main">
        <p>{page.t(w.drawLead)}</p>
        {nobody && !drawn && <p class="house">{page.t(w.drawNobody)}</p>}
        {drawn ? (
          <Lot page={page} drawn={drawn} people={people} />
        ) : (
          <Press page={page} action={`${HOST_PAGE}/draw`} phrase={w.drawButton} go />
        )}
        <Press page={page} action={`${HOST_PAGE}/hand-back`} phrase={w.handBack} />
      </div>
    </section>
  )
}

/** GET /spotlight/host: who hosts this month, and for them the lot. */
export async function showHost(c: AppContext): Promise<Response> {
  const viewer = await whereOpen(c, spotlightPolicy.read)
  const { house } = c.var
  const hosts = await readHosts(house, viewer.communityId)
  const hosting = spotlightPolicy.host(viewer, hosts)
  const { round } = await timesNow(house, viewer.communityId)
  const drawn = hosting ? await drawOf(house.db, viewer.communityId, round) : undefined
  const three = await besideHost(house, viewer.communityId, viewer.memberId, drawn?.memberIds ?? [])
  const known = await membersById(house.db, viewer.communityId, [
    ...three,
    ...(hosts.hostId ? [hosts.hostId] : []),
  ])
  const page = pageContext(c)
  const name = hosts.hostId && known.get(hosts.hostId)?.name
  const mayHost = spotlightPolicy.becomeHost(viewer, hosts)
  return show(
    c,
    <Layout page={page} title={page.t(w.hostTitle)} unlisted>
      <Head side={<a href={SPOTLIGHT_PAGE}>{page.t(w.title)}</a>}>{page.t(w.hostTitle)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">
            {hosting
              ? page.t(w.hostYou)
              : hosts.hostId
                ? page.t(w.hostIs, { name: name ?? page.t(w.aMember) })
                : page.t(w.hostNone)}
          </p>
          <p class="dim">
            {page.t(!hosts.hostId && hosts.hostBefore === viewer.memberId ? w.hostNoneBefore : w.hostLead)}
          </p>
          {mayHost && <Press page={page} action={`${HOST_PAGE}/yes`} phrase={w.hostYes} go />}
        </div>
      </div>
      {hosting && (
        <Hosting
          page={page}
          drawn={drawn}
          people={three.flatMap((id) => known.get(id) ?? [])}
          nobody={c.req.query('did') === 'nobody'}
        />
      )}
    </Layout>,
  )
}

const back = (c: AppContext, query = '') => c.redirect(`${HOST_PAGE}${query}`, 303)

export async function takeYes(c: AppContext): Promise<Response> {
  try {
    await becomeHost(c.var.house, requireMember(c))
  } catch (error) {
    // Somebody was quicker: the page says who.
    if (!(error instanceof KindlingError) || error.code !== 'has_host') throw error
  }
  return back(c)
}

export async function takeHandBack(c: AppContext): Promise<Response> {
  await handBack(c.var.house, requireMember(c))
  return back(c)
}

export async function takeDraw(c: AppContext): Promise<Response> {
  const drawn = await drawThree(c.var.house, requireMember(c))
  return back(c, drawn.length === 0 ? '?did=nobody' : '')
}

const askForm = z.object({ member: z.string() })

export async function takeAsk(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, askForm)
  if (!result.ok || !isId(result.value.member)) throw notFound()
  await askOne(c.var.house, viewer, result.value.member)
  return back(c)
}

export const isOfficeThere = (house: House, viewer: MemberViewer): Promise<boolean> =>
  spotlightsOpen(house, viewer.communityId)

async function lookAfter(c: AppContext): Promise<MemberViewer> {
  const viewer = permitted(c, spotlightPolicy.read)
  if (!spotlightPolicy.appoint(viewer)) throw notFound()
  return viewer
}

function Appointing(props: {
  page: PageContext
  host: MemberView | undefined
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { page, host, typed, errors } = props
  return (
    <section class="row">
      <div class="main">
        <p class="lead">{host ? page.t(w.hostIs, { name: host.name }) : page.t(w.hostNone)}</p>
        <form method="post" action={OFFICE_PAGE}>
          <Field
            name="handle"
            label={page.t(w.handle)}
            hint={page.t(w.handleHint)}
            typed={typed}
            {...(errors ? { errors } : {})}
            maxlength={60}
            autocomplete="off"
          />
          <FormEnd page={page} button={page.t(w.appoint)} back="/admin" />
        </form>
      </div>
    </section>
  )
}

/** GET /admin/spotlight: for stewards, the host of this month. */
export async function showOffice(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const viewer = await lookAfter(c)
  const { house } = c.var
  const [open, { hostId }] = await Promise.all([
    spotlightsOpen(house, viewer.communityId),
    readHosts(house, viewer.communityId),
  ])
  if (!open) throw notFound()
  const host = hostId && (await membersById(house.db, viewer.communityId, [hostId])).get(hostId)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.office)} unlisted>
      <Head side={<a href={SPOTLIGHT_PAGE}>{page.t(w.title)}</a>}>{page.t(w.office)}</Head>
      <Did page={page} says={c.req.query('did') === 'appointed' ? w.appointed : undefined} />
      <ErrorSummary page={page} errors={errors} />
      <Appointing page={page} host={host || undefined} typed={typed} errors={errors} />
    </Layout>,
    errors ? 422 : 200,
  )
}

const appointForm = z.object({ handle: z.string().default('') })

export async function takeAppoint(c: AppContext): Promise<Response> {
  const viewer = await lookAfter(c)
  const { typed } = await readForm(c, appointForm)
  try {
    await appointHost(c.var.house, viewer, typed.handle ?? '')
  } catch (error) {
    if (!(error instanceof KindlingError) || ![409, 422].includes(error.status)) throw error
    return showOffice(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect(`${OFFICE_PAGE}?did=appointed`, 303)
}
