import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  Layout,
  type PageContext,
  pageContext,
  show,
  type Typed,
} from '../../../foundation/index.ts'
import { NAME_LENGTH } from '../../rules.ts'
import type { Entrance } from '../join-member.ts'
import { withThen } from '../local-path.ts'
import { fieldWords as f, joinWords as w } from '../words.ts'
import { Agreement, Ways } from './join-parts.tsx'

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

function JoinForm({ page, state }: { page: PageContext; state: JoinState }) {
  const { t, community } = page
  const { typed = {}, errors, finishing } = state
  const signIn = withThen('/sign-in', state.next)
  return (
    <form class="row bare" method="post" action="/join">
      <input type="hidden" name="then" value={state.next} />
      {state.invitation && <input type="hidden" name="invitation" value={state.invitation} />}
      <div class="main">
        {state.entrance === 'invited' && <p class="lead">{t(w.invited)}</p>}
        {state.entrance === 'approval' && <p class="lead">{t(w.approval)}</p>}
        {finishing && <p class="lead">{t(w.finishLead, { community: community.name })}</p>}
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
      <Head side={community.name}>{t(shut ? w.invitationTitle : w.title)}</Head>
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
