import { z } from 'zod'
import { raw } from '#jsx/jsx-runtime'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { askAgain } from './ask-again.ts'
import { kindOf } from './kinds.ts'
import { placeOf } from './parts.tsx'
import { readOwnHidden } from './read-notices.ts'
import { authorSays, REASON_LENGTH } from './rules.ts'
import { mendWords as w } from './words.ts'

/** The author of something hidden reads why, and tells the stewards what they should know. */
export async function showLookAgain(
  c: AppContext,
  caseId: string,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const own = await readOwnHidden(c.var.house, viewer, caseId)
  const page = pageContext(c)
  const back = own.postId ? placeOf(own.postId, own.replyId) : '/notices'
  const changes = kindOf(c.var.house, own.kind)?.changes ?? false
  const kind = changes ? (typed.kind ?? c.req.query('kind') ?? 'changed') : 'wrong'
  const over = own.hidden && own.html === ''
  return show(
    c,
    <Layout page={page} title={page.t(w.againTitle)} unlisted>
      <Head side={own.postId && <a href={back}>{page.t(w.backToThread)}</a>}>{page.t(w.againTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      {c.req.query('sent') && (
        <div class="row bare">
          <p class="main house" role="status">
            {page.t(w.noticeAsked)}
          </p>
        </div>
      )}
      {own.html && (
        <section class="row bare">
          <h2 class="side lab">{page.t(w.againYours)}</h2>
          <blockquote class="main" lang={own.language} dir="auto">
            {raw(own.html)}
          </blockquote>
        </section>
      )}
      <section class="row">
        <h2 class="side lab">{page.t(w.againWhy)}</h2>
        <blockquote class="main house">{own.hidden ? own.reason : page.t(w.againBack)}</blockquote>
      </section>
      {over && (
        <div class="row">
          <p class="main">{page.t(w.againOver)}</p>
        </div>
      )}
      {own.hidden && !over && (
        <form class="row" method="post" action={`/look-again/${caseId}`}>
          <div class="main">
            <p class="hint">{page.t(w.againLead)}</p>
            {!changes && <input type="hidden" name="kind" value="wrong" />}
            {changes && (
              <Choices
                name="kind"
                legend={page.t(w.againQuestion)}
                chosen={kind === 'wrong' ? 'wrong' : 'changed'}
                errors={errors}
                choices={[
                  { value: 'changed', label: page.t(w.againChanged) },
                  { value: 'wrong', label: page.t(w.againWrong) },
                ]}
              />
            )}
            <Field
              name="words"
              label={page.t(w.againWords)}
              hint={changes ? page.t(w.againWordsHint) : undefined}
              typed={typed}
              errors={errors}
              rows={4}
              maxlength={REASON_LENGTH}
            />
            <FormEnd page={page} button={page.t(w.againSend)} back={back} />
          </div>
        </form>
      )}
    </Layout>,
    status,
  )
}

const form = z.object({ kind: z.enum(authorSays).catch('changed'), words: z.string().default('') })

export async function takeLookAgain(c: AppContext, caseId: string): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const { typed } = result
  try {
    const value = result.ok ? result.value : { kind: 'changed' as const, words: typed.words ?? '' }
    const { postId, replyId } = await askAgain(c.var.house, viewer, { caseId, ...value })
    return c.redirect(postId ? placeOf(postId, replyId) : `/look-again/${caseId}?sent=1`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || ![409, 422, 429].includes(error.status)) throw error
    return showLookAgain(c, caseId, typed, fieldErrors(error, c.var.t), error.status as 422)
  }
}
