import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  notFound,
  pageContext,
  readForm,
  requireMember,
  SignInNeeded,
  show,
  type Typed,
} from '../foundation/index.ts'
import { accountsOf, SettingsLink } from '../members/index.ts'
import { makeToken, takeTokenBack } from './make-token.ts'
import { MakeForm, SignInAgain, TOKENS_PAGE, TokenRow } from './parts.tsx'
import { ShownOnce } from './secret-parts.tsx'
import { tokensOf } from './store.ts'
import { openWords as w } from './words.ts'

/** Who is at their own browser, and whether they signed in within the hour: a token outlives the session that made it. */
async function requireOwner(c: AppContext): Promise<{ viewer: MemberViewer; fresh: boolean }> {
  const viewer = requireMember(c)
  if (!viewer.sessionId) throw new SignInNeeded()
  return { viewer, fresh: await accountsOf(c.var.house).isFresh(viewer.sessionId) }
}

/** GET /settings/tokens, and where a refused form comes back to. */
export async function showTokens(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { viewer, fresh } = await requireOwner(c)
  const tokens = await tokensOf(c.var.house.db, viewer.communityId, viewer.memberId)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          {c.req.query('taken') && !errors && (
            <p class="house" role="status">
              {page.t(w.takenBack)}
            </p>
          )}
          <p class="lead">{page.t(w.lead)}</p>
          <p>{page.t.rich(w.handbook, { link: (text) => <a href="/api/v1/openapi.json">{text}</a> })}</p>
        </div>
      </div>
      {fresh ? <MakeForm page={page} typed={typed} errors={errors} /> : <SignInAgain page={page} />}
      {tokens.length > 0 && <h2 class="vh">{page.t(w.yours)}</h2>}
      {tokens.map((token) => (
        <TokenRow page={page} token={token} />
      ))}
    </Layout>,
    status,
  )
}

function showNewToken(c: AppContext, name: string, secret: string): Response {
  const page = pageContext(c)
  const { t } = page
  const words = { title: t(w.newTitle), label: t(w.newLabel, { name }), note: t(w.newNote) }
  return show(c, <ShownOnce page={page} {...words} secret={secret} back={TOKENS_PAGE} />)
}

const form = z.object({
  name: z.string().default(''),
  scopes: z.string().default(''),
  lifetime: z.string().default(''),
})

/** POST /settings/tokens */
export async function takeNewToken(c: AppContext): Promise<Response> {
  const { viewer, fresh } = await requireOwner(c)
  const result = await readForm(c, form)
  if (!result.ok) return showTokens(c, result.typed, result.errors, 422)
  if (!fresh) return showTokens(c, result.typed, { '': c.var.t(w.stale) }, 422)
  const { name, scopes, lifetime } = result.value
  try {
    return showNewToken(
      c,
      name.trim(),
      await makeToken(c.var.house, viewer, { name, lifetime, scopes: scopes.split(',').filter(Boolean) }),
    )
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500) throw error
    return showTokens(c, result.typed, fieldErrors(error, c.var.t), error.status === 409 ? 409 : 422)
  }
}

/** POST /settings/tokens/:id/take-back. Needs no fresh sign-in: closing a door is always allowed. */
export async function takeBack(c: AppContext): Promise<Response> {
  const { viewer } = await requireOwner(c)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  await takeTokenBack(c.var.house, viewer, id)
  return c.redirect(`${TOKENS_PAGE}?taken=1`, 303)
}
