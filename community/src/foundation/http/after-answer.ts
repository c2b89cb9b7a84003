import type { House } from '../house.ts'

const running = new WeakMap<House, Set<Promise<void>>>()

/**
 * Does something once the answer has been handed on: nobody waits for it, and when it fails only the
 * log hears of it. For what may be lost without harm, such as how far somebody read.
 */
export function afterAnswer(house: House, what: string, work: () => Promise<unknown>): void {
  const all = running.get(house) ?? new Set()
  running.set(house, all)
  const one = new Promise<void>((resolve) => setImmediate(resolve))
    .then(work)
    .catch((error: Error & { code?: string }) =>
      house.log.error('after_answer_failed', { what, name: error.name, code: error.code }),
    )
    .then(() => void all.delete(one))
  all.add(one)
}

/** Waits until nothing is left to do after answers: before the database closes, and in tests. */
export async function answersSettled(house: House): Promise<void> {
  await Promise.all(running.get(house) ?? [])
}
