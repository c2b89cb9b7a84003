import { type House, unfitting, type Viewer } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import type { Gift } from '../rules.ts'
import type { GivenValue } from '../store.ts'
import { hasWall } from '../walls.ts'
import type { CommunityValue } from './rules.ts'
import { currentValues } from './store.ts'
import { valueErrors as e } from './words.ts'

interface For {
  gift: Gift
  /** Left away where it is for no post. */
  space?: Pick<Space, 'kind'> | undefined
}

/**
 * What something may be given for: thanks and shout-outs, and not in spaces where people need one another more than they work
 * together.
 */
const mayBeFor = ({ gift, space }: For): boolean =>
  (gift === 'thanks' || gift === 'shout-out') && (!space || hasWall(space))

/** What can be chosen beside the words; nothing where this community has no values. */
export async function valuesFor(house: House, viewer: Viewer, given: For): Promise<CommunityValue[]> {
  return mayBeFor(given) ? currentValues(house, viewer.communityId) : []
}

/**
 * The value that was chosen, as it is called now.
 * @throws KindlingError `value_gone`, beside the field `value`
 */
export async function givenValue(
  house: House,
  viewer: Viewer,
  { id, ...given }: For & { id: string | undefined },
): Promise<GivenValue | null> {
  if (!id) return null
  const found = (await valuesFor(house, viewer, given)).find((value) => value.id === id)
  if (!found) throw unfitting('value', 'value_gone', e.gone)
  return { id: found.id, name: found.name }
}
