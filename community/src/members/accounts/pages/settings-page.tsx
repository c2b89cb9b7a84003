import {
  type AppContext,
  ErrorSummary,
  Field,
  Head,
  Layout,
  pageContext,
  show,
} from '../../../foundation/index.ts'
import { SettingsLink } from '../../parts.tsx'
import type { SessionView } from '../sessions.ts'
import { settingsWords as w } from '../settings-words.ts'
import { fieldWords as f } from '../words.ts'
import { Passkeys, TwoStep } from './settings-keys.tsx'
import { type Part, Press, Section, type SettingsState } from './settings-parts.tsx'

function Address({ page: { t }, state }: Part) {
  const { email, unconfirmedEmail } = state.account
  return (
    <Section id="email" title={t(w.email)}>
      {email && <p>{t(w.emailNow, { email })}</p>}
      {unconfirmedEmail && <p>{t(w.emailWaiting, { email: unconfirmedEmail })}</p>}
      {unconfirmedEmail && <Press action="/settings/sign-in/email/again" label={t(w.emailResend)} />}
      {state.fresh && (
        <form class="main" method="post" action="/settings/sign-in/email">
          <Field
            name="email"
            type="email"
            label={t(w.emailNew)}
            typed={state.typed}
            errors={state.errors}
            required
            autocomplete="email"
          />
          <p class="bar">
            <button class="b" type="submit">
              {t(w.emailChange)}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}

function PasswordPart({ page: { t }, state }: Part) {
  const { hasPassword } = state.account
  return (
    <Section id="password" title={t(w.password)}>
      {!hasPassword && <p>{t(w.passwordNone)}</p>}
      {state.fresh && (
        <form class="main" method="post" action="/settings/sign-in/password">
          <Field
            name="password"
            type="password"
            label={t(f.newPassword)}
            hint={t(f.passwordHint)}
            errors={state.errors}
            required
            autocomplete="new-password"
          />
          <p class="bar">
            <button class="b" type="submit">
              {t(hasPassword ? w.passwordChange : w.passwordSet)}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}

function Sessions({ page: { t, time, viewer }, state }: Part) {
  const named = ({ browser, system }: SessionView) =>
    browser && system ? t(w.sessionOn, { browser, system }) : (browser ?? system ?? t(w.sessionUnknown))
  return (
    <Section id="sessions" title={t(w.sessions)}>
      <ul>
        {state.sessions.map((session) => (
          <li class="bar">
            <span>
              <b>{named(session)}</b>{' '}
              <span class="dim">
                {session.id === viewer.sessionId
                  ? t(w.sessionThis)
                  : t(w.sessionSeen, { moment: time.within.moment(session.lastSeenAt) })}
              </span>
            </span>
            {session.id !== viewer.sessionId && (
              <Press
                action={`/settings/sign-in/sessions/${session.id}/end`}
                label={t(w.sessionEnd)}
                name={t(w.sessionEndNamed, { name: named(session) })}
              />
            )}
          </li>
        ))}
      </ul>
      {state.sessions.length > 1 && (
        <Press action="/settings/sign-in/sessions/others/end" label={t(w.sessionEndOthers)} plain={false} />
      )}
    </Section>
  )
}

/** How one signs in, in one place. What changes it is shown only for an hour after signing in. */
export function showSettings(c: AppContext, state: SettingsState): Response {
  const page = pageContext(c)
  const { t } = page
  const part = { page, state }
  return show(
    c,
    <Layout page={page} title={t(w.title)} scripts={['passkeys']} unlisted>
      <Head side={<SettingsLink page={page} />}>{t(w.title)}</Head>
      <ErrorSummary page={page} errors={state.errors} />
      {state.said && (
        <p class="row bare" role="status">
          <span class="main lead">{state.said}</span>
        </p>
      )}
      {!state.fresh && (
        <section class="row bare" aria-labelledby="stale">
          <div class="main">
            <h2 class="say" id="stale">
              {t(w.staleTitle)}
            </h2>
            <p>{t(w.stale)}</p>
            <p class="bar">
              <a class="b go" href="/sign-in?again=yes&then=%2Fsettings%2Fsign-in">
                {t(w.staleGo)}
              </a>
            </p>
          </div>
        </section>
      )}
      <Address {...part} />
      <PasswordPart {...part} />
      <Passkeys {...part} />
      <TwoStep {...part} />
      <Sessions {...part} />
      <Section id="leave" title={t(w.leave)}>
        <p>{t(w.leaveLead)}</p>
        <p class="bar">
          <a class="b" href="/settings/sign-in/leave">
            {t(w.leaveGo)}
          </a>
        </p>
      </Section>
    </Layout>,
    state.status,
  )
}
