import { type AppContext, Field, type FieldErrors, pageContext } from '../../../foundation/index.ts'
import { localPath } from '../local-path.ts'
import { fieldWords as f, signWords as w } from '../words.ts'
import { plainPage } from './plain-page.tsx'

/** The same page whether or not there is an account: the letter knows, this page does not. */
export function showSent(c: AppContext, kind: 'link' | 'reset'): Response {
  const { t, house } = pageContext(c)
  return plainPage(c, {
    title: t(w.sentTitle),
    lead: house.mail.works ? t(kind === 'reset' ? w.sentReset : w.sent) : t(w.sentNoMail),
    children: (
      <>
        {house.mail.works && <p>{t(w.sentNothing)}</p>}
        <p class="bar">
          <a class="b" href={kind === 'reset' ? '/sign-in/reset' : '/sign-in'}>
            {t(w.sentBack)}
          </a>
        </p>
      </>
    ),
  })
}

export function showUsedLink(c: AppContext, again: string): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.usedTitle),
    lead: t(w.used),
    status: 422,
    children: (
      <p class="bar">
        <a class="b go" href={again}>
          {t(w.usedGo)}
        </a>
      </p>
    ),
  })
}

/** A page behind a link in a letter: pressing does it, so that programs which open links in letters do not. */
function press(action: string, token: string, label: string) {
  return (
    <form class="main" method="post" action={action}>
      <p class="bar">
        <button class="b go" type="submit">
          {label}
        </button>
      </p>
      <input type="hidden" name="token" value={token} />
    </form>
  )
}

export function showOpenLink(c: AppContext, token: string, joins: boolean): Response {
  const { t, community } = pageContext(c)
  return plainPage(c, {
    title: t(joins ? w.openJoinTitle : w.openTitle),
    lead: t(joins ? w.openJoin : w.open, { community: community.name }),
    children: press('/sign-in/link', token, t(joins ? w.openJoinGo : w.openGo)),
  })
}

export function showConfirm(c: AppContext, token: string, email: string): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.confirmTitle),
    lead: t(w.confirm, { email }),
    children: press('/sign-in/confirm', token, t(w.confirmGo)),
  })
}

export function showConfirmed(c: AppContext): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.confirmedTitle),
    lead: t(w.confirmed),
    children: (
      <p class="bar">
        <a class="b go" href="/">
          {t(w.confirmedGo)}
        </a>
      </p>
    ),
  })
}

/** GET /sign-in/confirmed: after a link opened an account whose first password was never shown to be theirs. */
export function showPasswordGone(c: AppContext): Response {
  const { t } = pageContext(c)
  const onwards = localPath(c.req.query('then'))
  return plainPage(c, {
    title: t(w.passwordGoneTitle),
    lead: t(w.passwordGone),
    children: (
      <p class="bar">
        <a class="b go" href={onwards}>
          {t(w.confirmedGo)}
        </a>
        <a class="b" href="/settings/sign-in#password">
          {t(w.choosePassword)}
        </a>
      </p>
    ),
  })
}

export function showAskReset(
  c: AppContext,
  typed?: Record<string, string>,
  errors?: FieldErrors,
  status?: 422 | 429,
): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.resetTitle),
    lead: t(w.resetLead),
    errors,
    status,
    children: (
      <form class="main" method="post" action="/sign-in/reset">
        <Field
          name="email"
          type="email"
          label={t(f.email)}
          typed={typed}
          errors={errors}
          required
          autocomplete="username"
        />
        <p class="bar">
          <button class="b go" type="submit">
            {t(w.resetSend)}
          </button>
        </p>
      </form>
    ),
  })
}

export function showChoosePassword(
  c: AppContext,
  token: string,
  email: string,
  errors?: FieldErrors,
): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.resetTitle),
    lead: t(w.resetChoose),
    errors,
    status: errors ? 422 : 200,
    children: (
      <form class="main" method="post" action="/sign-in/reset">
        <input type="email" name="username" value={email} autocomplete="username" hidden readonly />
        <Field
          name="password"
          type="password"
          label={t(f.newPassword)}
          hint={t(f.passwordHint)}
          errors={errors}
          required
          autocomplete="new-password"
        />
        <p class="bar">
          <button class="b go" type="submit">
            {t(w.resetGo)}
          </button>
        </p>
        <input type="hidden" name="token" value={token} />
      </form>
    ),
  })
}
