import type { Context } from 'hono'
import type { Community } from '../communities/community.ts'
import { KindlingError } from '../errors/kindling-error.ts'
import type { House } from '../house.ts'
import type { Translator } from '../i18n/translator.ts'
import type { PageContext } from '../pages/context.ts'
import { makeTimeTeller } from '../time/show-time.ts'
import type { MemberViewer, Viewer } from './viewer.ts'
import { isMember } from './viewer.ts'

export interface AppEnv {
  Variables: {
    house: House
    community: Community
    viewer: Viewer
    t: Translator
    /** Random, per request, in the log and in the answer's headers. */
    requestId: string
  }
}
export type AppContext = Context<AppEnv>

/** Gathers what pages need, once per request. */
export function pageContext(c: AppContext): PageContext {
  const { house, community, viewer, t } = c.var
  const url = new URL(c.req.url)
  return {
    house,
    community,
    viewer,
    t,
    time: makeTimeTeller(t, viewer.timeZone ?? community.timeZone, house.clock.now()),
    path: url.pathname + url.search,
  }
}

/** Thrown where a visitor asked for something that needs a member; the page answer leads to sign-in. */
export class SignInNeeded extends KindlingError {
  constructor() {
    super('sign_in_needed', 'Sign in first. You will come back here afterwards.', { status: 401 })
  }
}

/** The viewer, or the way to sign in. */
export function requireMember(c: AppContext): MemberViewer {
  const { viewer } = c.var
  if (!isMember(viewer)) throw new SignInNeeded()
  if (viewer.waiting)
    throw new KindlingError(
      'not_let_in_yet',
      'A steward has yet to let you in. You can read along until then; we will write to you.',
      { status: 403 },
    )
  return viewer
}

/** For things that are not there for this person, whether they exist or not. */
export function notFound(): KindlingError {
  return new KindlingError('not_found', 'There is nothing here, or it is meant for fewer people.', {
    status: 404,
  })
}

/** For things a rule says no to. The sentence says what would be allowed. */
export function forbidden(code: string, message: string): KindlingError {
  return new KindlingError(code, message, { status: 403 })
}
