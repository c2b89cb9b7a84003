import {
  Choices,
  Field,
  type FieldErrors,
  type PageContext,
  type Phrase,
  type Scope,
  type Typed,
} from '../foundation/index.ts'
import { type Lifetime, NAME_LENGTH, offeredScopes } from './rules.ts'
import { TakeBack } from './secret-parts.tsx'
import type { TokenView } from './store.ts'
import { openWords as w } from './words.ts'

export const TOKENS_PAGE = '/settings/tokens'
const scopeName: Record<Scope, Phrase> = {
  read: w.scopeRead,
  write: w.scopeWrite,
  thanks: w.scopeThanks,
  messages: w.scopeMessages,
  steward: w.scopeSteward,
}
const lifetimeName: Record<Lifetime, Phrase> = {
  '30': w.days30,
  '90': w.days90,
  '365': w.days365,
  none: w.unending,
}
const lifetimeOrder: readonly Lifetime[] = ['30', '90', '365', 'none']

function endOf(page: PageContext, { expiresAt }: TokenView): string {
  if (!expiresAt) return page.t(w.endless)
  return page.t(expiresAt > page.time.now ? w.ends : w.ended, { day: page.time.day(expiresAt) })
}

function usedOn(page: PageContext, { lastUsedOn }: TokenView): string {
  // Noon, so that the day is the same in nearly every zone.
  return lastUsedOn
    ? page.t(w.used, { day: page.time.day(new Date(`${lastUsedOn}T12:00:00Z`)) })
    : page.t(w.unused)
}

/** One token of the viewer's own. */
export function TokenRow({ page, token }: { page: PageContext; token: TokenView }) {
  return (
    <section class="row">
      <p class="side">{page.t(w.made, { day: page.time.day(token.createdAt) })}</p>
      <div class="main tight">
        <h3 class="title" dir="auto">
          {token.name}
        </h3>
        <p>{token.scopes.map((scope) => page.t(scopeName[scope as Scope])).join(' · ')}</p>
        <p class="dim">
          {usedOn(page, token)} {endOf(page, token)}
        </p>
        <TakeBack page={page} action={`${TOKENS_PAGE}/${token.id}/take-back`} name={token.name} />
      </div>
    </section>
  )
}

function ScopeChoices({
  page,
  typed,
  error,
}: {
  page: PageContext
  typed: Typed
  error: string | undefined
}) {
  const chosen = (typed.scopes ?? 'read').split(',')
  return (
    <fieldset id="f-scopes" aria-describedby={error ? 'f-scopes-error' : undefined}>
      <legend>{page.t(w.scopes)}</legend>
      {error && (
        <p class="wrong" id="f-scopes-error">
          {error}
        </p>
      )}
      {offeredScopes(page.viewer).map((scope) => (
        <label class="pick">
          <input type="checkbox" name="scopes" value={scope} checked={chosen.includes(scope)} />
          <span>{page.t(scopeName[scope])}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Name, scopes, lifetime. */
export function MakeForm({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const lifetimes = lifetimeOrder.map((value) => ({ value, label: page.t(lifetimeName[value]) }))
  return (
    <form class="row" method="post" action={TOKENS_PAGE} aria-labelledby="make">
      <div class="main">
        <h2 id="make">{page.t(w.make)}</h2>
        <Field
          name="name"
          label={page.t(w.name)}
          hint={page.t(w.nameHint)}
          typed={typed}
          errors={errors}
          maxlength={NAME_LENGTH}
          autocomplete="off"
          required
        />
        <ScopeChoices page={page} typed={typed} error={errors?.scopes} />
        <Choices
          name="lifetime"
          legend={page.t(w.lifetime)}
          choices={lifetimes}
          chosen={typed.lifetime ?? '90'}
          errors={errors}
        />
        <p class="bar">
          <button class="b go" type="submit">
            {page.t(w.make)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** In place of the form, an hour after signing in. */
export function SignInAgain({ page }: { page: PageContext }) {
  return (
    <section class="row">
      <div class="main">
        <p>{page.t(w.stale)}</p>
        <p class="bar">
          <a class="b go" href={`/sign-in?again=yes&then=${encodeURIComponent(TOKENS_PAGE)}`}>
            {page.t(w.staleGo)}
          </a>
        </p>
      </div>
    </section>
  )
}
