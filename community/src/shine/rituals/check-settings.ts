import { type House, type MemberViewer, unfitting } from '../../foundation/index.ts'
import { namesByHandle } from '../../members/index.ts'
import { ASKS_LENGTH, NAME_LENGTH, openDays, type RitualKind, ROUND_SIZE, ritualKinds } from './rules.ts'
import { monthDays, nths, type Recurrence, ruleOf, type Weekday, weekdays } from './when.ts'
import { ritualErrors as e } from './words.ts'

/** As a form or a program gives it. */
export interface TypedRitual {
  kind: string
  name: string
  asks: string
  /** week: on `weekday`. nth: on the `nth` `weekday` of a month. day: on a `day` of a month. */
  every: string
  weekday: string
  nth: number
  day: number
  /** Of the community's clock, 0 to 23. */
  hour: number
  /** How long it stays open, in days. */
  days: number
  /** Handles, with or without @, between spaces or commas. */
  invited: string
}

export interface CheckedRitual {
  kind: RitualKind
  name: string
  asks: string
  rule: string
  hour: number
  open_days: number
  invited: string[]
}

const tidy = (text: string) => text.replaceAll('\u0000', '').toWellFormed().trim()

function recurrence({ every, weekday, nth, day }: TypedRitual): Recurrence {
  const known = weekdays.includes(weekday as Weekday) ? (weekday as Weekday) : undefined
  if (every === 'week' && known) return { every: 'week', weekday: known }
  if (every === 'nth' && known && nths.includes(nth as never)) return { every: 'month', nth, weekday: known }
  if (every === 'day' && monthDays.includes(day)) return { every: 'month', day }
  throw unfitting('every', 'recurrence_unfitting', e.chooseWhen)
}

async function invitedIn(house: House, viewer: MemberViewer, typed: TypedRitual): Promise<string[]> {
  if (typed.kind !== 'round') return []
  const handles = typed.invited
    .split(/[\s,]+/)
    .map((one) => one.replace(/^@/, '').toLowerCase())
    .filter(Boolean)
  if (handles.length < 2) throw unfitting('invited', 'invited_missing', e.inviteSomebody)
  if (handles.length > ROUND_SIZE)
    throw unfitting('invited', 'too_many_invited', e.tooManyInvited, { most: ROUND_SIZE })
  const known = await namesByHandle(house.db, viewer.communityId, handles)
  const unknown = handles.find((handle) => !known.has(handle))
  if (unknown) throw unfitting('invited', 'nobody_of_that_handle', e.nobodyThere, { handle: unknown })
  return [...new Set([...known.values()].map(({ id }) => id))]
}

/** @throws KindlingError beside the field that does not fit */
export async function checkSettings(
  house: House,
  viewer: MemberViewer,
  typed: TypedRitual,
): Promise<CheckedRitual> {
  const [name, asks] = [tidy(typed.name), tidy(typed.asks)]
  if (!ritualKinds.includes(typed.kind as RitualKind)) throw unfitting('kind', 'kind_unknown', e.chooseKind)
  if (!name) throw unfitting('name', 'name_missing', e.nameMissing)
  if (name.length > NAME_LENGTH)
    throw unfitting('name', 'name_too_long', e.nameTooLong, { most: NAME_LENGTH })
  if (!asks) throw unfitting('asks', 'asks_missing', e.asksMissing)
  if (asks.length > ASKS_LENGTH)
    throw unfitting('asks', 'asks_too_long', e.asksTooLong, { most: ASKS_LENGTH })
  const rule = ruleOf(recurrence(typed))
  const { hour, days } = typed
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    throw unfitting('hour', 'hour_unfitting', e.chooseHour)
  if (!openDays.includes(days as never)) throw unfitting('days', 'days_unfitting', e.chooseDays)
  const invited = await invitedIn(house, viewer, typed)
  return { kind: typed.kind as RitualKind, name, asks, rule, hour, open_days: days, invited }
}
