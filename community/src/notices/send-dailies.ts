import { type Community, type House, type Job, localTime } from '../foundation/index.ts'
import { noticeKinds } from './kinds.ts'
import {
  byTogether,
  lastDaily,
  lettersSoFar,
  markMailed,
  membersWithUnmailed,
  noteLetter,
  unmailed,
} from './letters-store.ts'
import { type Receiver, receiverOf } from './receiver.ts'
import { mayWrite, TOO_OLD_FOR_A_LETTER, zonesWhere } from './rules.ts'
import { readLines } from './say-line.ts'
import { kindsByMail } from './send-letter.ts'
import { zonesOf } from './settings-store.ts'
import { dailyLetter } from './write-letter.ts'

/** Most lines in one letter; the rest is in the place. */
const MOST_LINES = 20

async function hadOneToday(house: House, to: Receiver, now: Date): Promise<boolean> {
  const last = await lastDaily(house.db, to.community.id, to.viewer.memberId)
  return (
    last !== undefined &&
    localTime(to.zone, last.getTime()).dayNumber === localTime(to.zone, now.getTime()).dayNumber
  )
}

async function write(house: House, to: Receiver, kinds: readonly string[]): Promise<void> {
  const now = house.clock.now()
  const { communityId, memberId } = to.viewer
  await house.db.transaction().execute(async (trx) => {
    const soFar = await lettersSoFar(trx, communityId, memberId, now)
    if (!mayWrite(soFar, to.joinedAt, now, false) || (await hadOneToday(house, to, now))) return
    const waiting = await unmailed(trx, communityId, memberId, { kinds })
    const lines = await readLines(house, to.viewer, byTogether(waiting).slice(0, MOST_LINES))
    await markMailed(trx, communityId, memberId, waiting, now)
    if (lines.length === 0) return
    await house.mail.send(dailyLetter(house, to, lines))
    await noteLetter(trx, { communityId, memberId, sort: 'daily' }, now)
  })
}

/** Writes, in the evening of who gets them, the letters that hold all of a day. */
export async function sendDailies(house: House, community: Community): Promise<void> {
  const now = house.clock.now()
  const names = noticeKinds(house)
    .filter((kind) => kind.mail === 'daily')
    .map((kind) => kind.name)
  const zones = zonesWhere(await zonesOf(house.db, community.id, community.timeZone), now, 'evening')
  const since = new Date(now.getTime() - TOO_OLD_FOR_A_LETTER)
  for (const memberId of await membersWithUnmailed(
    house.db,
    community.id,
    names,
    zones,
    community.timeZone,
    since,
  )) {
    const to = await receiverOf(house, community.id, memberId)
    const kinds = to ? await kindsByMail(house, to, 'daily') : []
    if (to && kinds.length > 0) await write(house, to, kinds)
  }
}

export const dailiesJob: Job = {
  name: 'notice-dailies',
  schedule: '8 * * * *',
  async run(house) {
    for (const community of await house.communities.all()) await sendDailies(house, community)
  },
}
