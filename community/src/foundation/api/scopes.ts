import { KindlingError } from '../errors/kindling-error.ts'
import { type AppContext, requireMember } from '../http/request.ts'
import { isMember, isSteward, type MemberViewer, type Viewer } from '../http/viewer.ts'
import { apiErrors } from './words.ts'

/** What a token may be made for. A person in a browser has all that they may do anyway. */
export const scopes = ['read', 'write', 'thanks', 'messages', 'steward'] as const
export type Scope = (typeof scopes)[number]

/** Who may call an endpoint at all; what they may do with a thing is its policy's to say. */
export type Who = 'anyone' | 'member' | 'steward'
export type ViewerOf<W extends Who> = W extends 'anyone' ? Viewer : MemberViewer

function tokenNeeded(): KindlingError {
  return new KindlingError('token_needed', apiErrors.tokenNeeded, { status: 401 })
}

/** Whether a token was made for this; whoever needs no token may do it anyway. */
export const hasScope = ({ scopes }: Viewer, scope: Scope): boolean => !scopes || scopes.includes(scope)

/**
 * The one place where an endpoint's scope is checked.
 * @throws KindlingError `scope_missing` with the scope, `token_needed`, `stewards_only`
 */
export function admit<W extends Who>(c: AppContext, asked: { scope: Scope; who: W }): ViewerOf<W> {
  const { viewer } = c.var
  if (!hasScope(viewer, asked.scope))
    throw new KindlingError('scope_missing', apiErrors.scopeMissing, {
      values: { scope: asked.scope },
      status: 403,
      details: { scope: asked.scope },
    })
  if (asked.who === 'anyone') return viewer as ViewerOf<W>
  if (!isMember(viewer)) throw tokenNeeded()
  const member = requireMember(c)
  if (asked.who === 'steward' && !isSteward(member))
    throw new KindlingError('stewards_only', apiErrors.stewardsOnly, { status: 403 })
  return member as ViewerOf<W>
}
