import {
  type AppContext,
  Head,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { type Space, visibleSpace } from '../../spaces/index.ts'
import { Starts } from './parts.tsx'
import { orderPolicy } from './policy.ts'
import { chosenIn } from './read-order.ts'
import type { HeadStarts } from './rules.ts'
import { orderWords as w } from './words.ts'

export const orderPage = (slug: string) => `/spaces/${slug}/order`
export const changePage = (slug: string) => `${orderPage(slug)}/change`

/** A space this viewer may read. @throws KindlingError `not_found` */
export async function spaceOf(c: AppContext, slug: string): Promise<Space> {
  const space = await visibleSpace(c.var.house, c.var.viewer, slug)
  if (!space) throw notFound()
  return space
}

function Formula({ page, starts }: { page: PageContext; starts: HeadStarts }) {
  return (
    <section class="row">
      <h2 class="side lab">{page.t(w.formula)}</h2>
      <div class="main">
        <p>
          <code>{page.t(w.formulaText)}</code>
        </p>
        <Starts page={page} starts={starts} />
      </div>
    </section>
  )
}

/** GET /spaces/:slug/order: how a space is ordered, in words and as a formula, for whoever reads it. */
export async function showOrder(c: AppContext, slug: string): Promise<Response> {
  const space = await spaceOf(c, slug)
  const { house, viewer } = c.var
  const page = pageContext(c)
  const { t } = page
  const chosen = await chosenIn(house, viewer.communityId, space)
  const title = t(w.title, { space: space.name })
  const did = c.req.query('did')
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={`/spaces/${slug}`}>{space.name}</a>}>{title}</Head>
      <section class="row bare">
        <div class="main">
          {(did === 'on' || did === 'off') && (
            <p class="house" role="status">
              {t(did === 'on' ? w.saved : w.ended)}
            </p>
          )}
          <p class="lead">{t(chosen ? w.leadKind : w.leadActive)}</p>
          {orderPolicy.choose(viewer) && (
            <p class="bar">
              <a class="b" href={changePage(slug)}>
                {t(chosen ? w.change : w.tryIt)}
              </a>
            </p>
          )}
        </div>
      </section>
      {chosen && <Formula page={page} starts={chosen.starts} />}
      <section class="row">
        <h2 class="side lab">{t(w.band)}</h2>
        <p class="main">{t(w.bandSays)}</p>
      </section>
      <section class="row">
        <h2 class="side lab">{t(w.meaning)}</h2>
        <div class="main words">
          {[
            w.meaningAsk,
            w.meaningFirst,
            w.meaningBridges,
            ...(chosen ? [w.meaningLately] : []),
            w.newestSays,
          ].map((phrase) => (
            <p>{t(phrase)}</p>
          ))}
        </div>
      </section>
    </Layout>,
  )
}
