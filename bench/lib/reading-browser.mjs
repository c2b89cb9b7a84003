import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { findBrowser } from '../../scripts/browser.mjs'
import { textsOf, writtenMessages } from './messages.mjs'
import { root } from './place.mjs'
import { readTimes } from './read-times.mjs'

/** A file of the package with all it needs, as one script. */
export async function bundle(file) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [`${root}tone/dist/${file}`],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'tone',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0].contents
}

/** A page, the package as one script, and what it fetches, as a server would send them. */
export async function serve(script, others) {
  const files = {
    '/': [
      'text/html; charset=utf-8',
      '<!doctype html><title>reading</title><script src="/tone.js"></script>',
    ],
    '/tone.js': ['text/javascript; charset=utf-8', script],
    ...others,
  }
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export async function openBrowser() {
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
}

/** Loads the model some times over, each in a fresh page, and keeps the best. */
async function measureReady(browser, url, rounds) {
  const times = []
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage()
    await page.goto(url)
    times.push(
      await page.evaluate(async () => {
        const begin = performance.now()
        await globalThis.tone.loadQuick('/quick.bin')
        globalThis.tone.read('ready')
        return performance.now() - begin
      }),
    )
    await page.close()
  }
  return Math.min(...times)
}

async function measureTimes(page, lengths, rounds) {
  const messages = writtenMessages()
  const times = {}
  for (const length of lengths) {
    const count = Math.max(20, Math.min(2_000, Math.floor(400_000 / length)))
    times[length] = await page.evaluate(
      ([list, source, most]) => new Function(`return ${source}`)()(globalThis.tone.read, list, most),
      [textsOf(messages, length, count), readTimes.toString(), rounds],
    )
  }
  return times
}

/** The same times in a page of Chromium, with the package as one script and the model fetched. */
export async function timesInBrowser(modelFile, lengths, rounds) {
  const script = Buffer.from(await bundle('index.js'))
  const server = await serve(script, { '/quick.bin': ['application/octet-stream', readFileSync(modelFile)] })
  const url = `http://127.0.0.1:${server.address().port}/`
  const browser = await openBrowser()
  try {
    const ready = await measureReady(browser, url, rounds)
    const page = await browser.newPage()
    await page.goto(url)
    await page.evaluate(() => globalThis.tone.loadQuick('/quick.bin'))
    return { ready, times: await measureTimes(page, lengths, rounds), script: script.length }
  } finally {
    await browser.close()
    server.close()
  }
}
