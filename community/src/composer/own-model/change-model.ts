import {
  audit,
  type House,
  type MemberViewer,
  notFound,
  type Phrase,
  sealSecret,
  type Trx,
} from '../../foundation/index.ts'
import { sealedFor } from './ask-model.ts'
import { ownModelPolicy } from './policy.ts'
import { checkKey, checkModel, keyFits, type TypedModel } from './rules.ts'
import { addModel, dropChoices, lockModel, modelOf, sealedKeyOf } from './store.ts'
import { ownModelWords as w } from './words.ts'

export interface ChangingModel extends TypedModel {
  /** Empty: as it is, where the machine stays the same. */
  key: string
  /** Leaves the key away that was kept. */
  forgetKey: boolean
}

async function change(
  house: House,
  viewer: MemberViewer,
  act: Phrase,
  work: (trx: Trx, by: { memberId: string; at: Date }) => Promise<void>,
): Promise<void> {
  if (!ownModelPolicy.manage(viewer)) throw notFound()
  const { communityId, memberId } = viewer
  const at = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    await lockModel(trx, communityId)
    await work(trx, { memberId, at })
    await audit(trx, { communityId, act, actorId: memberId }, at)
  })
}

/** The key that is kept from now on, under seal. One that was kept goes to no other machine. */
async function sealedKey(
  house: House,
  trx: Trx,
  communityId: string,
  { key, forgetKey }: ChangingModel,
  address: string,
): Promise<string | null> {
  const typed = checkKey(key)
  if (typed !== '') return sealSecret(house.config, sealedFor(communityId), typed)
  const before = await modelOf(trx, communityId)
  const stays = !forgetKey && before !== undefined && keyFits(before.address, address)
  return stays ? sealedKeyOf(trx, communityId) : null
}

/**
 * Connects a language model, or changes the one that is connected. With another address every member is asked anew.
 * @throws KindlingError beside the field
 */
export async function changeModel(house: House, viewer: MemberViewer, typed: ChangingModel): Promise<void> {
  await change(house, viewer, w.auditChanged, async (trx, by) => {
    const model = checkModel(typed)
    const sealed = await sealedKey(house, trx, viewer.communityId, typed, model.address)
    await addModel(trx, viewer.communityId, { ...model, sealedKey: sealed }, by)
  })
}

/** Takes it away, with its key and every yes. Who said no said it of whatever may come, and is not asked again. */
export async function removeModel(house: House, viewer: MemberViewer): Promise<void> {
  await change(house, viewer, w.auditRemoved, async (trx, by) => {
    await addModel(trx, viewer.communityId, undefined, by)
    await dropChoices(trx, viewer.communityId, 'yes')
  })
}
