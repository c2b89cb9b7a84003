import { openConnection, requestBytes } from './client.mjs'

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/** p50 and p99 of times in milliseconds. */
export function quantiles(times) {
  const sorted = Float64Array.from(times).sort()
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) }
}

/**
 * Asks over and over on so many connections, for so many milliseconds or until so many were answered.
 * @param kind {name, status, next()}: next gives the next request; `keep` receives every time
 */
export async function load(
  server,
  kind,
  { connections, milliseconds, most = Number.POSITIVE_INFINITY, keep },
) {
  const times = []
  const open = Array.from({ length: connections }, () => openConnection(server.port))
  const begun = performance.now()
  const end = begun + milliseconds
  const before = await server.usage()
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() < end && times.length < most) {
        const bytes = requestBytes(kind.next())
        const asked = performance.now()
        const { status, bytes: body } = await connection.ask(bytes)
        times.push(performance.now() - asked)
        if (status !== kind.status)
          throw new Error(
            `${kind.name} answered ${status} where ${kind.status} was expected: ${body.toString('utf8', 0, 300)}`,
          )
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const after = await server.usage()
  for (const connection of open) connection.close()
  keep?.push(...times)
  return {
    count: times.length,
    perSecond: times.length / seconds,
    cpuMilliseconds: (after.cpuMilliseconds - before.cpuMilliseconds) / times.length,
    ...quantiles(times),
  }
}
