import type { House, MemberViewer } from '../foundation/index.ts'
import type { AttentionKind } from './kinds.ts'
import { EVERYTHING, setOff } from './store.ts'

export interface Choosing {
  /** Nothing: as it is. */
  quiet?: boolean | undefined
  /** Whether a kind stays away, by name; what is not named stays as it is. */
  off: ReadonlyMap<string, boolean>
}

/** Changes what may speak to a member. */
export async function choose(house: House, viewer: MemberViewer, { quiet, off }: Choosing): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if (quiet !== undefined) await setOff(trx, viewer, EVERYTHING, quiet)
    for (const [kind, away] of off) await setOff(trx, viewer, kind, away)
  })
}

/** "Don't ask me again": a kind stays away until its member takes that back. */
export const stayAway = (house: House, viewer: MemberViewer, kind: AttentionKind): Promise<void> =>
  choose(house, viewer, { off: new Map([[kind.name, true]]) })
