import {
  type AppContext,
  Field,
  type FieldErrors,
  type PageContext,
  pageContext,
  type Typed,
} from '../../../foundation/index.ts'
import { withThen } from '../local-path.ts'
import { fieldWords as f, signWords as w } from '../words.ts'
import { plainPage } from './plain-page.tsx'

export interface SignInState {
  /** Where to afterwards, on this site. */
  next: string
  /** Signed in already, but not lately enough for what is asked. */
  again?: boolean
  typed?: Typed
  errors?: FieldErrors
  status?: 200 | 422 | 429
}

/** Shown by its script; without script the sentence says which other ways there are. */
function PasskeyWay({ page, next }: { page: PageContext; next: string }) {
  const { t } = page
  return (
    <>
      <div data-passkey="sign-in" data-next={next} data-refused={t(w.passkeyRefused)} hidden>
        <p class="bar">
          <button class="b" type="button">
            {t(w.passkey)}
          </button>
        </p>
      </div>
      <p class="wrong" role="status" data-passkey-says />
      <noscript>
        <p class="hint">{t(w.passkeyNoScript)}</p>
      </noscript>
    </>
  )
}

export function showSignIn(c: AppContext, { next, again, typed, errors, status }: SignInState): Response {
  const page = pageContext(c)
  const { t, house } = page
  const { oidc } = house.config
  return plainPage(c, {
    title: t(again ? w.again : w.title),
    lead: again ? t(w.againLead) : undefined,
    errors,
    status,
    scripts: ['passkeys'],
    children: (
      <>
        <form class="main" method="post" action="/sign-in">
          <Field
            name="email"
            type="email"
            label={t(f.email)}
            typed={typed}
            errors={errors}
            required
            autocomplete="username"
          />
          <Field
            name="password"
            type="password"
            label={t(f.password)}
            errors={errors}
            autocomplete="current-password"
          />
          <p class="bar">
            <button class="b go" type="submit" name="way" value="password">
              {t(w.go)}
            </button>
            <button class="b" type="submit" name="way" value="link">
              {t(w.link)}
            </button>
          </p>
          <input type="hidden" name="then" value={next} />
          {again && <input type="hidden" name="again" value="yes" />}
        </form>
        <PasskeyWay page={page} next={next} />
        {oidc && (
          <p class="bar">
            <a class="b" href={withThen('/auth/oidc', next)} rel="nofollow">
              {t(w.oidc, { name: oidc.name })}
            </a>
          </p>
        )}
        <p>
          <a href="/sign-in/reset">{t(w.forgot)}</a>
        </p>
        {!again && (
          <p>
            {t.rich(w.new, { link: (inner) => <a href={withThen('/join', next)}>{inner}</a> }) as string[]}
          </p>
        )}
      </>
    ),
  })
}

export function showSecondStep(
  c: AppContext,
  then: string,
  errors?: FieldErrors,
  status?: 422 | 429,
): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.secondTitle),
    errors,
    status,
    children: (
      <form class="main" method="post" action="/sign-in/second">
        <Field
          name="code"
          label={t(w.code)}
          hint={t(w.codeHint)}
          errors={errors}
          required
          autocomplete="one-time-code"
          maxlength={40}
        />
        <p class="bar">
          <button class="b go" type="submit">
            {t(w.go)}
          </button>
        </p>
        <input type="hidden" name="then" value={then} />
      </form>
    ),
  })
}
