import type { Child } from 'hono/jsx'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  Layout,
  type PageContext,
  pageContext,
  show,
  type Typed,
} from '../../../foundation/index.ts'
import type { PasskeyView } from '../passkeys.ts'
import type { SessionView } from '../sessions.ts'
import { settingsWords as w } from '../settings-words.ts'
import type { AccountView } from '../store.ts'
import { fieldWords as f } from '../words.ts'

export interface SettingsState {
  account: AccountView
  passkeys: PasskeyView[]
  sessions: SessionView[]
  /** Signed in lately enough to change something. */
  fresh: boolean
  said?: string
  typed?: Typed
  errors?: FieldErrors
  status?: 200 | 422 | 429
}
interface Part {
  page: PageContext
  state: SettingsState
}

function Section({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="row" id={id} aria-labelledby={`${id}-title`}>
      <div class="main">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
    </section>
  )
}

function Press({
  action,
  label,
  name,
  plain = true,
}: {
  action: string
  label: string
  name?: string
  plain?: boolean
}) {
  return (
    <form method="post" action={action}>
      <button class={plain ? 'act plain' : 'b'} type="submit" aria-label={name}>
        {label}
      </button>
    </form>
  )
}

function Address({ page: { t }, state }: Part) {
  const { email, unconfirmedEmail } = state.account
  return (
    <Section id="email" title={t(w.email)}>
      {email && <p>{t(w.emailNow, { email })}</p>}
      {unconfirmedEmail && <p>{t(w.emailWaiting, { email: unconfirmedEmail })}</p>}
      {unconfirmedEmail && <Press action="/settings/sign-in/email/again" label={t(w.emailResend)} />}
      {state.fresh && (
        <form class="set" method="post" action="/settings/sign-in/email">
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
        <form class="set" method="post" action="/settings/sign-in/password">
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

function Passkeys({ page: { t, time }, state }: Part) {
  return (
    <Section id="passkeys" title={t(w.passkeys)}>
      <p>{t(w.passkeysLead)}</p>
      {state.passkeys.length === 0 && <p class="dim">{t(w.passkeysNone)}</p>}
      <ul>
        {state.passkeys.map(({ id, name, addedAt }) => (
          <li class="bar">
            <span>
              <b>{name || t(w.passkeyUnnamed)}</b>{' '}
              {addedAt && <span class="dim">{t(w.passkeyAdded, { day: time.day(addedAt) })}</span>}
            </span>
            {state.fresh && (
              <Press
                action={`/settings/sign-in/passkeys/${id}/remove`}
                label={t(w.remove)}
                name={t(w.removeNamed, { name: name || t(w.passkeyUnnamed) })}
              />
            )}
          </li>
        ))}
      </ul>
      {state.fresh && (
        <>
          <div
            data-passkey="register"
            data-next="/settings/sign-in"
            data-refused={t(w.passkeyRefused)}
            hidden
          >
            <Field
              name="passkey"
              label={t(w.passkeyName)}
              hint={t(w.passkeyNameHint)}
              maxlength={60}
              autocomplete="off"
            />
            <p class="bar">
              <button class="b" type="button">
                {t(w.passkeyAdd)}
              </button>
            </p>
          </div>
          <p class="wrong" role="status" data-passkey-says />
          <noscript>
            <p class="hint">{t(w.passkeyNoScript)}</p>
          </noscript>
        </>
      )}
    </Section>
  )
}

/** The library wants the password for these once more, from who has one. */
function AskPassword({
  t,
  state,
  children,
  action,
}: {
  t: PageContext['t']
  state: SettingsState
  children?: Child
  action: string
}) {
  return (
    <form class="set" method="post" action={action}>
      {state.account.hasPassword && (
        <Field
          name="current"
          type="password"
          label={t(f.currentPassword)}
          errors={state.errors}
          required
          autocomplete="current-password"
        />
      )}
      <p class="bar">{children}</p>
    </form>
  )
}

function TwoStep({ page: { t }, state }: Part) {
  const { twoStep } = state.account
  return (
    <Section id="second-step" title={t(w.twoStep)}>
      <p>{t(twoStep ? w.twoStepOn : w.twoStepOff)}</p>
      {state.fresh && (
        <AskPassword t={t} state={state} action="/settings/sign-in/second-step">
          {twoStep ? (
            <>
              <button class="b" type="submit" name="do" value="codes">
                {t(w.twoStepCodes)}
              </button>
              <button class="b" type="submit" name="do" value="end">
                {t(w.twoStepEnd)}
              </button>
            </>
          ) : (
            <button class="b" type="submit" name="do" value="begin">
              {t(w.twoStepBegin)}
            </button>
          )}
        </AskPassword>
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
                  : t(w.sessionSeen, { moment: time.moment(session.lastSeenAt) })}
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
      <Head>{t(w.title)}</Head>
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
