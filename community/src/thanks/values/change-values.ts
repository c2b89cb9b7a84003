import {
  audit,
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  tidyLine,
  unfitting,
} from '../../foundation/index.ts'
import { valuePolicy } from './policy.ts'
import {
  VALUE_NAME_LENGTH,
  VALUE_SENTENCE_LENGTH,
  VALUES_FEWEST,
  VALUES_MOST,
  type WantedValue,
} from './rules.ts'
import { heldValues, putValue, restOthers } from './store.ts'
import { valueErrors as e, valueWords as w } from './words.ts'

const checkOne = ({ id, name, sentence }: WantedValue, at: number): WantedValue => {
  const tidy = { id, name: tidyLine(name), sentence: tidyLine(sentence) }
  const beside = (field: string) => `${field}-${at + 1}`
  if (!tidy.name) throw unfitting(beside('name'), 'value_name_missing', e.nameMissing)
  if (tidy.name.length > VALUE_NAME_LENGTH)
    throw unfitting(beside('name'), 'value_name_too_long', e.nameTooLong, { count: VALUE_NAME_LENGTH })
  if (!tidy.sentence) throw unfitting(beside('sentence'), 'value_sentence_missing', e.sentenceMissing)
  if (tidy.sentence.length > VALUE_SENTENCE_LENGTH)
    throw unfitting(beside('sentence'), 'value_sentence_too_long', e.sentenceTooLong, {
      count: VALUE_SENTENCE_LENGTH,
    })
  return tidy
}

/**
 * Values as they are kept: none, or three to eight, each with a name of its own and a sentence.
 * @throws KindlingError `value_name_missing`, `value_name_too_long`, `value_sentence_missing`, `value_sentence_too_long`,
 * `values_alike`, beside the field `name-1` to `sentence-8`; `values_too_few`, `values_too_many`
 */
export function checkedValues(wanted: readonly WantedValue[]): WantedValue[] {
  const values = wanted.map(checkOne)
  const alike = values.findIndex(({ name }, at) =>
    values.slice(0, at).some((other) => other.name.toLowerCase() === name.toLowerCase()),
  )
  if (alike >= 0) throw unfitting(`name-${alike + 1}`, 'values_alike', e.alike)
  if (values.length > 0 && values.length < VALUES_FEWEST)
    throw unfitting(`name-${values.length + 1}`, 'values_too_few', e.tooFew)
  if (values.length > VALUES_MOST) throw unfitting('', 'values_too_many', e.tooMany)
  return values
}

/**
 * Writes down what matters here. Who is not among them any more rests: notes keep the words they were given with.
 * @param known ids of those that stood on the page; left away by who wants these whatever stood there
 * @throws KindlingError as `checkedValues`; `not_yours`; `values_changed` where somebody else changed them meanwhile
 */
export async function changeValues(
  house: House,
  viewer: MemberViewer,
  wanted: readonly WantedValue[],
  known?: readonly string[],
): Promise<void> {
  if (!valuePolicy.change(viewer)) throw forbidden('not_yours', e.notYours)
  const values = checkedValues(wanted)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const held = await heldValues(trx, communityId)
    const standing = held.filter(({ rests }) => !rests).map(({ id }) => id)
    if (known && [...known].sort().join() !== [...standing].sort().join())
      throw new KindlingError('values_changed', e.changed, { status: 409 })
    if (values.some(({ id }) => id !== undefined && !held.some((one) => one.id === id))) throw notFound()
    const kept = values.map(({ id = newId(now.getTime()), name, sentence }, position) => ({
      id,
      name,
      sentence,
      position,
    }))
    for (const value of kept) await putValue(trx, communityId, value, now)
    await restOthers(
      trx,
      communityId,
      kept.map(({ id }) => id),
      now,
    )
    await audit(trx, { communityId, act: w.auditChanged, actorId: memberId }, now)
  })
}

/**
 * Takes a value up again that was laid aside.
 * @throws KindlingError `not_yours`, `values_too_few`, `values_too_many`, `values_alike`, `not_found`
 */
export async function wakeValue(house: House, viewer: MemberViewer, id: string): Promise<void> {
  if (!valuePolicy.change(viewer)) throw forbidden('not_yours', e.notYours)
  const now = house.clock.now()
  const { communityId, memberId } = viewer
  await house.db.transaction().execute(async (trx) => {
    const held = await heldValues(trx, communityId)
    const value = held.find((one) => one.id === id)
    if (!value) throw notFound()
    if (!value.rests) return
    const standing = held.filter(({ rests }) => !rests)
    checkedValues([...standing, value])
    await putValue(trx, communityId, { ...value, position: standing.length }, now)
    await audit(trx, { communityId, act: w.auditChanged, actorId: memberId }, now)
  })
}
