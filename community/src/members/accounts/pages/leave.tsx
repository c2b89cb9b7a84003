import { type AppContext, pageContext } from '../../../foundation/index.ts'
import { type Desk, setCookies, visitWith } from '../desk.ts'
import { settingsWords as w } from '../settings-words.ts'
import { joinWords, signWords } from '../words.ts'
import { plainPage } from './plain-page.tsx'
import { requireFresh, requirePerson, SETTINGS } from './settings.ts'

/** GET …/leave */
export async function openLeave(c: AppContext, desk: Desk): Promise<Response> {
  const { sessionId } = requirePerson(c)
  const { t } = pageContext(c)
  if (!(await desk.accounts.isFresh(sessionId)))
    return c.redirect(`/sign-in?again=yes&then=${encodeURIComponent(`${SETTINGS}/leave`)}`, 303)
  return plainPage(c, {
    title: t(w.leaveTitle),
    lead: t(w.leaveConfirm),
    scripts: ['leaving'],
    children: (
      <form class="main" method="post" action={`${SETTINGS}/leave`} data-leaving={c.var.viewer.memberId}>
        <p>{t(w.leaveLead)}</p>
        <p data-begun hidden>
          {t(signWords.begun)}
        </p>
        <p class="bar">
          <a class="b go" href={SETTINGS}>
            {t(w.leaveNo)}
          </a>
          <button class="b" type="submit">
            {t(w.leaveYes)}
          </button>
        </p>
      </form>
    ),
  })
}

/** POST …/leave */
export async function takeLeave(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = await requireFresh(c, desk)
  await desk.accounts.deleteAccount(visitWith(c, desk), accountId, c.var.t(w.formerMember))
  setCookies(c, [desk.accounts.forgetCookie()])
  return c.redirect('/goodbye', 303)
}

/** GET /goodbye */
export function showLeft(c: AppContext): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.leftTitle),
    lead: t(w.left),
    children: (
      <p class="bar">
        <a class="b" href="/">
          {t(joinWords.lookAround)}
        </a>
      </p>
    ),
  })
}
