import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import {
  closePausing,
  database,
  field,
  forget,
  HARD,
  heading,
  MILD,
  open,
  openPausing,
  place,
  press,
  topic,
  uses,
  write,
} from './kit/pausing.ts'
import { picture } from './kit/picture.ts'
import { looks } from './kit/thorough.ts'

beforeAll(openPausing)
afterAll(closePausing)

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
