import { forbidden, type House, KindlingError, type MemberViewer } from '../../foundation/index.ts'
import { ownModelPolicy } from './policy.ts'
import type { Choice } from './rules.ts'
import { dropChoice, keepChoice, modelOf } from './store.ts'
import { ownModelErrors } from './words.ts'

/**
 * Keeps what a member says of sending drafts to the community's model; nothing: they are asked when it would be used.
 * @throws KindlingError `no_model`, or `not_yours` under 18
 */
export async function choose(house: House, viewer: MemberViewer, choice: Choice | undefined): Promise<void> {
  if (!ownModelPolicy.ask(viewer)) throw forbidden('not_yours', ownModelErrors.under18)
  if (!choice) return dropChoice(house.db, viewer)
  const model = await modelOf(house.db, viewer.communityId)
  if (!model) throw new KindlingError('no_model', ownModelErrors.noModel, { status: 409 })
  await keepChoice(house.db, viewer, { choice, addressVersion: model.addressVersion }, house.clock.now())
}
