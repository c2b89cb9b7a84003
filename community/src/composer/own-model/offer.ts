import type { House, MemberViewer, Translator } from '../../foundation/index.ts'
import { ownModelPolicy } from './policy.ts'
import { holds, type KeptModel, machineOf } from './rules.ts'
import { choiceOf, modelOf } from './store.ts'
import type { MoreTold } from './told.ts'
import { ownModelWords as w } from './words.ts'

/** Where a draft would go, in a sentence. */
export function whereSaid(t: Translator, model: KeptModel): string {
  const machine = machineOf(model)
  return machine === undefined ? t(w.whereHere) : t(w.whereThere, { machine })
}

/** What a member may be offered in the pause; nothing where no model is on, or where they want none of it. */
export async function offerTo(
  house: House,
  viewer: MemberViewer,
  t: Translator,
): Promise<MoreTold | undefined> {
  if (!ownModelPolicy.ask(viewer)) return undefined
  const model = await modelOf(house.db, viewer.communityId)
  if (!model?.on) return undefined
  const choice = holds(await choiceOf(house.db, viewer), model)
  if (choice === 'no') return undefined
  const unasked = choice === undefined
  return {
    addressVersion: model.addressVersion,
    says: unasked ? t(w.consent, { where: whereSaid(t, model) }) : null,
    ask: t(unasked ? w.askFirst : w.ask),
    no: unasked ? t(w.no) : null,
    from: t(w.from),
    other: t(w.other),
    waiting: t(w.waiting),
    none: t(w.none),
  }
}
