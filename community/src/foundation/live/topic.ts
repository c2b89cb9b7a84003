import type { StoredEvent } from '../events/outbox.ts'
import type { House } from '../house.ts'
import type { MemberViewer } from '../http/viewer.ts'

/** What a page is told: ids and small facts. The page fetches what it shows, so that reading has one door. */
export type LiveMessage = Readonly<Record<string, string | number | boolean>>

/**
 * Something a page can listen to, as `/live?topic=name:key`. The floor that owns it says who may listen and
 * what each listener is told; both ask the same visibility as its pages.
 */
export interface LiveTopic {
  /** Lower-case letters and hyphens. */
  name: string
  kinds: readonly string[]
  /** Asked once, when a page begins to listen. */
  mayListen(house: House, viewer: MemberViewer, key: string): Promise<boolean>
  /** Quick, without I/O: may this event matter to who listens to this key? */
  concerns(event: StoredEvent, viewer: MemberViewer, key: string): boolean
  /** Asked for every event and listener; undefined where it is not for this person. */
  tell(house: House, viewer: MemberViewer, event: StoredEvent, key: string): Promise<LiveMessage | undefined>
}

/** A topic with the key somebody listens to. */
export interface Listening {
  topic: LiveTopic
  key: string
}

/** "thread:<id>" to its topic; undefined for what nobody offers. */
export function parseTopic(topics: readonly LiveTopic[], wanted: string): Listening | undefined {
  const [name, key = ''] = wanted.split(':', 2)
  const topic = topics.find((one) => one.name === name)
  return topic && { topic, key }
}
