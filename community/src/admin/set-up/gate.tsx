import type { MiddlewareHandler } from 'hono'
import {
  type AppContext,
  type AppEnv,
  Head,
  isAdministrator,
  KindlingError,
  Layout,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { setUpWords as w } from './words.ts'

/** What answers before the doors are open: set-up itself, signing in, and what machines ask. */
const OPEN = /^\/(set-up|recover|sign-in|sign-out|help|healthz|readyz|metrics|favicon\.ico)(\/|$)/

function AlmostReady({ c }: { c: AppContext }) {
  const page = pageContext(c)
  return (
    <Layout page={page} title={page.t(w.almostTitle)} unlisted>
      <Head>{page.t(w.almostTitle)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(w.almost)}</p>
          <p>
            {page.t.rich(w.almostSignIn, { link: (text) => <a href="/sign-in?then=%2Fadmin">{text}</a> })}
          </p>
        </div>
      </div>
    </Layout>
  )
}

/** Until the doors are open, visitors read that the place is almost ready. Its administrators walk in. */
export const gate: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.var.community.openedAt || isAdministrator(c.var.viewer) || OPEN.test(c.req.path)) return next()
  c.header('retry-after', '600')
  if (c.req.path.startsWith('/api/')) throw new KindlingError('not_open_yet', w.almost, { status: 403 })
  return show(c, <AlmostReady c={c} />, 503)
}
