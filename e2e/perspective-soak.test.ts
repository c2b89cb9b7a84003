import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type PerspectiveServer, startPerspective } from './kit/perspective.ts'
import { report } from './kit/report.ts'

const thorough = process.env.KINDLING_ENDURE === '1'
const MILLISECONDS = thorough ? 600_000 : 6_000
const AT_ONCE = 8
/** Until then caches fill and the compiler is at work. */
const WARM = thorough ? 60_000 : 2_000

/** Words that stand nowhere else, so that they would be found wherever they are kept. */
const marked = 'Zirkonquaste'

/** A source of numbers that gives the same ones each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Make = (random: () => number) => { path: string; body: string; type?: string }

const analyze = (body: unknown) => ({
  path: '/v1alpha1/comments:analyze?key=a',
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const words = ['you', 'never', 'thank', 'liar', 'soup', 'why', 'all', 'of', marked, '🎉', 'ﷺ', '\ud800']
const textOf = (random: () => number, length: number): string => {
  let text = ''
  while (text.length < length) text += `${words[Math.floor(random() * words.length)]} `
  return text.slice(0, length)
}
const asked = { TOXICITY: {}, INSULT: { scoreThreshold: 0.5 }, CURIOSITY_EXPERIMENTAL: {} }

/** Good ones and bad ones, of every kind that clients send by mistake. */
const kinds: Make[] = [
  (random) => analyze({ comment: { text: textOf(random, 20 + random() * 400) }, requestedAttributes: asked }),
  (random) =>
    analyze({
      comment: { text: textOf(random, 5_000) },
      requestedAttributes: asked,
      spanAnnotations: true,
    }),
  (random) => analyze({ comment: { text: textOf(random, 30_000) }, requestedAttributes: asked }),
  () => analyze({ comment: { text: '' }, requestedAttributes: asked }),
  (random) => analyze({ comment: { text: textOf(random, 50) }, requestedAttributes: { NOTHING: {} } }),
  (random) =>
    analyze({ comment: { text: textOf(random, 50) }, requestedAttributes: asked, languages: ['tr'] }),
  (random) => analyze(`{comment: {text: "${textOf(random, 40).replace(/\W/g, ' ')}"`),
  (random) => analyze(textOf(random, 200)),
  (random) => ({
    path: '/v1alpha1/comments:suggestscore?key=a',
    body: JSON.stringify({
      comment: { text: textOf(random, 100) },
      attributeScores: { TOXICITY: { summaryScore: { value: random() * 1.2 } } },
    }),
  }),
  (random) => ({ path: '/batch', body: textOf(random, 300), type: 'multipart/mixed; boundary=one' }),
]

const memoryOf = ({ process: { pid } }: PerspectiveServer): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
  return Number(kilobytes) / 1000
}

async function askOver(
  server: PerspectiveServer,
  seed: number,
  statuses: Map<number, number>,
  until: number,
) {
  const random = numbers(seed)
  while (Date.now() < until) {
    const { path, body, type } = kinds[Math.floor(random() * kinds.length)]!(random)
    const headers = { 'content-type': type ?? 'application/json' }
    const response = await fetch(server.url + path, { method: 'POST', headers, body })
    await response.arrayBuffer()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  }
}

test(
  'OPEN-1 mixed good and bad requests: no error of ours, no growth of memory, and nothing of a text is kept or logged',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kindling-soak-'))
    const server = await startPerspective([], { TMPDIR: folder, HOME: folder, KINDLING_DATA: folder })
    try {
      const statuses = new Map<number, number>()
      const until = Date.now() + MILLISECONDS
      const asking = Array.from({ length: AT_ONCE }, (_, at) => askOver(server, at + 1, statuses, until))
      await new Promise((resolve) => setTimeout(resolve, WARM))
      const warm = memoryOf(server)
      await Promise.all(asking)
      const end = memoryOf(server)
      const total = [...statuses.values()].reduce((sum, count) => sum + count, 0)
      await report('perspective-soak', 'The Perspective routes under mixed good and bad requests', [
        ['minutes, connections', `${MILLISECONDS / 60_000}, ${AT_ONCE}`],
        ['requests, of every kind that clients send by mistake among them', String(total)],
        ...[...statuses].sort().map(([status, count]) => [`answered ${status}`, String(count)] as const),
        ['memory after the first minute', `${Math.round(warm)} MB`],
        ['memory at the end', `${Math.round(end)} MB`],
      ])
      expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([])
      expect(statuses.get(200)).toBeGreaterThan(20)
      expect(statuses.get(400)).toBeGreaterThan(20)
      expect(end).toBeLessThan(300)
      if (thorough) expect(end).toBeLessThan(warm * 1.1 + 10)
      expect(server.said()).not.toContain(marked)
      expect(readdirSync(folder)).toEqual([])
    } finally {
      expect(await server.stop()).toBe(0)
    }
  },
  MILLISECONDS + 60_000,
)
