import { type PostLine, readInOrder } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  type House,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  permitted,
  readTyped,
  show,
  type Typed,
  type Viewer,
} from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { checkStarts, chooseKindOrder, endKindOrder, whyNotYet } from './choose-order.ts'
import { changePage, orderPage, spaceOf } from './pages.tsx'
import { Starts } from './parts.tsx'
import { orderPolicy } from './policy.ts'
import { readCandidates } from './read-candidates.ts'
import { orderBy, whyOf } from './read-order.ts'
import { type HeadStarts, MOST_HOURS, type Placed, type Reason, reasons, usualStarts } from './rules.ts'
import { type ChosenOrder, chosenOrders } from './store.ts'
import { orderErrors, orderWords as w } from './words.ts'

/** Posts of a list that is looked at before a change. */
const PREVIEWED = 10

interface Listed {
  line: PostLine
  reason: Reason | undefined
}

const labels: Record<Reason, (typeof w)[keyof typeof w]> = {
  unanswered: w.unansweredLabel,
  first: w.firstLabel,
  bridges: w.bridgesLabel,
}

/** What was typed, as a formula; anything that is no number fails its check. */
const startsOf = (typed: Typed): HeadStarts =>
  Object.fromEntries(
    reasons.map((reason) => {
      const text = (typed[reason] ?? '').trim()
      return [reason, /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN]
    }),
  ) as HeadStarts

const asTyped = (starts: HeadStarts): Typed =>
  Object.fromEntries(reasons.map((reason) => [reason, String(starts[reason])]))

async function listed(
  house: House,
  viewer: Viewer,
  space: Space,
  order: readonly Placed[],
): Promise<Listed[]> {
  const lines = await readInOrder(house, viewer, {
    spaceId: space.id,
    ids: order.map(({ id }) => id),
    limit: PREVIEWED,
  })
  const reason = new Map(order.map((one) => [one.id, one.reason]))
  return lines.map((line) => ({ line, reason: reason.get(line.id) }))
}

/** Today's list as it is, and as it would be. */
async function bothLists(
  house: House,
  viewer: Viewer,
  space: Space,
  { now, next }: { now: ChosenOrder | undefined; next: HeadStarts },
): Promise<[Listed[], Listed[]]> {
  const { communityId } = viewer
  const posts = await readCandidates(house, { communityId, spaceId: space.id })
  const active: Placed[] = posts.map(({ id, activeAt }) => ({
    id,
    reason: undefined,
    place: activeAt.getTime(),
  }))
  const today = now ? await orderBy(house, communityId, space, now.starts) : active
  return Promise.all([
    listed(house, viewer, space, today),
    listed(house, viewer, space, await orderBy(house, communityId, space, next)),
  ])
}

function List({ page, title, list }: { page: PageContext; title: string; list: readonly Listed[] }) {
  return (
    <div>
      <h3 class="lab">{title}</h3>
      <ol class="preview-list">
        {list.map(({ line, reason }) => (
          <li>
            <a href={`/posts/${line.id}`} dir="auto">
              {line.title}
            </a>
            {reason && <span class="block why">{page.t(whyOf(reason))}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Preview(props: {
  page: PageContext
  slug: string
  starts: HeadStarts
  lists: [Listed[], Listed[]]
  isOn: boolean
  why: string | undefined
}) {
  const { page, slug, starts, lists, isOn, why } = props
  const [now, then] = lists
  const same = now.map(({ line }) => line.id).join() === then.map(({ line }) => line.id).join()
  return (
    <section class="row" id="preview">
      <h2 class="side lab">{page.t(w.previewTitle)}</h2>
      <div class="main wide">
        <Starts page={page} starts={starts} />
        {now.length === 0 ? (
          <p>{page.t(w.noPosts)}</p>
        ) : (
          <>
            {same && <p>{page.t(w.sameList)}</p>}
            <div class="side-by-side">
              <List page={page} title={page.t(w.now)} list={now} />
              <List page={page} title={page.t(w.wouldBe)} list={then} />
            </div>
          </>
        )}
        {why ? (
          <p class="house">{why}</p>
        ) : (
          <form method="post" action={changePage(slug)}>
            <p class="house">{page.t(w.members)}</p>
            {Object.entries(asTyped(starts)).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <p class="bar">
              <button class="b go" type="submit">
                {page.t(isOn ? w.changeTo : w.switchOn)}
              </button>
            </p>
          </form>
        )}
      </div>
    </section>
  )
}

function Fields({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}) {
  return (
    <>
      {reasons.map((reason) => (
        <Field
          name={reason}
          label={page.t(labels[reason])}
          hint={page.t(w.hoursHint, { count: MOST_HOURS })}
          typed={typed}
          errors={errors}
          inputmode="numeric"
          autocomplete="off"
          maxlength={2}
        />
      ))}
    </>
  )
}

/** What was asked for in the address, checked; with what is wrong where something is. */
function asked(c: AppContext): { typed: Typed; starts?: HeadStarts; errors?: FieldErrors } | undefined {
  const typed = Object.fromEntries(reasons.map((reason) => [reason, c.req.query(reason) ?? '']))
  if (reasons.every((reason) => c.req.query(reason) === undefined)) return undefined
  return checked(c, typed)
}

function checked(c: AppContext, typed: Typed): { typed: Typed; starts?: HeadStarts; errors?: FieldErrors } {
  try {
    return { typed, starts: checkStarts(startsOf(typed)) }
  } catch (error) {
    if (!(error instanceof KindlingError)) throw error
    return { typed, errors: fieldErrors(error, c.var.t) }
  }
}

/** GET /spaces/:slug/order/change: a formula, and what it would make of today's list before it is switched on. */
export async function showChange(c: AppContext, slug: string, again = asked(c)): Promise<Response> {
  const viewer = permitted(c, orderPolicy.choose)
  const space = await spaceOf(c, slug)
  const { house } = c.var
  const page = pageContext(c)
  const now = (await chosenOrders.of(house, viewer.communityId)).get(space.id)
  const reason = await whyNotYet(house, viewer.communityId, space)
  const why = reason && page.t(orderErrors[reason])
  const starts = again?.starts
  const lists = starts && (await bothLists(house, viewer, space, { now, next: starts }))
  const title = page.t(w.changeTitle, { space: space.name })
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={orderPage(slug)}>{page.t(w.title, { space: space.name })}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={again?.errors} />
      <section class="row bare">
        <div class="main">
          <p class="lead">{page.t(w.changeLead)}</p>
          {why && !now && <p class="house">{why}</p>}
          {now && (
            <form class="bar" method="post" action={`${orderPage(slug)}/end`}>
              <span class="house">{page.t(w.isOn, { day: page.time.date(now.chosenAt) })}</span>
              <button class="b" type="submit">
                {page.t(w.switchOff)}
              </button>
            </form>
          )}
          <form method="get" action={`${changePage(slug)}#preview`}>
            <Fields
              page={page}
              typed={again?.typed ?? asTyped(now?.starts ?? usualStarts)}
              errors={again?.errors}
            />
            <p class="bar">
              <button class={lists ? 'b' : 'b go'} type="submit">
                {page.t(w.preview)}
              </button>
            </p>
          </form>
        </div>
      </section>
      {starts && lists && (
        <Preview
          page={page}
          slug={slug}
          starts={starts}
          lists={lists}
          isOn={!!now}
          why={now ? undefined : why}
        />
      )}
    </Layout>,
    again?.errors ? 422 : 200,
  )
}

/** Switches on, or changes, what was looked at. */
export async function takeChange(c: AppContext, slug: string): Promise<Response> {
  const viewer = permitted(c, orderPolicy.choose)
  const { typed } = await readTyped(c)
  const again = checked(c, typed)
  if (!again.starts) return showChange(c, slug, again)
  await chooseKindOrder(c.var.house, viewer, slug, again.starts)
  return c.redirect(`${orderPage(slug)}?did=on`, 303)
}

export async function takeEnd(c: AppContext, slug: string): Promise<Response> {
  await endKindOrder(c.var.house, permitted(c, orderPolicy.choose), slug)
  return c.redirect(`${orderPage(slug)}?did=off`, 303)
}
