import type { Child } from 'hono/jsx'
import { Field, type PageContext } from '../../../foundation/index.ts'
import { settingsWords as w } from '../settings-words.ts'
import { fieldWords as f } from '../words.ts'
import { type Part, Press, Section, type SettingsState } from './settings-parts.tsx'

export function Passkeys({ page: { t, time }, state }: Part) {
  return (
    <Section id="passkeys" title={t(w.passkeys)}>
      <p>{t(w.passkeysLead)}</p>
      {state.passkeys.length === 0 && <p class="dim">{t(w.passkeysNone)}</p>}
      <ul>
        {state.passkeys.map(({ id, name, addedAt }) => (
          <li class="bar">
            <span>
              <b>{name || t(w.passkeyUnnamed)}</b>{' '}
              {addedAt && <span class="dim">{t(w.passkeyAdded, { day: time.within.day(addedAt) })}</span>}
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
            class="main"
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
    <form class="main" method="post" action={action}>
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

export function TwoStep({ page: { t }, state }: Part) {
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
