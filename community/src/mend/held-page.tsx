import { z } from 'zod'
import { raw } from '#jsx/jsx-runtime'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { sitesSentence } from './held-parts.tsx'
import { hideHeld, letThrough } from './look-at-held.ts'
import { caseName } from './parts.tsx'
import { casePolicy } from './policy.ts'
import { type HeldEntry, readHeld } from './read-held.ts'
import { REASON_LENGTH } from './rules.ts'
import { mendWords as w } from './words.ts'

function HideForm({
  page,
  held,
  typed,
  errors,
}: {
  page: PageContext
  held: HeldEntry
  typed: Typed | undefined
  errors: FieldErrors | undefined
}) {
  return (
    <form class="row" id="hide" method="post" action={`/held/${held.id}/hide`}>
      <h2 class="side lab">{page.t(w.titleHide)}</h2>
      <div class="main">
        <p>{page.t(w.heldHideLead)}</p>
        <Field
          name="reason"
          label={page.t(w.reasonForAuthor)}
          hint={page.t(w.reasonForAuthorHint)}
          typed={typed}
          errors={errors}
          rows={4}
          maxlength={REASON_LENGTH}
          required
        />
        <p class="bar">
          <button class="b" type="submit">
            {page.t(w.confirmHide)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** Something held, whole, and what a steward may do with it. */
export async function showHeld(
  c: AppContext,
  id: string,
  typed?: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  if (!casePolicy.lookAtHeld(viewer)) throw notFound()
  const held = await readHeld(c.var.house, viewer, id)
  if (!held) throw notFound()
  const page = pageContext(c)
  const heading = caseName(page, {
    says: undefined,
    replyId: held.place.replyId,
    space: { name: held.spaceName },
  })
  return show(
    c,
    <Layout page={page} title={heading} unlisted>
      <Head side={<a href="/today">{page.t(w.today)}</a>}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <article class="row reply">
        <p class="side">
          <b>{held.author ?? page.t(w.aMember)}</b>
          <br />
          {page.time.moment(held.since)}
        </p>
        <div class="main reported">
          <h2 class="title">{held.title}</h2>
          <div class="words" lang={held.language} dir="auto">
            {raw(held.html)}
          </div>
        </div>
      </article>
      <form class="row acted" method="post" action={`/held/${held.id}/let-through`}>
        <div class="main tight">
          <p class="lead">{sitesSentence(page, held)}</p>
          <p class="hint">{page.t(w.heldLead)}</p>
        </div>
        <div class="do">
          <button class="b go" type="submit">
            {page.t(w.letThrough)}
          </button>
        </div>
      </form>
      <HideForm page={page} held={held} typed={typed} errors={errors} />
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Lets it through, and leads back to what is left of the day. */
export async function takeLetThrough(c: AppContext, id: string): Promise<Response> {
  await letThrough(c.var.house, requireMember(c), id)
  return c.redirect('/today', 303)
}

const form = z.object({ reason: z.string().default('') })

/** Hides it with a reason; a refusal comes back with what was typed. */
export async function takeHideHeld(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  if (!casePolicy.lookAtHeld(viewer)) throw notFound()
  const result = await readForm(c, form)
  if (!result.ok) return showHeld(c, id, result.typed, result.errors)
  try {
    await hideHeld(c.var.house, viewer, id, result.value.reason)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showHeld(c, id, result.typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/today', 303)
}
