import { forbidden, type House, type MemberViewer, unfitting } from '../foundation/index.ts'
import { messagePolicy } from './policy.ts'
import { minuteOf, type QuietHours, type Takes, takings } from './rules.ts'
import { setSettings } from './settings-store.ts'
import { messageErrors } from './words.ts'

/** What a member chose, as typed. */
export interface Choosing {
  takes: string
  quiet: boolean
  /** Times of day, such as 22:30; asked for where there are to be quiet hours. */
  from: string
  until: string
}

function quietOf({ quiet, from, until }: Choosing): QuietHours | undefined {
  if (!quiet) return undefined
  const hours = { from: minuteOf(from), until: minuteOf(until) }
  for (const field of ['from', 'until'] as const)
    if (hours[field] === undefined) throw unfitting(field, 'time_wrong', messageErrors.timeWrong)
  if (hours.from === hours.until) throw unfitting('until', 'times_same', messageErrors.timesSame)
  return hours as QuietHours
}

/**
 * Who may ask to write, and when it is quiet.
 * @throws KindlingError `time_wrong`, `times_same`, `choice_wrong`
 */
export async function chooseSettings(house: House, viewer: MemberViewer, choosing: Choosing): Promise<void> {
  if (!messagePolicy.use(viewer)) throw forbidden('closed_here', messageErrors.closedHere)
  const takes = takings.find((one) => one === choosing.takes) as Takes | undefined
  if (!takes) throw unfitting('takes', 'choice_wrong', messageErrors.chooseWrong)
  await setSettings(house.db, viewer.communityId, viewer.memberId, { takes, quiet: quietOf(choosing) })
}
