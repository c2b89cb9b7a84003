import { KindlingError } from '../errors/kindling-error.ts'
import type { StoredEvent } from '../events/outbox.ts'
import type { Wake } from '../events/wake.ts'
import type { House } from '../house.ts'
import type { MemberViewer } from '../http/viewer.ts'
import { isId, lowestIdAt, timeOfId } from '../ids/uuid.ts'
import { LiveConnection } from './connection.ts'
import { eventsAfter } from './lately.ts'
import type { Listening } from './topic.ts'
import { liveErrors as e } from './words.ts'

export const MOST_PER_MEMBER = 8
/** A transaction may commit after one that began later: each look goes back this far. */
const LOOK_BACK_MILLISECONDS = 15_000
/** What a page that lost its connection is told again. */
const REPLAY_MILLISECONDS = 600_000
const MOST_EVENTS = 500
const BEAT_MILLISECONDS = 25_000
/** A page signs in anew this often: a session that ended stops listening. */
const LONGEST_MILLISECONDS = 600_000

export interface Opening {
  listening: readonly Listening[]
  /** The last event the browser knows. */
  lastEventId?: string | undefined
  /** When the page was made; what happened since is told. */
  since?: number | undefined
}

/** The open pages of this server, and what they are told. Every server reads the same outbox. */
export class LiveHub {
  readonly #connections = new Set<LiveConnection>()
  readonly #seen = new Map<string, number>()
  readonly #timers = new Map<LiveConnection, NodeJS.Timeout>()
  #beat: NodeJS.Timeout | undefined
  #look: Promise<void> | undefined
  #again = false
  #house: House | undefined

  start(house: House, wake: Wake): void {
    this.#house = house
    wake.add(() => this.look())
    this.#beat = setInterval(() => {
      for (const connection of [...this.#connections]) connection.beat()
    }, BEAT_MILLISECONDS)
    this.#beat.unref()
  }

  /** Ends every open page's connection; browsers come back by themselves. */
  close(): void {
    clearInterval(this.#beat)
    this.#house = undefined
    for (const connection of [...this.#connections]) connection.end()
  }

  get size(): number {
    return this.#connections.size
  }

  /**
   * Opens a stream of events for one page.
   * @throws KindlingError `too_many_pages`, `live_closed`
   */
  async open(viewer: MemberViewer, opening: Opening): Promise<ReadableStream<Uint8Array>> {
    const house = this.#house
    if (!house) throw new KindlingError('live_closed', e.closing, { status: 503 })
    const open = [...this.#connections].filter((one) => one.viewer.memberId === viewer.memberId)
    if (open.length >= MOST_PER_MEMBER)
      throw new KindlingError('too_many_pages', e.manyPages, { status: 429 })
    const now = house.clock.now().getTime()
    const known = opening.lastEventId && isId(opening.lastEventId) ? opening.lastEventId : undefined
    const since = Math.max(known ? timeOfId(known) : (opening.since ?? now), now - REPLAY_MILLISECONDS)
    const connection = new LiveConnection(house, viewer, opening.listening, { since, known }, (one) =>
      this.#forget(one),
    )
    this.#connections.add(connection)
    const timer = setTimeout(() => connection.end(), LONGEST_MILLISECONDS)
    timer.unref()
    this.#timers.set(connection, timer)
    const missed = await eventsAfter(house, [viewer.communityId], lowestIdAt(since), MOST_EVENTS)
    for (const event of missed) void connection.offer(event)
    return connection.body
  }

  /** Reads what happened and offers it to every open page. */
  look(): void {
    if (!this.#house || this.#connections.size === 0) return
    if (this.#look) this.#again = true
    else this.#look = this.#looks(this.#house)
  }

  async #looks(house: House): Promise<void> {
    do {
      this.#again = false
      await this.#lookOnce(house).catch((error: Error & { code?: string }) =>
        house.log.error('live_not_read', { name: error.name, code: error.code }),
      )
    } while (this.#again)
    this.#look = undefined
  }

  async #lookOnce(house: House): Promise<void> {
    const communities = [...new Set([...this.#connections].map((one) => one.viewer.communityId))]
    const now = house.clock.now().getTime()
    let after = lowestIdAt(now - LOOK_BACK_MILLISECONDS)
    for (let full = true; full; ) {
      const events = await eventsAfter(house, communities, after, MOST_EVENTS)
      await Promise.all(
        events.filter((event) => !this.#seen.has(event.id)).map((event) => this.#offer(event)),
      )
      full = events.length === MOST_EVENTS
      after = events.at(-1)?.id ?? after
    }
    for (const [id, time] of this.#seen) if (time < now - 2 * LOOK_BACK_MILLISECONDS) this.#seen.delete(id)
  }

  async #offer(event: StoredEvent): Promise<void> {
    this.#seen.set(event.id, timeOfId(event.id))
    const here = [...this.#connections].filter((one) => one.viewer.communityId === event.communityId)
    await Promise.all(here.map((one) => one.offer(event)))
  }

  #forget(connection: LiveConnection): void {
    this.#connections.delete(connection)
    clearTimeout(this.#timers.get(connection))
    this.#timers.delete(connection)
  }
}
