import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import * as tone from '../tone/src/node.ts'
import { tinyModel } from '../tone/test/tiny-model.ts'
import { person } from './kit/browser.ts'
import { expectSameReading } from './kit/same-reading.ts'
import { texts } from './kit/texts.ts'
import { thorough } from './kit/thorough.ts'

const entry = fileURLToPath(new URL('../tone/src/index.ts', import.meta.url))
const site = 'http://reading.test'
const messages = texts()

/** What a browser and Node.js have to agree on to the last digit. */
interface Found {
  words: number[]
  marks: number[]
  bag: number[]
  reading: tone.Reading
}

function find(here: typeof tone, text: string): Found {
  const { words, marks, bag } = here.features(text)
  return {
    words: [...words],
    marks: [...marks],
    bag: [...bag.ids.subarray(0, bag.length)],
    reading: here.read(text),
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'tone',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

/** A page that has the package as a script, and models to fetch, on a site that is nowhere. */
async function pageWith(models: Record<string, Uint8Array>): Promise<Page> {
  const { page } = await person(site)
  const script = await bundle()
  await page.route(`${site}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') await route.fulfill({ contentType: 'text/html', body: '<title>reading</title>' })
    else if (models[name])
      await route.fulfill({
        body: Buffer.from(models[name]),
        headers: { 'access-control-allow-origin': '*' },
      })
    else await route.fulfill({ status: 404 })
  })
  await page.goto(site)
  await page.addScriptTag({ content: script })
  return page
}

const shipped = (name: string): Uint8Array =>
  readFileSync(new URL(`../tone/src/model/${name}`, import.meta.url))
const models: Record<string, Uint8Array> = {
  'quick.bin': shipped('quick.bin'),
  'fixture.bin': tinyModel({ linearBits: 16, wordBits: 12, dim: 24, filters: 32, norm: 'sum' }),
}
const inLanguages = Object.fromEntries(
  tone.languages.map((tag) => [`quick-${tag}.bin`, shipped(`quick-${tag}.bin`)]),
)
let page: Page

beforeAll(async () => {
  page = await pageWith({ ...models, ...inLanguages })
})

function expectSame(here: Found, there: Found, text: string): void {
  const { reading, ...features } = here
  const { reading: otherReading, ...otherFeatures } = there
  expect(otherFeatures, text).toEqual(features)
  expectSameReading(reading, otherReading, text)
}

test.each(thorough ? Object.keys(models) : ['quick.bin'])(
  'OPEN-3 a browser reads as Node.js does, with %s',
  async (name) => {
    await tone.loadQuick(models[name]!)
    const there = await page.evaluate(
      async ([address, list, source]) => {
        const here = (globalThis as unknown as { tone: typeof tone }).tone
        await here.loadQuick(address as string)
        const look = new Function(`return ${source}`)() as typeof find
        return (list as string[]).map((text) => look(here, text))
      },
      [`${site}/${name}`, messages, find.toString()] as const,
    )
    expect(messages.length).toBeGreaterThan(300)
    for (const [at, text] of messages.entries()) expectSame(find(tone, text), there[at]!, text)
  },
)

test('PAUSE-1 a draft is read on the device in under 5 ms', async () => {
  const drafts = messages.filter((text) => text.length > 60 && text.length < 240)
  const times = await page.evaluate(
    async ([address, list]) => {
      const here = (globalThis as unknown as { tone: typeof tone }).tone
      await here.loadQuick(address as string)
      // The best of three: a busy moment of the machine makes a call slower and none faster.
      const time = (text: string): number => {
        const begin = performance.now()
        here.read(text)
        return performance.now() - begin
      }
      const rounds = [0, 1, 2].map(() => (list as string[]).map(time))
      return rounds[0]!.map((_, at) => Math.min(...rounds.map((round) => round[at]!)))
    },
    [`${site}/quick.bin`, drafts] as const,
  )
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)]!
  process.stdout.write(`read in Chromium: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms\n`)
  expect(at(0.95)).toBeLessThan(5)
})

/** What was written in a language to examine its reader with. */
const writtenIn = (tag: string): string[] =>
  readFileSync(new URL(`../training/data/languages/${tag}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text as string)

test.each(tone.languages)(
  'OPEN-3 a browser reads %s as Node.js does, and knows when to load it',
  async (tag) => {
    const list = writtenIn(tag)
    await tone.loadQuick(models['quick.bin']!)
    await tone.loadLanguage(tag)
    const there = await page.evaluate(
      async ([address, language, texts]) => {
        const here = (globalThis as unknown as { tone: typeof tone }).tone
        await here.loadQuick(`${address}/quick.bin`)
        const needed = texts.map((text) => here.languageToLoad(here.read(text).language))
        await here.loadLanguage(language, `${address}/quick-${language}.bin`)
        return texts.map((text, at) => ({ needed: needed[at], reading: here.read(text) }))
      },
      [site, tag, list] as const,
    )
    expect(there.filter(({ needed }) => needed === tag).length).toBeGreaterThan(list.length * 0.9)
    for (const [at, text] of list.entries()) expectSameReading(tone.read(text), there[at]!.reading, text)
  },
)

test('OPEN-3 a worker reads as the page does', async () => {
  const text = 'Well, thanks for nothing. You clearly never read it. 🙄'
  await tone.loadQuick(models['fixture.bin']!)
  const there = await page.evaluate(
    async ([script, address, message]) => {
      const source = `${script}; tone.loadQuick('${address}').then(() => postMessage(tone.read(${JSON.stringify(message)})))`
      const worker = new Worker(URL.createObjectURL(new Blob([source!])))
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message: why }) => reject(new Error(why))
      })
    },
    [await bundle(), `${site}/fixture.bin`, text],
  )
  expectSameReading(tone.read(text), there as tone.Reading, text)
})

test('a model that is not there is a typed error in the browser as well', async () => {
  const code = await page.evaluate(async (address) => {
    const here = (globalThis as unknown as { tone: typeof tone }).tone
    return here.loadQuick(address).catch((error) => error.code as string)
  }, `${site}/none.bin`)
  expect(code).toBe('model_missing')
})
