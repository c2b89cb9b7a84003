import { readFileSync } from 'node:fs'
import { textsOf, writtenMessages } from './messages.mjs'
import { root } from './place.mjs'
import { readTimes } from './read-times.mjs'
import { bundle, openBrowser, serve } from './reading-browser.mjs'

const binary = (file) => ['application/octet-stream', readFileSync(file)]

/** In the page: both models loaded, the careful one in its worker, and one message read. */
async function makeReady() {
  const { loadCareful, loadQuick, readCarefully } = globalThis.tone
  await loadQuick('/quick.bin')
  const begin = performance.now()
  await loadCareful('/careful.bin', { quick: '/quick.bin', worker: '/worker.js' })
  await readCarefully('ready', { reader: 'careful' })
  return performance.now() - begin
}

async function measureReady(browser, url, rounds) {
  const times = []
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage()
    await page.goto(url)
    times.push(await page.evaluate(makeReady))
    await page.close()
  }
  return Math.min(...times)
}

async function measureTimes(page, lengths, rounds) {
  const messages = writtenMessages()
  const times = {}
  for (const length of lengths) {
    const count = Math.max(3, Math.min(100, Math.floor(10_000 / length)))
    times[length] = await page.evaluate(
      ([list, source, most]) => {
        const read = (text) => globalThis.tone.readCarefully(text, { reader: 'careful' })
        return new Function(`return ${source}`)()(read, list, most)
      },
      [textsOf(messages, length, count), readTimes.toString(), rounds],
    )
  }
  return times
}

/** The same times in a page of Chromium, the reader in its worker. */
export async function carefulTimesInBrowser(modelFile, lengths, rounds) {
  const worker = Buffer.from(await bundle('careful/worker.js'))
  const server = await serve(Buffer.from(await bundle('index.js')), {
    '/worker.js': ['text/javascript; charset=utf-8', worker],
    '/quick.bin': binary(`${root}tone/dist/model/quick.bin`),
    '/careful.bin': binary(modelFile),
  })
  const url = `http://127.0.0.1:${server.address().port}/`
  const browser = await openBrowser()
  try {
    const ready = await measureReady(browser, url, rounds)
    const page = await browser.newPage()
    await page.goto(url)
    await page.evaluate(makeReady)
    return { ready, times: await measureTimes(page, lengths, rounds), script: worker.length }
  } finally {
    await browser.close()
    server.close()
  }
}
