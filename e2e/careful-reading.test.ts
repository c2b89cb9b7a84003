import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type * as tone from '@kindling/tone'
import { type BuildOptions, build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGE_POLICY, WORKER_POLICY } from '../community/src/foundation/http/guard.ts'
import { makeCarefulModel } from '../tone/src/careful/model.ts'
import { readCareful } from '../tone/src/careful/read-careful.ts'
import { languageOf } from '../tone/src/language/language.ts'
import { makeQuickModel } from '../tone/src/quick/model.ts'
import { carefulModel } from '../tone/test/careful-model.ts'
import { tinyModel } from '../tone/test/tiny-model.ts'
import { type Person, person } from './kit/browser.ts'
import { expectSameReading } from './kit/same-reading.ts'
import { texts } from './kit/texts.ts'

const sources = fileURLToPath(new URL('../tone/src/', import.meta.url))
const quick = tinyModel()
const careful = carefulModel({ heads: 4, layers: [256, 128], positions: 64, ask: { from: 0, until: 1 } })

// What the page may do itself is found out by its own script: what a test has run in it is under no policy.
const pageScript = `
import * as tone from '${sources}index.ts'
globalThis.tone = tone
try {
  new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
  globalThis.mayCompile = true
} catch {
  globalThis.mayCompile = false
}`

async function bundle(from: Pick<BuildOptions, 'entryPoints' | 'stdin'>): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...from,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.contents
}

/** A site with the policies of ours: pages compile nothing, the worker's own answer lets it. */
async function serve(): Promise<Server> {
  const worker = await bundle({ entryPoints: [`${sources}careful/worker.ts`] })
  const files: Record<string, [type: string, body: Uint8Array | string, policy?: string]> = {
    '/': ['text/html', '<!doctype html><title>reading</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundle({ stdin: { contents: pageScript, resolveDir: sources } })],
    '/worker.js': ['text/javascript', worker, WORKER_POLICY],
    '/tight-worker.js': ['text/javascript', worker],
    '/quick.bin': ['application/octet-stream', quick],
    '/careful.bin': ['application/octet-stream', careful],
  }
  const server = createServer((request, response) => {
    const found = files[request.url ?? '']
    const [type, body, policy = PAGE_POLICY] = found ?? ['text/plain', 'nothing here']
    response
      .writeHead(found ? 200 : 404, { 'content-type': type, 'content-security-policy': policy })
      .end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

let server: Server
let someone: Person
let page: Page

beforeAll(async () => {
  server = await serve()
  someone = await person(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  page = someone.page
  await page.goto('/')
  await page.waitForFunction(() => 'mayCompile' in globalThis)
})
afterAll(() => void server.close())

/** Loads in the page; a code where that fails. */
function load(from: string, worker = '/worker.js'): Promise<string> {
  return page.evaluate(
    async ([address, script]) => {
      const here = (globalThis as unknown as { tone: typeof tone }).tone
      await here.loadQuick('/quick.bin')
      return here.loadCareful(address, { quick: '/quick.bin', worker: script }).then(
        ({ about }) => about.version,
        (error) => error.code as string,
      )
    },
    [from, worker] as const,
  )
}

test('OPEN-3 the careful reader reads in a browser as in Node.js, in a worker, where pages may compile nothing', async () => {
  expect(await page.evaluate(() => (globalThis as unknown as { mayCompile: boolean }).mayCompile)).toBe(false)
  expect(await load('/careful.bin')).toBe('fixture')
  expect(page.workers()).toHaveLength(1)
  const messages = texts()
  expect(messages.length).toBeGreaterThan(300)
  const there = await page.evaluate(async (list) => {
    const here = (globalThis as unknown as { tone: typeof tone }).tone
    return Promise.all(list.map((text) => here.readCarefully(text, { reader: 'careful' })))
  }, messages)
  const model = makeCarefulModel(careful, makeQuickModel(quick))
  for (const [at, text] of messages.entries()) {
    const own = readCareful(model, text, { language: (normalised) => languageOf(normalised) })
    expectSameReading(own, there[at]!, text)
  }
})

test('while the worker reads, the page goes on', async () => {
  await load('/careful.bin')
  const longest = await page.evaluate(async () => {
    const here = (globalThis as unknown as { tone: typeof tone }).tone
    const text = 'You are never here, and that is a thing we all know. '.repeat(380)
    let [reading, most, last] = [true, 0, performance.now()]
    const begin = last
    const done = here.readCarefully(text, { reader: 'careful' }).then(() => {
      reading = false
    })
    while (reading) {
      await new Promise((resolve) => setTimeout(resolve))
      const now = performance.now()
      most = Math.max(most, now - last)
      last = now
    }
    await done
    return most / (performance.now() - begin)
  })
  // A page that waited would wait for nearly all of it.
  expect(longest).toBeLessThan(0.5)
})

test.each([
  ['a model that is not there', '/none.bin', '/worker.js', 'model_missing'],
  ['what is no model', '/page.js', '/worker.js', 'model_unreadable'],
  ['a worker that is not there', '/careful.bin', '/none.js', 'reader_failed'],
  ['a worker that may not compile', '/careful.bin', '/tight-worker.js', 'reader_failed'],
])('%s is a typed error in the browser as well', async (_, from, worker, code) => {
  expect(await load(from, worker)).toBe(code)
})
