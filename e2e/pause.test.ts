import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { picture } from './kit/picture.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { looks } from './kit/thorough.ts'

let place: Place
let database: pg.Client
let topic: string

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  const mira = await open('mira')
  await mira.page.goto('/spaces/allotment')
  topic = (await mira.page.locator('h3.title a').first().getAttribute('href'))!
})
afterAll(async () => {
  await database.end()
  await place.close()
})

const HARD = 'You lazy idiot, you never read the rota. Beds 4 and 5 stood dry for nine days.'
const MILD = 'Beds 4 and 5 stood dry for nine days and I lost the lettuces.'

type Name = Parameters<typeof signIn>[1]
type Options = NonNullable<Parameters<typeof person>[1]>

const known = new Map<string, Person>()

/** Somebody who is signed in, with a page of their own; each signs in once, as people do. */
async function open(name: Name, options: Options = {}): Promise<Person> {
  const key = JSON.stringify([name, options])
  const before = known.get(key)
  if (before) {
    await before.page.close()
    return Object.assign(before, { page: await before.context.newPage() })
  }
  const found = await person(place.url, options)
  await signIn(found, name)
  known.set(key, found)
  return found
}

const field = (page: Page) => page.getByLabel('Your answer', { exact: true })
const heading = (page: Page) => page.locator('kind-pause').getByRole('heading')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Fresh budget for everybody, and the pause of each space as it came. */
const forget = () =>
  database.query('delete from attention_uses; delete from attention_off; delete from pause_policies')
const uses = async () => (await database.query('select outcome from attention_uses order by asked_at')).rows

/** Writes an answer; the pause has come by then, with its model. */
async function write(page: Page, words: string): Promise<void> {
  await page.goto(topic)
  const told = page.waitForResponse('**/composer/pause*')
  const model = page.waitForResponse(/models\/quick\.\w+\.bin/)
  await field(page).fill(words)
  await Promise.all([told, model])
  await page.waitForFunction(() => customElements.get('kind-pause') !== undefined)
  await expect
    .poll(() => page.evaluate(() => document.querySelector('kind-pause')?.matches(':defined')))
    .toBe(true)
  // The model is made ready in a moment.
  await page.waitForTimeout(300)
}

/** Every table that holds some of these words, the index of search included. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await database.query(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
  )
  const found: string[] = []
  for (const { name } of rows as { name: string }[]) {
    const [schema, table] = name.split('.') as [string, string]
    const { rowCount } = await database.query(
      `select from "${schema}"."${table}" as r where r::text ilike $1 limit 1`,
      [`%${words}%`],
    )
    if (rowCount) found.push(name)
  }
  return found
}

test('PAUSE-2 a hard answer waits under a panel: who it answers, the words, two equal ways; nothing of it leaves before', async () => {
  await forget()
  const { page, complaints } = await open('mira')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  expect(await heading(page).textContent()).toMatch(
    /^Some readers may hear this as being about .+ rather than/,
  )
  expect(
    await page.evaluate(() => document.querySelector('kind-pause')!.shadowRoot!.activeElement?.tagName),
  ).toBe('H2')
  expect(await page.locator('kind-pause mark').first().textContent()).toContain('idiot')
  const buttons = page.locator('kind-pause [part~=button]')
  expect(await buttons.allTextContents()).toEqual(['Edit', 'Post as it is'])
  const [edit, post] = await Promise.all([buttons.nth(0).boundingBox(), buttons.nth(1).boundingBox()])
  expect(Math.abs(edit!.width - post!.width)).toBeLessThan(2)
  await page.keyboard.press('Escape')
  expect(await heading(page).count()).toBe(0)
  expect(await field(page).inputValue()).toBe(HARD)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-body')
  await page.goto('/lately')
  expect(sent.filter((one) => /lazy|idiot|rota/i.test(decodeURIComponent(one.replace(/\+/g, ' '))))).toEqual(
    [],
  )
  expect(await tablesWith('lazy idiot')).toEqual([])
  expect(place.output()).not.toContain('idiot')
  expect(complaints).toEqual([])
  await expect.poll(uses).toEqual([{ outcome: 'heeded' }])
})

test('PAUSE-1 an ordinary answer goes at once', async () => {
  await forget()
  const { page } = await open('mira')
  await write(page, `${MILD} Plainly.`)
  await press(page, 'Post')
  await page.getByText('lettuces. Plainly.').first().waitFor()
  expect(await heading(page).count()).toBe(0)
  expect(await uses()).toEqual([])
})

test('PAUSE-2 "Post as it is" posts at once, by keyboard alone; it is counted and nobody is told', async () => {
  await forget()
  const { page } = await open('mira')
  await write(page, `${HARD} As it is.`)
  await page.keyboard.press('Control+Enter')
  await heading(page).waitFor()
  const says = () =>
    page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
      return inside?.textContent?.trim()
    })
  for (let tabs = 0; tabs < 12 && (await says()) !== 'Post as it is'; tabs++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('stood dry for nine days. As it is.').first().waitFor()
  await expect.poll(uses).toEqual([{ outcome: 'dismissed' }])
})

test('REPHRASE-2 "Use these words" puts them in, one undo brings the draft back exactly', async () => {
  await forget()
  const { page } = await open('mira')
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  await press(page, 'Use these words')
  const other = await field(page).inputValue()
  expect(other).not.toContain('idiot')
  expect(other).toContain('Beds 4 and 5 stood dry for nine days.')
  await page.keyboard.press('Control+z')
  expect(await field(page).inputValue()).toBe(HARD)
})

test('PAUSE-2 other ways: kept as a draft, or kept for ten minutes; both are there again later', async () => {
  await forget()
  const { page } = await open('mira')
  for (const [way, says] of [
    ['Keep as a draft', /^Kept on this device/],
    ['Wait 10 minutes', /^Kept here until \d/],
  ] as const) {
    await write(page, `${HARD} ${way}.`)
    await press(page, 'Post')
    await heading(page).waitFor()
    await page.getByText('Other ways').click()
    await press(page, way)
    await expect.poll(() => page.locator('[data-status]').textContent()).toMatch(says)
    expect(await heading(page).count()).toBe(0)
    await page.goto(topic)
    await expect.poll(() => field(page).inputValue()).toBe(`${HARD} ${way}.`)
  }
  // Who comes back while it waits reads until when, and afterwards that the time is over.
  const line = page.locator('[data-status]')
  await expect.poll(() => line.textContent()).toMatch(/^Kept here until \d/)
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith('kindling draft '))) {
      const draft = JSON.parse(localStorage.getItem(key)!)
      localStorage.setItem(key, JSON.stringify({ ...draft, until: Date.now() - 1 }))
    }
  })
  await page.goto(topic)
  await expect.poll(() => line.textContent()).toMatch(/^The ten minutes are over/)
  await page.getByRole('button', { name: 'Discard' }).or(page.locator('[data-discard]')).first().click()
})

test('PAUSE-2 other ways: said to that person alone; the draft stays where it is', async () => {
  await forget()
  const { page } = await open('mira')
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  await page.getByText('Other ways').click()
  expect(await page.getByText('Turn the pause off for good?').isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Say it to them alone' }).click()
  await page.waitForURL(/\/messages\/new\?to=[a-z-]+&beside=/)
  // What to say first, or that they have yet to sign in and take none.
  await page
    .getByText(/Why are you writing\?|takes no new messages/)
    .first()
    .waitFor()
  await page.goto(topic)
  await expect.poll(() => field(page).inputValue()).toBe(HARD)
  await page.locator('[data-discard]').first().click()
  const without = await open('mira', { script: false })
  await without.page.goto(topic)
  await field(without.page).fill(HARD)
  await press(without.page, 'Post')
  await without.page.getByRole('link', { name: 'Say it to them alone' }).click()
  await without.page.waitForURL(/\/messages\/new\?to=[a-z-]+&beside=/)
})

test('PAUSE-7 who did not want it twice in a row is asked at the third time whether it shall stay away', async () => {
  await forget()
  const { page } = await open('mira')
  await database.query(
    `insert into attention_uses (community_id, member_id, id, kind, asked_at, outcome, free)
      select m.community_id, m.id, gen_random_uuid(), 'pause', now() - make_interval(days => 40 + n), 'dismissed', false
      from members m, generate_series(1, 2) n where m.handle = 'mira'`,
  )
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  await page.getByText('Other ways').click()
  await page.getByRole('link', { name: 'Turn the pause off for good?' }).click()
  await page.waitForURL(/settings\/attention/)
  await page.getByRole('heading', { name: 'What may speak up' }).waitFor()
})

test('REPHRASE-4 blunt criticism in three parts: what the draft says stands there, the rest is its author’s; nothing leaves', async () => {
  await forget()
  const { page } = await open('mira')
  await page.goto(topic)
  const draft = 'The gate was open again this morning. Please close it when you leave.'
  await field(page).fill(draft)
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().includes('/assets/')) asked.push(`${request.method()} ${request.url()}`)
  })
  await page.getByRole('button', { name: 'In three parts' }).focus()
  await page.keyboard.press('Enter')
  const box = (label: string) => page.getByLabel(label, { exact: true })
  const [seen, effect, ask] = [
    box('What did you see or read? One thing, where and when.'),
    box('What did it do to the work, or to you?'),
    box('What would you like to happen now?'),
  ]
  await expect.poll(() => seen.inputValue()).toBe('The gate was open again this morning.')
  expect(await ask.inputValue()).toMatch(/close it when you leave/)
  expect(await effect.inputValue()).toBe('')
  await expectAccessible(page)
  await press(page, 'Put these words in')
  await page.getByText('One of the three is still empty.').waitFor()
  expect(await effect.evaluate((one) => one === document.activeElement)).toBe(true)
  await effect.fill('The hens got out and I spent an hour on the road.')
  await press(page, 'Put these words in')
  await expect
    .poll(() => field(page).inputValue())
    .toMatch(/open again this morning.*\s.*an hour on the road.*\s.*close it/s)
  await press(page, 'Bring my draft back')
  expect((await field(page).inputValue()).trim()).toBe(draft)
  expect(asked.filter((one) => !one.includes('/composer/pause'))).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page
    .locator('[data-discard]')
    .first()
    .evaluate((one: HTMLElement) => one.click())
})

test('PAUSE-4 "Not helpful" rests the pause for words like these', async () => {
  await forget()
  const { page } = await open('mira')
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  await press(page, 'Not helpful')
  await expect
    .poll(() => heading(page).textContent())
    .toBe('Thanks. You won’t see this for words like these.')
  await write(page, `${HARD} Rested.`)
  await press(page, 'Post')
  await page.getByText('nine days. Rested.').first().waitFor()
})

test('PAUSE-7 two a day across tabs and pages, then silence; the settings page says what happened', async () => {
  await forget()
  const { page } = await open('noor')
  for (const end of ['One.', 'Two.']) {
    await write(page, `${HARD} ${end}`)
    await press(page, 'Post')
    await heading(page).waitFor()
    await press(page, 'Edit')
  }
  await write(page, `${HARD} Three.`)
  await press(page, 'Post')
  await page.getByText('nine days. Three.').first().waitFor()
  await page.goto('/settings/attention')
  await page.getByText('It spoke 2 times this month.').waitFor()
  await page.getByLabel('Just the conversation').check()
  await press(page, 'Save')
  await page.getByText('Saved.').waitFor()
  await expectAccessible(page)
})

describe.each([true, false])('with script: %s', (script) => {
  test.each(looks)('PAUSE-2 the pause is fit to be read at $width px', async ({ width }) => {
    await forget()
    const { page } = await open('jun', { dark: width === 320 })
    await page.setViewportSize({ width, height: 900 })
    // What looks at pages is a script itself: those of the page are kept away instead.
    if (!script) await page.route('**/*.js', (route) => route.abort())
    if (script) await write(page, HARD)
    else {
      await page.goto(topic)
      await field(page).fill(HARD)
    }
    await press(page, 'Post')
    await page.getByText(/^Some readers may hear this/).waitFor()
    // A button under the pointer is on its way to another colour.
    await page.mouse.move(0, 0)
    await page.waitForTimeout(250)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})

test('PAUSE-2 without script: the same question on a page of its own; edited, it comes back as typed', async () => {
  await forget()
  const { page } = await open('jun', { script: false })
  await page.goto(topic)
  await field(page).fill(`${HARD} Unscripted.`)
  await press(page, 'Post')
  await page.getByRole('heading', { name: /^Some readers may hear this/ }).waitFor()
  expect(await tablesWith('Unscripted')).toEqual([])
  await press(page, 'Use these words')
  const other = await field(page).inputValue()
  expect(other).not.toContain('idiot')
  await press(page, 'Post')
  await page.getByText(other.slice(0, 30)).first().waitFor()
  await expect.poll(uses).toEqual([{ outcome: 'heeded' }])
})

test('PAUSE-3 an administrator tries it on what was posted here, uses it, and it holds at once; members read it', async () => {
  await forget()
  const { page: office } = await open('ines')
  await office.goto('/admin/pause')
  await office.getByRole('link', { name: 'Change Allotment' }).click()
  await office
    .getByText(/^It would .+ in the last \d+ posts and answers here\.$/)
    .first()
    .waitFor()
  await expectAccessible(office)
  for (const what of ['Insults', 'Words that make people leave', 'Hostility'])
    await office.getByLabel(what, { exact: true }).first().check()
  await press(office, 'See what it would do')
  expect(await office.getByLabel('Insults', { exact: true }).first().isChecked()).toBe(true)
  await press(office, 'Use from now')
  await office.getByText('Saved. It holds from now on.').waitFor()
  const { page } = await open('mira')
  await write(page, `${HARD} Left alone.`)
  await press(page, 'Post')
  await page.getByText('nine days. Left alone.').first().waitFor()
  await page.goto('/guidelines')
  await page.getByRole('link', { name: 'what the pause does in each space' }).click()
  await page.getByText('It leaves alone: words that make people leave, insults, hostility.').waitFor()
})

test('PAUSE-2 where only the pause cannot be had, other words chosen on its page stay, and not the older draft', async () => {
  await forget()
  const { page } = await open('mira')
  await page.route(/assets\/pause\./, (route) => route.abort())
  await page.goto(topic)
  await field(page).fill(`${HARD} Without.`)
  await page.getByText('Kept on this device.').waitFor()
  await press(page, 'Post')
  await page.getByRole('heading', { name: /^Some readers may hear this/ }).waitFor()
  await press(page, 'Use these words')
  await field(page).waitFor()
  await page.waitForTimeout(300)
  expect(await field(page).inputValue()).not.toContain('idiot')
  expect(await field(page).inputValue()).toContain('Without.')
})

test('PAUSE-2 without script pictures are asked for again, with what was said of them, once', async () => {
  await forget()
  const { page } = await open('jun', { script: false })
  await page.goto('/new?space=allotment')
  await page.getByLabel('Your post').fill(`${HARD} With a picture.`)
  await page.getByText('Add pictures').click()
  const file = { name: 'bed.png', mimeType: 'image/png', buffer: picture() }
  await page.getByLabel('Picture', { exact: true }).first().setInputFiles(file)
  await page.getByLabel('What does it show?').first().fill('A dry bed')
  await press(page, 'Post')
  await page.getByText('Choose the pictures again').first().waitFor()
  expect(await page.getByLabel('What does it show?').first().inputValue()).toBe('A dry bed')
  await press(page, 'Edit')
  await page.getByText('Choose the pictures again').first().waitFor()
  expect(await page.getByLabel('What does it show?').first().inputValue()).toBe('A dry bed')
  await page.getByLabel('Picture', { exact: true }).first().setInputFiles(file)
  await press(page, 'Post')
  expect(await page.locator('#post img').getAttribute('alt')).toBe('A dry bed')
})
