import { type Harm, harms } from '@kindling/tone'
import { type House, type MemberViewer, unfitting } from '../../foundation/index.ts'
import { changeAsManager } from '../../spaces/index.ts'
import { type HowOften, howOften, type PausePolicy } from '../rules.ts'
import { addPolicy } from './store.ts'
import { policyErrors, policyWords as w } from './words.ts'

export const HEADING_LENGTH = 160

export interface TypedPolicy {
  often: string
  silent: readonly string[]
  headings: Readonly<Record<string, string>>
}

/** @throws KindlingError where it does not fit, beside the field */
export function checkPolicy({ often, silent, headings }: TypedPolicy): PausePolicy {
  if (!howOften.includes(often as HowOften)) throw unfitting('often', 'often_unknown', policyErrors.often)
  const unknown = silent.find((name) => !harms.includes(name as Harm))
  if (unknown !== undefined) throw unfitting('silent', 'attribute_unknown', policyErrors.silent)
  const own = Object.entries(headings)
    .map(([name, sentence]) => [name, sentence.trim()] as const)
    .filter(([name, sentence]) => harms.includes(name as Harm) && sentence !== '')
  const long = own.find(([, sentence]) => sentence.length > HEADING_LENGTH)
  if (long)
    throw unfitting(`heading-${long[0]}`, 'heading_too_long', policyErrors.long, { count: HEADING_LENGTH })
  return {
    often: often as HowOften,
    silent: harms.filter((name) => silent.includes(name)),
    headings: Object.fromEntries(own),
  }
}

/** Decides about the pause in a space, from now on. */
export async function changePolicy(
  house: House,
  viewer: MemberViewer,
  spaceId: string,
  typed: TypedPolicy,
): Promise<void> {
  const policy = checkPolicy(typed)
  const { communityId, memberId } = viewer
  await changeAsManager(house, viewer, spaceId, w.auditChanged, async (trx, now) => {
    await addPolicy(trx, { communityId, spaceId }, policy, memberId, now)
    return spaceId
  })
}
