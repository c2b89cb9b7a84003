import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { build as viteBuild } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from './kit/browser.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
/** A project of somebody else, with the package as it would be published. */
let project: string
let listed: string[]

const at = (...path: string[]) => join(project, ...path)
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'kindling-package-'))
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
      cwd: join(root, 'tone'),
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  )
  // npm answers a list, or in later versions an object by name.
  const [{ filename, files }] = Object.values(packed) as [{ filename: string; files: { path: string }[] }]
  listed = files.map(({ path }) => path)
  writeFileSync(at('package.json'), '{"name":"site","private":true,"type":"module"}')
  mkdirSync(at('node_modules', '@kindling', 'tone'), { recursive: true })
  run('tar', 'xzf', filename, '-C', 'node_modules/@kindling/tone', '--strip-components=1')
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

test('OPEN-3 the package holds what it needs and nothing else: types, both readers, the model card; no dependency', () => {
  for (const file of ['dist/index.js', 'dist/index.d.ts', 'dist/node.js', 'README.md', 'LICENSE'])
    expect(listed).toContain(file)
  for (const file of ['quick.bin', 'careful.bin', 'MODEL_CARD.md'])
    expect(listed).toContain(`dist/model/${file}`)
  expect(listed.filter((path) => /test|src\/|training|\.map$/.test(path))).toEqual([])
  const about = JSON.parse(readFileSync(at('node_modules/@kindling/tone/package.json'), 'utf8'))
  expect(about.dependencies).toBeUndefined()
  expect(about.scripts?.install ?? about.scripts?.postinstall).toBeUndefined()
})

test("OPEN-3 the README's own first lines, in Node.js", () => {
  const readme = readFileSync(at('node_modules/@kindling/tone/README.md'), 'utf8')
  const first = /```ts\n([\s\S]*?)```/.exec(readme)![1]!
  expect(first.trim().split('\n').length).toBeLessThanOrEqual(5)
  writeFileSync(at('first.mjs'), `${first}\nconsole.log(JSON.stringify({ pause, why, scores, spans }))`)
  const { pause, why } = JSON.parse(run('node', 'first.mjs'))
  expect(pause).toBe(true)
  expect(why.words.length).toBeGreaterThan(0)
})

test('OPEN-3 types are found, and say what comes back', () => {
  writeFileSync(
    at('typed.ts'),
    `import { type Reading, read } from '@kindling/tone'
const reading: Reading = read('Hello')
export const likelihood: number = reading.why.likelihood
// @ts-expect-error there is no such attribute
export const kindness = reading.scores.kindness`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '']
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  expect(() => run('node', tsc, ...options, 'typed.ts')).not.toThrow()
})

test('OPEN-3 unused parts are shaken off', async () => {
  const sizeOf = async (contents: string) => {
    const { outputFiles } = await bundle({
      stdin: { contents, resolveDir: project },
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
      logLevel: 'silent',
    })
    return outputFiles[0]!.contents.length
  }
  const all = await sizeOf("import * as tone from '@kindling/tone'; console.log(tone)")
  const quick = await sizeOf("import { loadQuick, read } from '@kindling/tone'; console.log(loadQuick, read)")
  const normalise = await sizeOf("import { normalise } from '@kindling/tone'; console.log(normalise)")
  expect(quick).toBeLessThan(all * 0.6)
  expect(normalise).toBeLessThan(20_000)
})

test('OPEN-3 in a worker or at the edge, with the model as bytes', async () => {
  await bundle({
    stdin: {
      contents: `import { loadQuick, read } from '@kindling/tone'
import model from '@kindling/tone/model/quick.bin'
await loadQuick(model)
export default { fetch: async (request) => Response.json(read(await request.text())) }`,
      resolveDir: project,
    },
    bundle: true,
    format: 'esm',
    loader: { '.bin': 'binary' },
    conditions: ['worker'],
    platform: 'neutral',
    target: 'es2022',
    outfile: at('edge.mjs'),
    logLevel: 'silent',
  })
  writeFileSync(
    at('call.mjs'),
    `import edge from './edge.mjs'
const request = new Request('https://edge.example', { method: 'POST', body: 'You are a pathetic liar.' })
console.log(await (await edge.fetch(request)).text())`,
  )
  expect(JSON.parse(run('node', 'call.mjs')).pause).toBe(true)
})

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.bin': 'application/octet-stream',
}

/** A folder as a site or a CDN serves it. */
async function serve(folder: string, headers: Record<string, string> = {}): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url!, 'http://site').pathname)
    try {
      const file = statSync(path).isDirectory() ? join(path, 'index.html') : path
      const content = readFileSync(file)
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', ...headers })
        .end(content)
    } catch {
      response.writeHead(404, headers).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const readBoth = `
await loadQuick()
globalThis.quick = read('You are a pathetic liar.')
await loadCareful()
globalThis.careful = await readCarefully('You are a pathetic liar.', { reader: 'careful' })`

test('OPEN-3 a bundler brings models and worker along: Vite', { timeout: 120_000 }, async () => {
  writeFileSync(
    at('index.html'),
    '<!doctype html><title>site</title><script type="module" src="/main.js"></script>',
  )
  writeFileSync(
    at('main.js'),
    `import { loadCareful, loadQuick, read, readCarefully } from '@kindling/tone'\n${readBoth}`,
  )
  await viteBuild({
    root: project,
    logLevel: 'silent',
    build: { target: 'es2022', outDir: 'site', assetsInlineLimit: 0 },
    worker: { format: 'es' },
  })
  const server = await serve(at('site'))
  const { page, context, complaints } = await person(addressOf(server))
  await page.goto('/')
  await page.waitForFunction(() => 'careful' in globalThis, undefined, { timeout: 60_000 })
  const found = await page.evaluate(() => ({
    quick: (globalThis as never as { quick: { pause: boolean } }).quick.pause,
    careful: (globalThis as never as { careful: { model: { name: string } } }).careful.model.name,
  }))
  expect(found).toEqual({ quick: true, careful: 'careful' })
  expect(complaints.filter((one) => !one.includes('favicon') && !one.includes('404'))).toEqual([])
  await context.close()
  server.close()
})

test('OPEN-3 from a CDN, without any bundler: quick', async () => {
  const cdn = await serve(at('node_modules/@kindling/tone'), { 'access-control-allow-origin': '*' })
  writeFileSync(
    at('cdn.html'),
    `<!doctype html><title>site</title><script type="module">
import { loadQuick, read } from '${addressOf(cdn)}/dist/index.js'
await loadQuick()
globalThis.quick = read('You are a pathetic liar.')
</script>`,
  )
  const site = await serve(project)
  const { page, context } = await person(addressOf(site))
  await page.goto('/cdn.html')
  await page.waitForFunction(() => 'quick' in globalThis, undefined, { timeout: 30_000 })
  expect(await page.evaluate(() => (globalThis as never as { quick: { pause: boolean } }).quick.pause)).toBe(
    true,
  )
  await context.close()
  cdn.close()
  site.close()
})
