import { raw } from 'hono/html'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  Layout,
  type PageContext,
  pageContext,
  renderMarkdown,
  show,
  Tick,
  type Typed,
} from '../../../foundation/index.ts'
import { NAME_LENGTH } from '../../rules.ts'
import type { Entrance } from '../join-member.ts'
import { withThen } from '../local-path.ts'
import { fieldWords as f, joinWords as w } from '../words.ts'

export interface JoinState {
  entrance: Entrance
  /** Where to afterwards, on this site. */
  next: string
  invitation?: string
  /** Set for somebody who is signed in and only needs to say yes: no address, no password. */
  finishing?: { name: string }
  typed?: Typed
  errors?: FieldErrors
  status?: 200 | 422 | 429
}

/** From 18 years on, agreeing says it already. */
const asksForAdult = (minimumAge: number) => minimumAge < 18

function Agreement({ page, typed, errors }: { page: PageContext; typed: Typed; errors?: FieldErrors }) {
  const { guidelines, minimumAge } = page.community
  return (
    <>
      <section class="set" aria-labelledby="guidelines">
        <h2 class="say" id="guidelines">
          {page.t(w.guidelines)}
        </h2>
        {raw(renderMarkdown(guidelines))}
      </section>
      <Tick
        name="agree"
        required
        checked={typed.agree === 'yes'}
        errors={errors}
        label={
          <>
            {page.t(w.agree)}
            {minimumAge > 0 && <span class="hint block">{page.t(w.agreeHint, { age: minimumAge })}</span>}
          </>
        }
      />
      {asksForAdult(minimumAge) && (
        <Tick
          name="adult"
          checked={typed.adult === 'yes'}
          label={
            <>
              {page.t(w.adult)}
              <span class="hint block">{page.t(w.adultHint)}</span>
            </>
          }
        />
      )}
    </>
  )
}

/** With mail, a link is the easiest way in; without, a password is the only one that needs nobody's help. */
function Ways({ page, errors }: { page: PageContext; errors?: FieldErrors }) {
  const { t } = page
  const password = (
    <Field
      name="password"
      type="password"
      label={t(f.password)}
      hint={t(f.passwordHint)}
      errors={errors}
      autocomplete="new-password"
    />
  )
  if (page.house.mail.works)
    return (
      <>
        <p class="bar">
          <button class="b go" type="submit" name="way" value="link">
            {t(w.byLink)}
          </button>
        </p>
        <details open={errors?.password !== undefined}>
          <summary>{t(w.byPasswordInstead)}</summary>
          {password}
          <p class="bar">
            <button class="b" type="submit" name="way" value="password">
              {t(w.byPassword)}
            </button>
          </p>
        </details>
        <p class="hint">{t(w.passkeyLater)}</p>
      </>
    )
  return (
    <>
      {password}
      <p class="bar">
        <button class="b go" type="submit" name="way" value="password">
          {t(w.finish)}
        </button>
      </p>
      <details>
        <summary>{t(w.byLinkInstead)}</summary>
        <p class="hint">{t(w.byLinkWaits)}</p>
        <p class="bar">
          <button class="b" type="submit" name="way" value="link">
            {t(w.byLink)}
          </button>
        </p>
      </details>
      <p class="hint">{t(w.passkeyLater)}</p>
    </>
  )
}

function JoinForm({ page, state }: { page: PageContext; state: JoinState }) {
  const { t, community } = page
  const { typed = {}, errors, finishing } = state
  const signIn = withThen('/sign-in', state.next)
  return (
    <form class="row bare" method="post" action="/join">
      <p class="side">{community.name}</p>
      <div class="main">
        {state.entrance === 'invited' && <p class="lead">{t(w.invited)}</p>}
        {state.entrance === 'approval' && <p class="lead">{t(w.approval)}</p>}
        {finishing && <p class="lead">{t(w.finishLead, { community: community.name })}</p>}
        <input type="hidden" name="then" value={state.next} />
        {state.invitation && <input type="hidden" name="invitation" value={state.invitation} />}
        <Field
          name="name"
          label={t(w.name)}
          hint={t(w.nameHint)}
          typed={typed}
          value={finishing?.name}
          errors={errors}
          required
          maxlength={NAME_LENGTH}
          autocomplete="nickname"
        />
        {!finishing && (
          <Field
            name="email"
            type="email"
            label={t(f.email)}
            hint={t(f.emailHint)}
            typed={typed}
            errors={errors}
            required
            autocomplete="email"
          />
        )}
        <Agreement page={page} typed={typed} errors={errors} />
        {finishing ? (
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.finish)}
            </button>
          </p>
        ) : (
          <>
            <Ways page={page} errors={errors} />
            <p>{t.rich(w.already, { link: (inner) => <a href={signIn}>{inner}</a> }) as string[]}</p>
          </>
        )}
      </div>
    </form>
  )
}

/** "What shall we call you?" and what is agreed on. */
export function showJoin(c: AppContext, state: JoinState): Response {
  const page = pageContext(c)
  const { t, community } = page
  const shut = state.entrance === 'closed' || state.entrance === 'gone'
  return show(
    c,
    <Layout page={page} title={t(w.title)}>
      <Head>{t(shut ? w.invitationTitle : w.title)}</Head>
      <ErrorSummary page={page} errors={state.errors} />
      {shut ? (
        <div class="row bare">
          <div class="main">
            <p class="lead">
              {t(state.entrance === 'gone' ? w.invitationGone : w.invitationOnly, {
                community: community.name,
              })}
            </p>
            <p class="bar">
              <a class="b go" href="/">
                {t(w.lookAround)}
              </a>
            </p>
          </div>
        </div>
      ) : (
        <JoinForm page={page} state={state} />
      )}
    </Layout>,
    state.status,
  )
}
