import type { Listener } from '../feature.ts'
import type { House } from '../house.ts'
import {
  begunHearings,
  communitiesWaiting,
  type DueHearing,
  dueHearings,
  type Hearing,
  hearingKey,
  keepHearings,
  markHandled,
  waitingEvents,
} from './hearings.ts'
import type { StoredEvent } from './outbox.ts'

const BATCH = 100
/** Longer than any listener needs: slow work belongs into a job. */
const PATIENCE_MILLISECONDS = 30_000
const FIRST_WAIT_MILLISECONDS = 5_000
const LONGEST_WAIT_MILLISECONDS = 3_600_000
/** About half a day; what fails for longer needs a person. */
export const MOST_ATTEMPTS = 20

/** How long to wait after this many failures. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MILLISECONDS * 2 ** (attempts - 1), LONGEST_WAIT_MILLISECONDS)
}

async function within(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('too slow'), { code: 'too_slow' })),
      PATIENCE_MILLISECONDS,
    )
    timer.unref()
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function hears(listener: Listener, event: StoredEvent): boolean {
  return listener.kinds === 'every' || listener.kinds.includes(event.kind)
}

/** Tells one listener of one event. A failure is noted, logged and tried again later; it stops nobody else. */
async function tell(house: House, listener: Listener, event: StoredEvent, before: number): Promise<Hearing> {
  const attempts = before + 1
  const hearing = { eventId: event.id, listener: listener.name, attempts }
  try {
    await within(listener.hear(house, event))
    return { ...hearing, heardAt: house.clock.now(), tryAt: null }
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string }
    const givenUp = attempts >= MOST_ATTEMPTS
    house.log.error(givenUp ? 'listener_gave_up' : 'listener_failed', {
      listener: listener.name,
      kind: event.kind,
      eventId: event.id,
      attempts,
      name,
      code,
    })
    const tryAt = givenUp ? null : new Date(house.clock.now().getTime() + waitAfter(attempts))
    return { ...hearing, heardAt: null, tryAt }
  }
}

/** Tells what is new, in the order it happened. @returns how many events had their turn */
async function tellNew(house: House, listeners: readonly Listener[], communityId: string): Promise<number> {
  const events = await waitingEvents(house.db, communityId, BATCH)
  if (events.length === 0) return 0
  const ids = events.map((event) => event.id)
  const begun = await begunHearings(house.db, communityId, ids)
  for (const event of events) {
    const open = listeners.filter((one) => hears(one, event) && !begun.has(hearingKey(event.id, one.name)))
    await keepHearings(
      house.db,
      communityId,
      await Promise.all(open.map((one) => tell(house, one, event, 0))),
    )
  }
  await markHandled(house.db, communityId, ids, house.clock.now())
  return events.length
}

async function tellAgain(house: House, listeners: readonly Listener[], communityId: string): Promise<void> {
  const again = async ({ event, listener, attempts }: DueHearing): Promise<Hearing> => {
    const found = listeners.find((one) => one.name === listener)
    // A listener that this version no longer has will not come back.
    if (!found) return { eventId: event.id, listener, heardAt: null, attempts, tryAt: null }
    return tell(house, found, event, attempts)
  }
  for (const due of await dueHearings(house.db, communityId, house.clock.now(), BATCH))
    await keepHearings(house.db, communityId, [await again(due)])
}

/**
 * Tells one community's listeners everything that waits, unless another server is at it. The lock ends
 * with its connection, so that a server that dies hands over at once.
 */
async function deliverFor(
  house: House,
  listeners: readonly Listener[],
  communityId: string,
): Promise<number> {
  const holder = await house.pool.connect()
  let broken: Error | undefined
  // The database may go away while the connection is held; the next query says so.
  const ignore = () => {}
  holder.on('error', ignore)
  const lock = `events ${communityId}`
  try {
    const { rows } = await holder.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [
      lock,
    ])
    if (!rows[0].mine) return 0
    let all = 0
    for (let told = BATCH; told === BATCH; all += told) told = await tellNew(house, listeners, communityId)
    await tellAgain(house, listeners, communityId)
    await holder.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock])
    return all
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection that may still hold the lock is closed rather than kept.
    holder.off('error', ignore)
    holder.release(broken)
  }
}

/** One round over every community with something to tell. @returns how many events had their first turn */
export async function deliverEvents(house: House, listeners: readonly Listener[]): Promise<number> {
  let all = 0
  for (const communityId of await communitiesWaiting(house.db, house.clock.now()))
    all += await deliverFor(house, listeners, communityId)
  return all
}
