/** Begun before the first of them has to be finished: enough that a worker never waits for its next. */
const AT_ONCE = 32

/** Does several things at once and gives what comes of them in the order they stand. */
export async function* inOrder<T>(tasks: readonly (() => Promise<T>)[], atOnce = AT_ONCE): AsyncGenerator<T> {
  const begun: Promise<T>[] = []
  for (const task of tasks) {
    if (begun.length === atOnce) yield await begun.shift()!
    const one = task()
    // Waited for in its turn; until then its failure is nobody's.
    one.catch(() => {})
    begun.push(one)
  }
  for (const one of begun) yield await one
}
