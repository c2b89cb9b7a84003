import type { Feature, Listener } from '../feature.ts'
import type { House } from '../house.ts'
import { deliverEvents } from './deliver.ts'
import type { Wake } from './wake.ts'

/** All listeners of these features. @throws Error when two have the same name */
export function listenersOf(features: readonly Feature[]): Listener[] {
  const listeners = features.flatMap((feature) => feature.listeners ?? [])
  const names = new Set(listeners.map((one) => one.name))
  if (names.size < listeners.length) throw new Error('Two listeners have the same name.')
  return listeners
}

/** Carries events from the outbox to the features that listen, whenever it is woken. */
export class Courier {
  readonly #house: House
  readonly #listeners: readonly Listener[]
  #round: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(house: House) {
    this.#house = house
    this.#listeners = listenersOf(house.features)
  }

  start(wake: Wake): void {
    wake.add(() => this.#go())
    this.#go()
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#round
  }

  #go(): void {
    if (this.#stopped) return
    if (this.#round) this.#again = true
    else this.#round = this.#rounds()
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false
      await deliverEvents(this.#house, this.#listeners).catch((error: Error & { code?: string }) =>
        this.#house.log.error('events_not_delivered', { name: error.name, code: error.code }),
      )
    } while (this.#again && !this.#stopped)
    this.#round = undefined
  }
}
