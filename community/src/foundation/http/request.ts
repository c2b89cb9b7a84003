import type { Context } from 'hono'
import type { Community } from '../communities/community.ts'
import { type ErrorValues, KindlingError } from '../errors/kindling-error.ts'
import type { House } from '../house.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Phrase } from '../i18n/words.ts'
import type { PageContext } from '../pages/context.ts'
import { makeTimeTeller } from '../time/show-time.ts'
import type { MemberViewer, Viewer } from './viewer.ts'
import { isMember } from './viewer.ts'
import { httpErrors } from './words.ts'

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
  // Not c.var: it makes a copy of everything each time.
  const house = c.get('house')
  const community = c.get('community')
  const viewer = c.get('viewer')
  const t = c.get('t')
  const { url } = c.req
  return {
    house,
    community,
    viewer,
    t,
    time: makeTimeTeller(t, viewer.timeZone ?? community.timeZone, house.clock.now()),
    path: url.slice(url.indexOf('/', url.indexOf('://') + 3)),
  }
}

/** Thrown where a visitor asked for something that needs a member; the page answer leads to sign-in. */
export class SignInNeeded extends KindlingError {
  constructor() {
    super('sign_in_needed', httpErrors.signInNeeded, { status: 401 })
  }
}

/** The viewer, or the way to sign in. */
export function requireMember(c: AppContext): MemberViewer {
  const { viewer } = c.var
  if (!isMember(viewer)) throw new SignInNeeded()
  if (viewer.waiting) throw new KindlingError('not_let_in_yet', httpErrors.notLetInYet, { status: 403 })
  return viewer
}

/** The viewer, if they may; to others the page is not there. */
export function permitted(c: AppContext, may: (viewer: Viewer) => boolean): MemberViewer {
  const viewer = requireMember(c)
  if (!may(viewer)) throw notFound()
  return viewer
}

/** For things that are not there for this person, whether they exist or not. */
export function notFound(): KindlingError {
  return new KindlingError('not_found', httpErrors.notFound, {
    status: 404,
  })
}

/** For things a rule says no to. The sentence says what would be allowed. */
export function forbidden(code: string, says: Phrase): KindlingError {
  return new KindlingError(code, says, { status: 403 })
}

/** For what was typed and does not fit. The sentence stands beside its field and says what would. */
export function unfitting(field: string, code: string, says: Phrase, values?: ErrorValues): KindlingError {
  return new KindlingError(code, says, { status: 422, values, details: { field } })
}
