import type { House, Trx, Work } from '../foundation/index.ts'
import { LETTER_WORK } from './hear-events.ts'
import { noticeKinds } from './kinds.ts'
import { lastLetterOf, lettersSoFar, markMailed, noteLetter, unmailed } from './letters-store.ts'
import { type Receiver, receiverOf } from './receiver.ts'
import { BETWEEN_LETTERS_OF_A_THREAD, mayWrite, TOO_OLD_FOR_A_LETTER } from './rules.ts'
import { readLines } from './say-line.ts'
import { readSettings } from './settings-store.ts'
import { noticeLetter } from './write-letter.ts'

/** Kinds whose letters go this way, as far as this member wants letters of them. */
export async function kindsByMail(house: House, to: Receiver, how: 'at-once' | 'daily'): Promise<string[]> {
  const { channels } = await readSettings(house.db, to.community.id, to.viewer.memberId)
  return noticeKinds(house)
    .filter((kind) => kind.mail === how && (channels.get(kind.name) ?? kind.usually) === 'mail')
    .map((kind) => kind.name)
}

async function write(
  house: House,
  trx: Trx,
  to: Receiver,
  together: string,
  kinds: readonly string[],
): Promise<void> {
  const now = house.clock.now()
  const { communityId, memberId } = to.viewer
  const soFar = await lettersSoFar(trx, communityId, memberId, now)
  const waiting = await unmailed(trx, communityId, memberId, { together, kinds })
  const fresh = waiting.filter((notice) => now.getTime() - notice.createdAt.getTime() < TOO_OLD_FOR_A_LETTER)
  const [line] = await readLines(house, to.viewer, [fresh])
  const awaited = line?.kind.awaited ?? false
  // Above the limit it waits in the place, and the digest may tell of it.
  if (line && !mayWrite(soFar, to.joinedAt, now, awaited)) return
  await markMailed(trx, communityId, memberId, waiting, now)
  if (!line) return
  await house.mail.send(noticeLetter(house, to, line))
  await noteLetter(trx, { communityId, memberId, sort: 'at-once', together, awaited }, now)
}

/**
 * Writes to one member about one thread: everything there that they have not read yet, in one letter, and
 * not more than one an hour.
 */
export const letterWork: Work = {
  name: LETTER_WORK,
  async run(house, data) {
    const { community = '', member = '', together = '' } = data
    const to = await receiverOf(house, community, member)
    if (!to) return
    const kinds = await kindsByMail(house, to, 'at-once')
    if (kinds.length === 0) return
    const last = await lastLetterOf(house.db, community, member, together)
    const next = last && new Date(last.getTime() + BETWEEN_LETTERS_OF_A_THREAD)
    if (next && next > house.clock.now())
      return house.jobs.enqueue(LETTER_WORK, data, { after: next, once: `${member} ${together}` })
    await house.db.transaction().execute((trx) => write(house, trx, to, together, kinds))
  },
}
