import { raw } from '#jsx/jsx-runtime'
import {
  type AppContext,
  Field,
  type FieldErrors,
  pageContext,
  readTyped,
} from '../../../foundation/index.ts'
import { allowCode, refuseMoreChanges } from '../allow.ts'
import { type Desk, setCookies, visitWith } from '../desk.ts'
import { qrSvg } from '../qr/qr-svg.ts'
import { settingsWords as w } from '../settings-words.ts'
import type { TwoStepSetup } from '../two-step.ts'
import { fieldWords as f } from '../words.ts'
import { plainPage } from './plain-page.tsx'
import { openSettings, requireFresh, SETTINGS } from './settings.ts'

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="codes">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}

function showSetup(c: AppContext, setup: TwoStepSetup): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.twoStepTitle),
    lead: t(w.twoStepScan),
    children: (
      <>
        {raw(qrSvg(setup.uri, t(w.twoStepQr)))}
        <p>
          {t(w.twoStepKey)} <code>{setup.key}</code>
        </p>
        <h2>{t(w.twoStepCodesTitle)}</h2>
        <p>{t(w.twoStepCodesLead)}</p>
        <Codes codes={setup.recoveryCodes} />
        <FirstCode c={c} />
      </>
    ),
  })
}

function FirstCode({ c, errors }: { c: AppContext; errors?: FieldErrors }) {
  const { t } = pageContext(c)
  return (
    <form class="main" method="post" action="/settings/sign-in/second-step/code">
      <Field
        name="code"
        label={t(w.twoStepCode)}
        errors={errors}
        required
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={10}
      />
      <p class="bar">
        <button class="b go" type="submit">
          {t(w.twoStepGo)}
        </button>
        <a class="b" href={SETTINGS}>
          {t(f.cancel)}
        </a>
      </p>
    </form>
  )
}

function showNewCodes(c: AppContext, codes: readonly string[]): Response {
  const { t } = pageContext(c)
  return plainPage(c, {
    title: t(w.codesTitle),
    lead: t(w.twoStepCodesLead),
    children: (
      <>
        <Codes codes={codes} />
        <p class="bar">
          <a class="b go" href={SETTINGS}>
            {t(w.codesDone)}
          </a>
        </p>
      </>
    ),
  })
}

/** POST …/second-step: begins, ends, or makes new recovery codes. */
export async function takeTwoStep(c: AppContext, desk: Desk): Promise<Response> {
  const { accountId } = await requireFresh(c, desk)
  const { typed } = await readTyped(c)
  await refuseMoreChanges(c, accountId)
  const visit = visitWith(c, desk)
  const wrong = () =>
    openSettings(c, desk, { errors: { current: c.var.t(f.currentPasswordWrong) }, status: 422 })
  const account = await desk.accounts.byId(accountId)
  const password = account?.hasPassword ? (typed.current ?? '') : undefined
  if (typed.do === 'end') {
    const ended = account?.twoStep ? await desk.accounts.endTwoStep(visit, password) : { cookies: [] }
    if (!ended) return wrong()
    setCookies(c, ended.cookies)
    return c.redirect(`${SETTINGS}?done=ended`, 303)
  }
  if (typed.do === 'codes') {
    const codes = await desk.accounts.newRecoveryCodes(visit, password)
    return codes ? showNewCodes(c, codes) : wrong()
  }
  if (account?.twoStep) return c.redirect(SETTINGS, 303)
  const setup = await desk.accounts.beginTwoStep(visit, accountId, password)
  return setup ? showSetup(c, setup) : wrong()
}

/** POST …/second-step/code */
export async function takeFirstCode(c: AppContext, desk: Desk): Promise<Response> {
  await requireFresh(c, desk)
  const { typed } = await readTyped(c)
  const { t } = pageContext(c)
  const wait = await allowCode(c)
  const done = wait ? undefined : await desk.accounts.finishTwoStep(visitWith(c, desk), typed.code ?? '')
  if (done) {
    setCookies(c, done.cookies)
    return c.redirect(`${SETTINGS}?done=two-step`, 303)
  }
  const errors = { code: wait ?? t(w.twoStepCodeWrong) }
  return plainPage(c, {
    title: t(w.twoStepTitle),
    errors,
    status: wait ? 429 : 422,
    children: <FirstCode c={c} errors={errors} />,
  })
}
