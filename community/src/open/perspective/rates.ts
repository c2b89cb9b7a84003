const MINUTE = 60_000
/** Callers that are remembered at once; beyond them the longest silent are forgotten. */
const CALLERS_AT_MOST = 100_000

/** Counts what each caller asked within a minute. */
export interface Rates {
  /**
   * Counts one more request.
   * @returns seconds to wait where there were enough, else 0
   */
  take(caller: string, perMinute: number): number | Promise<number>
}

interface Window {
  begun: number
  count: number
}

/** Counts in memory, by the clock that is given (milliseconds). */
export class MemoryRates implements Rates {
  readonly #windows = new Map<string, Window>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  take(caller: string, perMinute: number): number {
    const now = this.#now()
    let window = this.#windows.get(caller)
    if (!window || now - window.begun >= MINUTE || now < window.begun) {
      window = { begun: now, count: 0 }
      // Moved to the end: the first in line is the one that has been silent longest.
      this.#windows.delete(caller)
      this.#windows.set(caller, window)
      this.#forget()
    }
    if (window.count >= perMinute) return Math.max(1, Math.ceil((window.begun + MINUTE - now) / 1000))
    window.count++
    return 0
  }

  #forget(): void {
    if (this.#windows.size <= CALLERS_AT_MOST) return
    const [oldest] = this.#windows.keys()
    this.#windows.delete(oldest!)
  }
}
