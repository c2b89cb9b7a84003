import { expect, test } from 'vitest'
import { appWith, ask, comment } from '../../../test/kit/perspective.ts'
import { BATCH_AT_MOST } from './body.ts'

/** A request that says how much will come, and brings only what it is given. */
function begun(path: string, declared: number) {
  let source!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      source = controller
    },
  })
  const headers = { 'content-length': String(declared), 'content-type': 'multipart/mixed; boundary=one' }
  const answer = appWith().request(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  return { source, answer }
}

const large = comment('Hm.', { context: { entries: [{ text: 'a'.repeat(200_000) }] } })

test('a length that was only declared keeps nobody out', async () => {
  const waiting = Array.from({ length: 8 }, () => begun('/batch', BATCH_AT_MOST))
  expect((await ask(appWith(), comment('Hm.'))).status).toBe(200)
  expect((await ask(appWith(), large)).status).toBe(200)
  for (const { source } of waiting) source.error(new Error('Hung up.'))
  for (const { answer } of waiting) expect((await answer).status).toBe(400)
})

test('what has come keeps large bodies waiting, small ones never, and only until it is read', async () => {
  const waiting = Array.from({ length: 5 }, () => begun('/batch', BATCH_AT_MOST))
  for (const { source } of waiting) source.enqueue(new Uint8Array(31 * 1024 * 1024))
  const answers = await Promise.all([
    waiting[4]!.answer,
    ask(appWith(), large),
    ask(appWith(), comment('Hm.')),
  ])
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 200])
  expect((answers[0] as Response).headers.get('retry-after')).toBe('1')
  for (const { source } of waiting.slice(0, 4)) source.error(new Error('Hung up.'))
  for (const { answer } of waiting.slice(0, 4)) await answer
  expect((await ask(appWith(), large)).status).toBe(200)
})

test('more than the most is not begun', async () => {
  const { answer } = begun('/v1alpha1/comments:analyze', BATCH_AT_MOST)
  expect((await answer).status).toBe(413)
})
