export type Role = 'visitor' | 'member' | 'host' | 'steward' | 'administrator'

/** Who is looking. A visitor has no memberId; everything that depends on a person asks for one. */
export interface Viewer {
  communityId: string
  memberId: string | undefined
  /** Set for a signed-in account, also before it is a member here. */
  accountId: string | undefined
  sessionId: string | undefined
  role: Role
  name: string
  handle: string
  timeZone: string | undefined
  under18: boolean
  /** A member who waits to be let in reads what visitors read and cannot write. */
  waiting: boolean
  /** Something reached this member that they have not seen yet; set for pages only. */
  hasNews?: boolean
  /** Scopes of the token the request came with; undefined for a person in a browser. */
  scopes: readonly string[] | undefined
}

/** A viewer who has joined. */
export type MemberViewer = Viewer & { memberId: string }

export function visitor(communityId: string): Viewer {
  return {
    communityId,
    memberId: undefined,
    accountId: undefined,
    sessionId: undefined,
    role: 'visitor',
    name: '',
    handle: '',
    timeZone: undefined,
    under18: false,
    waiting: false,
    scopes: undefined,
  }
}

export function isMember(viewer: Viewer): viewer is MemberViewer {
  return viewer.memberId !== undefined
}

/** Stewards and administrators look after the place. */
export function isSteward(viewer: Viewer): boolean {
  return viewer.role === 'steward' || viewer.role === 'administrator'
}

export function isAdministrator(viewer: Viewer): boolean {
  return viewer.role === 'administrator'
}
