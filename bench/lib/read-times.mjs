/**
 * Times a reader; runs as it is in Node.js and, as text, in a browser. Wall time of each call, after a warm-up,
 * the best of several rounds: a busy moment of the machine makes a call slower and none faster. A reader may promise.
 */
export async function readTimes(read, texts, rounds) {
  for (const text of texts) await read(text)
  let best
  for (let round = 0; round < rounds; round++) {
    const times = []
    for (const text of texts) {
      const begin = performance.now()
      const found = read(text)
      if (found instanceof Promise) await found
      times.push(performance.now() - begin)
    }
    times.sort((one, other) => one - other)
    const found = { p50: times[Math.floor(times.length * 0.5)], p99: times[Math.floor(times.length * 0.99)] }
    best = best ? { p50: Math.min(best.p50, found.p50), p99: Math.min(best.p99, found.p99) } : found
  }
  return best
}
