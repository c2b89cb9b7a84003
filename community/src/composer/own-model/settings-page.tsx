import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  Head,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readTyped,
  requireMember,
  show,
} from '../../foundation/index.ts'
import { SettingsLink } from '../../members/index.ts'
import { choose } from './choose.ts'
import { whereSaid } from './offer.ts'
import { ownModelPolicy } from './policy.ts'
import { type Choice, choices, holds, type KeptModel } from './rules.ts'
import { choiceOf, modelOf } from './store.ts'
import { ownModelErrors, ownModelWords as w } from './words.ts'

export const CHOICE_PAGE = '/settings/own-model'

function ChoiceForm({
  page: { t },
  model,
  chosen,
  errors,
}: {
  page: PageContext
  model: KeptModel
  chosen: string
  errors: FieldErrors | undefined
}) {
  return (
    <>
      <p class="lead">{t(w.settingsLead, { where: whereSaid(t, model) })}</p>
      <p>{t(w.what)}</p>
      {!model.on && <p class="house">{t(w.settingsOff)}</p>}
      <Choices
        name="choice"
        legend={t(w.legend)}
        chosen={chosen}
        choices={[
          { value: 'ask', label: t(w.chooseAsk), hint: t(w.chooseAskHint) },
          { value: 'yes', label: t(w.chooseYes), hint: t(w.chooseYesHint) },
          { value: 'no', label: t(w.chooseNo) },
        ]}
        {...(errors ? { errors } : {})}
      />
      <p class="bar">
        <button class="b go" type="submit">
          {t(w.save)}
        </button>
      </p>
    </>
  )
}

/** GET /settings/own-model: whether a draft may go to the community's language model when its author asks for it. */
export async function showChoice(
  c: AppContext,
  back?: { chosen: string; errors: FieldErrors },
): Promise<Response> {
  const viewer = requireMember(c)
  const { db } = c.var.house
  const [model, kept] = await Promise.all([modelOf(db, viewer.communityId), choiceOf(db, viewer)])
  const page = pageContext(c)
  const { t } = page
  const may = ownModelPolicy.ask(viewer)
  const chosen = back?.chosen ?? (model && holds(kept, model)) ?? 'ask'
  return show(
    c,
    <Layout page={page} title={t(w.settingsTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{t(w.settingsTitle)}</Head>
      <ErrorSummary page={page} errors={back?.errors} />
      <form class="row bare" method="post" action={CHOICE_PAGE}>
        <div class="main">
          {c.req.query('saved') && !back && (
            <p class="house" role="status">
              {t(w.saved)}
            </p>
          )}
          {model && may && <ChoiceForm page={page} model={model} chosen={chosen} errors={back?.errors} />}
          {!(model && may) && <p class="lead">{t(may ? w.settingsNone : w.settingsYoung)}</p>}
        </div>
        <Note>{t(w.whatIsKept)}</Note>
      </form>
    </Layout>,
    back ? 422 : 200,
  )
}

/** POST /settings/own-model */
export async function takeChoice(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { choice = '' } = (await readTyped(c)).typed
  if (choice !== 'ask' && !choices.includes(choice as Choice))
    return showChoice(c, { chosen: choice, errors: { choice: c.var.t(ownModelErrors.choice) } })
  await choose(c.var.house, viewer, choice === 'ask' ? undefined : (choice as Choice))
  return c.redirect(`${CHOICE_PAGE}?saved=yes`, 303)
}
