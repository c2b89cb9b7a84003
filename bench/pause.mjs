import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { openDemo, signIn } from './lib/demo.mjs'
import { root } from './lib/place.mjs'
import { openBrowser } from './lib/reading-browser.mjs'
import { fixed, publish, table } from './lib/report.mjs'

const SHORT = process.argv.includes('--short')
const ROUNDS = SHORT ? 4 : 20

/** Drafts that are asked about, no two alike, of some sentences each. */
const drafts = Array.from(
  { length: ROUNDS },
  (_, at) =>
    `You lazy idiot, you never read the rota. Bed ${at + 1} stood dry for nine days and I lost ${at + 3} lettuces. Write your week on the shed door next time.`,
)
const TYPED = 'The beans are up, and whoever watered bed four on Sunday: thank you, it made the difference. '

/** What the server says of the pause. */
const always = { may: { ordinary: true, grave: true }, policy: { often: 'usual', silent: [], headings: {} } }

async function openThread(browser, url, careful) {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await signIn(page, 'mira')
  // The budget of one day would end this after two.
  await page.route('**/composer/pause*', (route) => route.fulfill({ json: always }))
  if (!careful) await page.route(/models\/careful\./, (route) => route.abort())
  await page.goto('/spaces/allotment')
  const topic = await page.locator('h3.title a').first().getAttribute('href')
  await page.goto(topic)
  const model = page.waitForResponse(careful ? /models\/careful\.\w+\.bin/ : /models\/quick\.\w+\.bin/)
  await page.getByLabel('Your answer').focus()
  await model
  await page.waitForTimeout(careful ? 3_000 : 1_000)
  // Whatever a reader makes of them, all are asked about: what is timed is the way there.
  await page.evaluate(() => {
    document.querySelector('kind-pause').rules.rule = () => true
  })
  return { page, context }
}

/** Milliseconds from the key press to the panel, for each draft in turn; the first finds nothing warm. */
async function timePanels(page) {
  const field = page.getByLabel('Your answer')
  const times = []
  for (const draft of drafts) {
    await field.fill(draft)
    // There before the key is pressed: a call into the page may come later than a key.
    await page.evaluate(() => {
      const pause = document.querySelector('kind-pause')
      globalThis.found = new Promise((resolve) => {
        let pressed
        addEventListener('keydown', () => (pressed ??= performance.now()), { capture: true, once: true })
        new MutationObserver((_, observer) => {
          if (!pause.hasAttribute('open')) return
          observer.disconnect()
          resolve(performance.now() - pressed)
        }).observe(pause, { attributes: true })
      })
    })
    await page.keyboard.press('Control+Enter')
    times.push(await page.evaluate(() => globalThis.found))
    await page.keyboard.press('Escape')
  }
  return {
    first: times[0],
    others: times.slice(1).sort((one, other) => one - other),
    by: await readBy(page),
  }
}

const readBy = (page) => page.evaluate(() => document.querySelector('kind-pause').readBy)

/** Milliseconds that the page's own work holds up each key, p99 and most. */
async function timeTyping(page) {
  await page.getByLabel('Your answer').fill('')
  await page.evaluate(() => {
    const held = []
    globalThis.held = held
    let began = 0
    addEventListener('keydown', () => (began = performance.now()), { capture: true })
    addEventListener('input', () => queueMicrotask(() => held.push(performance.now() - began)))
  })
  await page.getByLabel('Your answer').pressSequentially(TYPED.repeat(SHORT ? 1 : 4), { delay: 12 })
  const held = (await page.evaluate(() => globalThis.held)).sort((one, other) => one - other)
  return { keys: held.length, p99: held[Math.floor(held.length * 0.99)], most: held.at(-1) }
}

/** Bytes of the built scripts as they travel. */
function weights() {
  const folder = `${root}community/dist/assets/`
  const of = (name) => {
    const file = readdirSync(folder).find((one) => new RegExp(`^${name}\\.\\w{8}\\.js$`).test(one))
    return brotliCompressSync(readFileSync(folder + file)).length
  }
  return ['composer', 'pause', 'reading', 'other-words'].map((name) => [name, of(name)])
}

const middle = (sorted) => sorted[Math.floor(sorted.length / 2)]

/** `npm run bench -- pause` */
export async function benchPause(say) {
  const demo = await openDemo()
  const browser = await openBrowser()
  try {
    say('The quick reader ...')
    const quick = await openThread(browser, demo.url, false)
    const typing = await timeTyping(quick.page)
    const panels = await timePanels(quick.page)
    say('The careful reader, loaded ...')
    const careful = await openThread(browser, demo.url, true)
    const carefully = await timePanels(careful.page)
    const row = (name, { first, others, by }) => [
      name,
      by,
      fixed(first, 0),
      fixed(middle(others), 0),
      fixed(others.at(-1), 0),
    ]
    publish(
      'pause',
      'The pause in the composer',
      `Chromium on the sample community, an answer of some 150 characters, from the key press (Ctrl and Enter) to the panel with its
suggestion; the first one of a page finds nothing warm, the others are ${ROUNDS - 1} more drafts on the same page.

${table(
  ['milliseconds', 'last read by', 'first', 'median of the others', 'most of the others'],
  [row('quick alone', panels), row('careful loaded', carefully)],
)}

Typing: of ${typing.keys} keys none was held up by the page's own work for more than ${fixed(typing.most, 1)} ms (p99 ${fixed(typing.p99, 1)} ms).

As they travel: ${weights()
        .map(([name, bytes]) => `\`${name}.js\` ${fixed(bytes / 1000, 1)} KB`)
        .join(
          ', ',
        )}; \`reading.js\` and \`other-words.js\` come with the model, once somebody begins to write.`,
    )
  } finally {
    await browser.close()
    await demo.stop()
  }
}
