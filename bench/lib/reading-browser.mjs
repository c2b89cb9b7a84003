import { readFileSync } from 'node:fs'
import { findBrowser } from '../../scripts/browser.mjs'
import { textsOf, writtenMessages } from './messages.mjs'
import { root } from './place.mjs'
import { readTimes } from './read-times.mjs'

async function bundle() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [`${root}tone/dist/index.js`],
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

/** The same times in a page of Chromium, with the package as one script and the model fetched. */
export async function timesInBrowser(modelFile, lengths, rounds) {
  const { chromium } = await import('playwright-core')
  const script = await bundle()
  const model = readFileSync(modelFile)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    await page.route('http://reading.test/**', (route) =>
      route.request().url().endsWith('.bin')
        ? route.fulfill({ body: model })
        : route.fulfill({ contentType: 'text/html', body: '<title>reading</title>' }),
    )
    await page.goto('http://reading.test/')
    await page.addScriptTag({ content: Buffer.from(script).toString() })
    const ready = await page.evaluate(async () => {
      const begin = performance.now()
      await globalThis.tone.loadQuick('http://reading.test/quick.bin')
      return performance.now() - begin
    })
    const messages = writtenMessages()
    const times = {}
    for (const length of lengths) {
      const count = Math.max(20, Math.min(2_000, Math.floor(400_000 / length)))
      times[length] = await page.evaluate(
        ([list, source, most]) => new Function(`return ${source}`)()(globalThis.tone.read, list, most),
        [textsOf(messages, length, count), readTimes.toString(), rounds],
      )
    }
    return { ready, times, script: script.length }
  } finally {
    await browser.close()
  }
}
