import { chromium } from 'playwright-core'
import { pauseSite } from './kit/pause-site.ts'

const site = await pauseSite()
const form = (attrs = '') =>
  `<form action="answers" method="post"><label for="answer">Your answer</label><textarea id="answer" name="answer" rows="5"></textarea><kind-pause for="answer" person="Sam" thing="the rota" ${attrs}></kind-pause><button>Post</button></form>`
site.page('/en', form())
site.page('/plainwords', form().replace(/person="Sam" thing="the rota"/, ''))
site.page(
  '/ar',
  form()
    .replace('Your answer', 'إجابتك')
    .replace('person="Sam" thing="the rota"', 'person="سام" thing="الجدول"'),
  { lang: 'ar', dir: 'rtl' },
)
site.page('/mixed', form(), { lang: 'he', dir: 'rtl' })
site.page('/de', form('languages="de"').replace('Sam', 'Sam').replace('the rota', 'den Plan'), { lang: 'de' })
const T =
  'Sam, you are a stupid idiot and never read the rota. Beds 4 and 5 stood dry for nine days and I lost the lettuces. Next time write your week on the shed door.'
const LONG =
  'You are an idiot and a liar and nobody wants you here. '.repeat(3) +
  'We spoke about this at length in the meeting. '.repeat(2) +
  'You stupid idiot, you moron.'
const WORD =
  'You are an idiot' +
  'o'.repeat(120) +
  '! You are a complete idiot and a liar, ' +
  'http://example.org/' +
  'abcdefghij'.repeat(12)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const jobs: [string, string, string, number, boolean, boolean][] = [
  ['en-320-light', '/en', T, 320, false, false],
  ['en-320-dark', '/en', T, 320, true, true],
  ['en-768-light', '/en', T, 768, false, false],
  ['en-1280-light-open', '/en', T, 1280, false, true],
  ['en-1280-dark', '/en', T, 1280, true, true],
  ['ar-1280-light', '/ar', 'You are an idiot, Sam. أنت غبي', 1280, false, true],
  ['ar-320-dark', '/ar', 'You are an idiot, Sam. أنت غبي', 320, true, false],
  ['he-768', '/mixed', T, 768, false, true],
  ['word-320', '/plainwords', WORD, 320, false, true],
  ['long-1280', '/plainwords', LONG, 1280, false, true],
  ['de-768', '/de', 'Du bist ein verdammter Idiot, halt endlich die Fresse.', 768, false, true],
]
for (const [name, path, text, width, dark, open] of jobs) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    baseURL: site.url,
  })
  const page = await context.newPage()
  page.on('console', (m) => m.type() === 'error' && console.log(name, m.text()))
  page.on('pageerror', (e) => console.log(name, e.message))
  await page.goto(path)
  await page.fill('#answer', text)
  await page.waitForTimeout(500)
  await page.click('form > button')
  try {
    await page.waitForSelector('kind-pause [part~=heading]', { timeout: 3000 })
  } catch {
    console.log(name, 'no panel', page.url())
    continue
  }
  if (open) for (const s of await page.locator('kind-pause summary').all()) await s.click()
  if (open) await page.locator('kind-pause [part~=heading]').focus()
  await page.screenshot({ path: `/tmp/kp/shot-${name}.png`, fullPage: true })
  if (name === 'en-1280-light-open') console.log(await page.locator('kind-pause .why').textContent())
  await context.close()
}
await browser.close()
site.close()
