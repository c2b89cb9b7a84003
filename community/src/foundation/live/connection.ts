import type { StoredEvent } from '../events/outbox.ts'
import type { House } from '../house.ts'
import type { MemberViewer } from '../http/viewer.ts'
import { timeOfId } from '../ids/uuid.ts'
import type { Listening, LiveMessage } from './topic.ts'

/** How long a browser waits before it comes back. */
const RETRY_MILLISECONDS = 3_000
/** Lines that a slow reader may leave waiting before the connection ends; it comes back with the last id. */
const MOST_WAITING = 64
const REMEMBERED = 500

/** One open page. */
export class LiveConnection {
  readonly viewer: MemberViewer
  readonly body: ReadableStream<Uint8Array>
  readonly #house: House
  readonly #listening: readonly Listening[]
  readonly #since: number
  readonly #told = new Set<string>()
  readonly #onEnd: (connection: LiveConnection) => void
  #controller!: ReadableStreamDefaultController<Uint8Array>
  #turn: Promise<void> = Promise.resolve()
  #ended = false

  constructor(
    house: House,
    viewer: MemberViewer,
    listening: readonly Listening[],
    from: { since: number; known?: string | undefined },
    onEnd: (connection: LiveConnection) => void,
  ) {
    this.#house = house
    this.viewer = viewer
    this.#listening = listening
    this.#since = from.since
    if (from.known) this.#told.add(from.known)
    this.#onEnd = onEnd
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => this.#finish(),
      },
      { highWaterMark: MOST_WAITING },
    )
    this.#write(`retry: ${RETRY_MILLISECONDS}\n\n`)
  }

  /** Tells of an event what this viewer may know, in order and once. */
  offer(event: StoredEvent): Promise<void> {
    if (timeOfId(event.id) < this.#since || this.#told.has(event.id)) return this.#turn
    const wanted = this.#listening.filter(
      ({ topic, key }) => topic.kinds.includes(event.kind) && topic.concerns(event, this.viewer, key),
    )
    if (wanted.length === 0) return this.#turn
    this.#remember(event.id)
    this.#turn = this.#turn.then(async () => {
      for (const one of wanted) await this.#tell(one, event)
    })
    return this.#turn
  }

  beat(): void {
    this.#write(': still here\n\n')
  }

  end(): void {
    if (this.#ended) return
    this.#finish()
    this.#controller.close()
  }

  async #tell({ topic, key }: Listening, event: StoredEvent): Promise<void> {
    if (this.#ended) return
    try {
      const message = await topic.tell(this.#house, this.viewer, event, key)
      if (message) this.#send(topic.name, event.id, message)
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string }
      this.#house.log.error('live_failed', { topic: topic.name, eventId: event.id, name, code })
    }
  }

  #send(topic: string, id: string, message: LiveMessage): void {
    this.#write(`event: ${topic}\nid: ${id}\ndata: ${JSON.stringify(message)}\n\n`)
  }

  #write(text: string): void {
    if (this.#ended) return
    if ((this.#controller.desiredSize ?? 0) <= 0) this.end()
    else this.#controller.enqueue(new TextEncoder().encode(text))
  }

  #remember(id: string): void {
    this.#told.add(id)
    if (this.#told.size > REMEMBERED) this.#told.delete(this.#told.values().next().value!)
  }

  #finish(): void {
    this.#ended = true
    this.#onEnd(this)
  }
}
