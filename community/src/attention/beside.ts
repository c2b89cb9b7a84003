import { afterAnswer, type House, type MemberViewer } from '../foundation/index.ts'
import { askAttention, ended, spoke } from './ask.ts'
import { addBeside, endBeside, spokenBeside } from './beside-store.ts'
import type { AttentionKind } from './kinds.ts'
import type { Outcome } from './rules.ts'

/** One thing that a kind speaks about, once to each member: a thread, an ask. */
export interface Beside {
  kind: AttentionKind
  subjectId: string
  /** How long it stands, in milliseconds, so that a page may be read twice; left away until it is ended. */
  standsFor?: number
  /** Of what began after it spoke last, it speaks anew. */
  since?: Date
}

const keyOf = ({ communityId, memberId }: MemberViewer, { kind, subjectId }: Beside) => ({
  communityId,
  memberId,
  kind: kind.name,
  subjectId,
})

/** Whether it spoke about this and still stands; undefined where it has not spoken yet. */
async function stands(house: House, viewer: MemberViewer, beside: Beside): Promise<boolean | undefined> {
  const { standsFor = Number.POSITIVE_INFINITY, since } = beside
  const before = await spokenBeside(house.db, keyOf(viewer, beside))
  if (!before || (since && before.at < since)) return undefined
  return !before.ended && house.clock.now().getTime() - before.at.getTime() < standsFor
}

/**
 * Whether a kind stands beside a thing on the page that is being made. Where it does so for the first time the budget was asked, and
 * it is counted after the answer; two pages at once count once.
 * @param first asked before the budget, where a kind has more to ask
 */
export async function standBeside(
  house: House,
  viewer: MemberViewer,
  beside: Beside,
  first: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const known = await stands(house, viewer, beside)
  if (known !== undefined) return known
  if (!(await first()) || (await askAttention(house, viewer, beside.kind)) !== 'speak') return false
  afterAnswer(house, beside.kind.name, async () => {
    const now = house.clock.now()
    if (await addBeside(house.db, keyOf(viewer, beside), now, beside.since))
      await spoke(house, viewer, beside.kind)
  })
  return true
}

/** They took it up, or did not want it: it is gone at once, and told once. */
export async function endedBeside(
  house: House,
  viewer: MemberViewer,
  beside: Beside,
  outcome: Outcome,
): Promise<void> {
  if (await endBeside(house.db, keyOf(viewer, beside))) await ended(house, viewer, beside.kind, outcome)
}

/** They took it up, and it goes on standing while it stands. */
export async function heededBeside(house: House, viewer: MemberViewer, beside: Beside): Promise<void> {
  if (await stands(house, viewer, beside)) await ended(house, viewer, beside.kind, 'heeded')
}
