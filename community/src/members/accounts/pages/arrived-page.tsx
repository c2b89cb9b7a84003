import { type AppContext, isMember, pageContext, Tick } from '../../../foundation/index.ts'
import type { Desk } from '../desk.ts'
import { localPath } from '../local-path.ts'
import { joinWords, signWords, arrivedWords as w } from '../words.ts'
import { plainPage } from './plain-page.tsx'

/** GET /arrived: nothing is expected, and three ways on. */
export async function showArrived(c: AppContext, desk: Desk): Promise<Response> {
  const page = pageContext(c)
  const { t, viewer } = page
  if (!isMember(viewer)) return c.redirect(viewer.accountId ? '/join' : '/sign-in?then=%2Farrived', 303)
  const account = viewer.accountId ? await desk.accounts.byId(viewer.accountId) : undefined
  const then = localPath(c.req.query('then'))
  const name = viewer.name
  if (viewer.waiting)
    return plainPage(c, {
      title: t(w.waitingTitle, { name }),
      lead: t(w.waiting),
      children: (
        <p class="bar">
          <a class="b go" href="/">
            {t(joinWords.lookAround)}
          </a>
        </p>
      ),
    })
  return plainPage(c, {
    title: t(w.title, { name }),
    children: (
      <>
        <p class="bar">
          <a class="b go" href="/new?need=advice">
            {t(w.ask)}
          </a>
          <a class="b" href="/new?hello=1">
            {t(w.hello)}
          </a>
          <a class="b" href="/">
            {t(w.read)}
          </a>
        </p>
        {then !== '/' && (
          <p>
            <a href={then}>{t(w.back)}</a>
          </p>
        )}
        <p class="house">{t(w.later)}</p>
        {page.house.mail.works && account?.unconfirmedEmail && <p class="hint">{t(w.confirm)}</p>}
      </>
    ),
  })
}

/** GET /sign-out */
export function showSignOut(c: AppContext): Response {
  const { t } = pageContext(c)
  if (!c.var.viewer.accountId) return c.redirect('/', 303)
  return plainPage(c, {
    title: t(signWords.outTitle),
    lead: t(signWords.outLead),
    scripts: ['leaving'],
    children: (
      <form class="main" method="post" action="/sign-out" data-leaving={c.var.viewer.memberId}>
        <div data-begun hidden>
          <p>{t(signWords.begun)}</p>
          <Tick name="keep" label={t(signWords.keepBegun)} />
        </div>
        <p class="bar">
          <button class="b go" type="submit">
            {t(signWords.out)}
          </button>
          <a class="b" href="/">
            {t(signWords.stay)}
          </a>
        </p>
      </form>
    ),
  })
}
