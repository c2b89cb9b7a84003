import { z } from 'zod'
import {
  type AppContext, Choices, ErrorSummary, type FieldErrors, Field, Head, isId, KindlingError, Layout, type MemberViewer, Note, notFound,
  type PageContext, pageContext, type Phrase, readForm, requireMember, type Scope, show, SignInNeeded, type Typed,
} from '../foundation/index.ts'
import { accountsOf } from '../members/index.ts'
import { makeToken, takeTokenBack } from './make-token.ts'
import { type Lifetime, offeredScopes, TOKEN_NAME_LENGTH } from './rules.ts'
import { type TokenView, tokensOf } from './store.ts'
import { openWords as w } from './words.ts'

const ADDRESS = '/settings/tokens'
const scopeName: Record<Scope, Phrase> = { read: w.scopeRead, write: w.scopeWrite, thanks: w.scopeThanks, steward: w.scopeSteward }
const lifetimeName: Record<Lifetime, Phrase> = { '30': w.days30, '90': w.days90, '365': w.days365, none: w.unending }
const lifetimeOrder: readonly Lifetime[] = ['30', '90', '365', 'none']

/** Who is at their own browser, and whether they signed in within the hour: a token outlives the session that made it. */
async function requireOwner(c: AppContext): Promise<{ viewer: MemberViewer; fresh: boolean }> {
  const viewer = requireMember(c)
  if (!viewer.sessionId) throw new SignInNeeded()
  return { viewer, fresh: await accountsOf(c.var.house).isFresh(viewer.sessionId) }
}

function endOf(page: PageContext, { expiresAt }: TokenView): string {
  if (!expiresAt) return page.t(w.endless)
  return page.t(expiresAt > page.time.now ? w.ends : w.ended, { day: page.time.day(expiresAt) })
}

function usedOn(page: PageContext, { lastUsedOn }: TokenView): string {
  // Noon, so that the day is the same in nearly every zone.
  return lastUsedOn ? page.t(w.used, { day: page.time.day(new Date(`${lastUsedOn}T12:00:00Z`)) }) : page.t(w.unused)
}

function TokenRow({ page, token }: { page: PageContext; token: TokenView }) {
  return (
    <section class="row">
      <p class="side">{page.t(w.made, { day: page.time.day(token.createdAt) })}</p>
      <div class="main tight">
        <h3 class="title" dir="auto">{token.name}</h3>
        <p>{token.scopes.map((scope) => page.t(scopeName[scope as Scope])).join(' · ')}</p>
        <p class="dim">{usedOn(page, token)} {endOf(page, token)}</p>
        <form class="acts" method="post" action={`${ADDRESS}/${token.id}/take-back`}>
          <button class="act plain" type="submit" aria-label={page.t(w.takeBackNamed, { name: token.name })}>{page.t(w.takeBack)}</button>
        </form>
      </div>
    </section>
  )
}

function ScopeChoices({ page, typed, error }: { page: PageContext; typed: Typed; error: string | undefined }) {
  const chosen = (typed.scopes ?? 'read').split(',')
  return (
    <fieldset id="f-scopes" aria-describedby={error ? 'f-scopes-error' : undefined}>
      <legend>{page.t(w.scopes)}</legend>
      {error && <p class="wrong" id="f-scopes-error">{error}</p>}
      {offeredScopes(page.viewer).map((scope) => (
        <label class="pick">
          <input type="checkbox" name="scopes" value={scope} checked={chosen.includes(scope)} />
          <span>{page.t(scopeName[scope])}</span>
        </label>
      ))}
    </fieldset>
  )
}

function MakeForm({ page, typed, errors }: { page: PageContext; typed: Typed; errors: FieldErrors | undefined }) {
  const lifetimes = lifetimeOrder.map((value) => ({ value, label: page.t(lifetimeName[value]) }))
  return (
    <form class="row" method="post" action={ADDRESS} aria-labelledby="make">
      <div class="main">
        <h2 id="make">{page.t(w.make)}</h2>
        <Field name="name" label={page.t(w.name)} hint={page.t(w.nameHint)} typed={typed} errors={errors} maxlength={TOKEN_NAME_LENGTH} autocomplete="off" required />
        <ScopeChoices page={page} typed={typed} error={errors?.scopes} />
        <Choices name="lifetime" legend={page.t(w.lifetime)} choices={lifetimes} chosen={typed.lifetime ?? '90'} errors={errors} />
        <p class="bar"><button class="b go" type="submit">{page.t(w.make)}</button></p>
      </div>
    </form>
  )
}

function SignInAgain({ page }: { page: PageContext }) {
  return (
    <section class="row">
      <div class="main">
        <p>{page.t(w.stale)}</p>
        <p class="bar"><a class="b go" href={`/sign-in?again=yes&then=${encodeURIComponent(ADDRESS)}`}>{page.t(w.staleGo)}</a></p>
      </div>
    </section>
  )
}

/** GET /settings/tokens, and where a refused form comes back to. */
export async function showTokens(c: AppContext, typed: Typed = {}, errors?: FieldErrors, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { viewer, fresh } = await requireOwner(c)
  const tokens = await tokensOf(c.var.house.db, viewer.communityId, viewer.memberId)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          {c.req.query('taken') && !errors && <p class="house" role="status">{page.t(w.takenBack)}</p>}
          <p class="lead">{page.t(w.lead)}</p>
          <p>{page.t.rich(w.handbook, { link: (text) => <a href="/api/v1/openapi.json">{text}</a> })}</p>
        </div>
      </div>
      {fresh ? <MakeForm page={page} typed={typed} errors={errors} /> : <SignInAgain page={page} />}
      {tokens.length > 0 && <h2 class="vh">{page.t(w.yours)}</h2>}
      {tokens.map((token) => <TokenRow page={page} token={token} />)}
    </Layout>,
    status,
  )
}

/** The only time a token is seen. It is not kept, so there is no address to come back to. */
function showNewToken(c: AppContext, name: string, secret: string): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.newTitle)} unlisted>
      <Head>{page.t(w.newTitle)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(w.newLead)}</p>
          <div class="set">
            <label for="token" dir="auto">{page.t(w.newLabel, { name })}</label>
            <input id="token" class="token" type="text" value={secret} readonly spellcheck={false} autocomplete="off" dir="ltr" />
          </div>
          <p class="bar"><a class="b go" href={ADDRESS}>{page.t(w.newDone)}</a></p>
        </div>
        <Note>{page.t(w.newNote)}</Note>
      </div>
    </Layout>,
  )
}

const form = z.object({ name: z.string().default(''), scopes: z.string().default(''), lifetime: z.string().default('') })

/** POST /settings/tokens */
export async function takeNewToken(c: AppContext): Promise<Response> {
  const { viewer, fresh } = await requireOwner(c)
  const result = await readForm(c, form)
  if (!result.ok) return showTokens(c, result.typed, result.errors, 422)
  if (!fresh) return showTokens(c, result.typed, { '': c.var.t(w.stale) }, 422)
  const { name, scopes, lifetime } = result.value
  try {
    return showNewToken(c, name.trim(), await makeToken(c.var.house, viewer, { name, lifetime, scopes: scopes.split(',').filter(Boolean) }))
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500) throw error
    return showTokens(c, result.typed, { [String(error.details?.field ?? '')]: error.message }, error.status === 409 ? 409 : 422)
  }
}

/** POST /settings/tokens/:id/take-back. Needs no fresh sign-in: closing a door is always allowed. */
export async function takeBack(c: AppContext): Promise<Response> {
  const { viewer } = await requireOwner(c)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  await takeTokenBack(c.var.house, viewer, id)
  return c.redirect(`${ADDRESS}?taken=1`, 303)
}
