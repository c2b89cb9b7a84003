import { request } from 'node:http'

/**
 * A page somebody has open: its connection to /live, and when each event came.
 * @returns {Promise<{heard: Map<string, number>, close(): void}>} by the id an event holds, milliseconds of performance.now()
 */
export function openLivePage(port, { topic, key, cookie }) {
  const heard = new Map()
  return new Promise((resolve, reject) => {
    const path = `/live?topic=${topic}:${key}`
    const asked = request({ host: '127.0.0.1', port, path, headers: { cookie }, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`/live answered ${answer.statusCode}.`))
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (text) => {
        const at = performance.now()
        const lines = (rest + text).split('\n')
        rest = lines.pop()
        for (const line of lines) {
          const found = /^data: .*"thanks":"([0-9a-f-]+)"/.exec(line)
          if (found && !heard.has(found[1])) heard.set(found[1], at)
        }
      })
      answer.on('error', () => {})
      resolve({ heard, close: () => asked.destroy() })
    })
    asked.on('error', reject)
    asked.end()
  })
}
