import { z } from 'zod'
import { backFromPause, PauseBeside, pauseFirst } from '../../composer/index.ts'
import { draftOf } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  Note,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { membersById } from '../../members/index.ts'
import { seeNoticesAbout } from '../../notices/index.ts'
import { answerFeedback, putOffFeedback, readInvitation, takeAnswerBack } from './answer-feedback.ts'
import { FEEDBACK_PAGE, forUsers, partNames } from './parts.tsx'
import { answerParts, mayTakeBack, PART_LENGTH, threeParts } from './rules.ts'
import { answerOf, askById, type Invitation } from './store.ts'
import { feedbackWords as w } from './words.ts'

const addressOf = (id: string) => `${FEEDBACK_PAGE}/asked/${id}`

function AnswerForm({
  page,
  invitation,
  typed,
  errors,
}: {
  page: PageContext
  invitation: Invitation
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { t } = page
  const { id, asker } = invitation
  const given = { typed, ...(errors ? { errors } : {}) }
  const shared = { maxlength: PART_LENGTH, rows: 3, autocomplete: 'off', ...given }
  const title = t(w.answerTitle, { name: asker.name })
  return (
    <form
      class="line"
      method="post"
      action={addressOf(id)}
      enctype="multipart/form-data"
      {...draftOf(page, `feedback-${id}`, title, addressOf(id), typed)}
    >
      <Field name="helped" label={t(w.helped)} hint={t(w.helpedHint)} {...shared} />
      <fieldset class="three-parts">
        <legend>{t(w.threeLegend)}</legend>
        <p class="hint">{t(w.threeHint)}</p>
        {threeParts.map((part) => (
          <Field name={part} label={t(partNames[part])} {...shared} />
        ))}
      </fieldset>
      <PauseBeside page={page} fields={answerParts} typed={typed} person={asker.name} />
      <p class="hint" role="status" data-status data-kept={t(w.draftKept)} />
      <FormEnd page={page} button={t(w.give, { name: asker.name })} back={FEEDBACK_PAGE} />
    </form>
  )
}

/** What somebody reads who has answered: that it is there, and for ten minutes the way to take it back. */
async function showAnswered(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  const { house } = c.var
  const { communityId, memberId: writerId } = viewer
  const answer = await answerOf(house.db, communityId, { askId: id, writerId })
  const ask = answer && (await askById(house.db, communityId, id))
  const asker = ask && (await membersById(house.db, communityId, [ask.askerId])).get(ask.askerId)
  if (!answer || !asker) throw notFound()
  const page = pageContext(c)
  const { t } = page
  const { name } = asker
  const fresh = mayTakeBack(answer.createdAt, page.time.now)
  return show(
    c,
    <Layout page={page} title={t(w.answerTitle, { name })} scripts={['composer']} unlisted>
      <Head side={<a href={FEEDBACK_PAGE}>{t(w.title)}</a>}>{t(w.answerTitle, { name })}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead" role="status">
            {t(fresh ? w.given : w.givenEarlier, { name })}
          </p>
          {fresh && (
            <form class="acts" method="post" action={`${addressOf(id)}/take-back`}>
              <button class="act plain" type="submit">
                {t(w.takeBack)}
              </button>
            </form>
          )}
        </div>
      </div>
    </Layout>,
  )
}

/** An ask that is open to this member; nothing where they answered it already. */
async function invitationOrNone(c: AppContext, id: string): Promise<Invitation | undefined> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  return readInvitation(c.var.house, viewer, id).catch((error) => {
    if (error instanceof KindlingError && error.code === 'not_found') return undefined
    throw error
  })
}

/** GET /feedback/asked/:id: four boxes, of which the first is enough. */
export async function showAnswer(
  c: AppContext,
  id: string,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = forUsers(c)
  const invitation = await invitationOrNone(c, id)
  if (!invitation) return showAnswered(c, id)
  await seeNoticesAbout(c.var.house, viewer, id)
  const page = pageContext(c)
  const { t } = page
  const { name } = invitation.asker
  const back = c.req.query('did') === 'taken-back'
  return show(
    c,
    <Layout page={page} title={t(w.answerTitle, { name })} scripts={['composer']} unlisted>
      <Head side={<a href={FEEDBACK_PAGE}>{t(w.title)}</a>}>{t(w.answerTitle, { name })}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row">
        <div class="main">
          {back && (
            <p class="house" role="status">
              {t(w.didTakeBack)}
            </p>
          )}
          <p class="lead" dir="auto">
            {t(w.answerLead, { name, about: invitation.about })}
          </p>
          <AnswerForm page={page} invitation={invitation} typed={typed} errors={errors} />
          <p class="hint not-now">{t(w.askedLead)}</p>
          <form class="acts" method="post" action={`${addressOf(id)}/not-now`}>
            <button class="act plain" type="submit">
              {t(w.notNow)}
            </button>
          </form>
        </div>
        <Note>{t(w.answerNote, { name })}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  helped: z.string().default(''),
  seen: z.string().default(''),
  effect: z.string().default(''),
  wish: z.string().default(''),
})

/** Takes an answer, after the pause where it is worth one; a refusal comes back with all that was typed. */
export async function takeAnswer(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  const { house } = c.var
  const result = await readForm(c, form)
  const { typed } = result
  const invitation = await invitationOrNone(c, id)
  if (!invitation) return showAnswered(c, id)
  const back = backFromPause(typed)
  if (back) return showAnswer(c, id, back)
  if (!result.ok) return showAnswer(c, id, typed, result.errors)
  const passed = await pauseFirst(c, {
    typed,
    fields: answerParts,
    action: addressOf(id),
    about: async () => ({ person: invitation.asker.name }),
  })
  if (passed instanceof Response) return passed
  try {
    await answerFeedback(house, viewer, id, result.value)
    return c.redirect(`${addressOf(id)}?did=answered`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showAnswer(c, id, typed, fieldErrors(error, c.var.t))
  }
}

export async function takeNotNow(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  await putOffFeedback(c.var.house, viewer, id)
  return c.redirect(`${FEEDBACK_PAGE}?did=put-off`, 303)
}

export async function takeTakeBack(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  await takeAnswerBack(c.var.house, viewer, id)
  return c.redirect(`${addressOf(id)}?did=taken-back`, 303)
}
