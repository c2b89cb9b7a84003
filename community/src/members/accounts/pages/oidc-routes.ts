import { type App, notFound } from '../../../foundation/index.ts'
import { type Desk, setCookies, visitWith } from '../desk.ts'
import { localPath, withThen } from '../local-path.ts'
import { arrive } from './sign-in.ts'

/** Signing in with an account from elsewhere. It starts with a link, not a form: forms may not lead to other sites. */
export function oidcRoutes(app: App, desk: Desk): void {
  app.get('/auth/oidc', async (c) => {
    if (!c.var.house.config.oidc) throw notFound()
    const then = localPath(c.req.query('then'))
    const started = await desk.accounts.startOidc(visitWith(c, desk), then)
    if (!started) return c.redirect(withThen('/sign-in?error=unreachable', then), 303)
    setCookies(c, started.cookies)
    return c.redirect(started.url, 303)
  })
  app.get('/auth/callback/oidc', async (c) => {
    if (!c.var.house.config.oidc) throw notFound()
    const answer = await desk.accounts.finishOidc(visitWith(c, desk), new URL(c.req.url).search)
    return answer ?? c.redirect('/sign-in?error=unreachable', 303)
  })
  app.get('/auth/arrive', (c) => arrive(c))
}
