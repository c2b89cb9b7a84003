import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let mira: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  await signIn(mira, 'mira')
})
afterAll(() => place.close())

/** A thread in the allotment, opened. */
async function openThread({ page }: Person): Promise<void> {
  await page.goto('/spaces/allotment')
  await page.locator('article .title a').nth(1).click()
  await page.getByLabel('Your answer').waitFor()
}

test('a draft stays on the device: nothing is sent while typing, and it is there again afterwards', async () => {
  const { page } = mira
  await openThread(mira)
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await page.getByLabel('Your answer').fill('The second row came up before the first.')
  await page.getByText('Kept on this device.').waitFor()
  await page.reload()
  expect(await page.getByLabel('Your answer').inputValue()).toBe('The second row came up before the first.')
  await page.getByText('You had begun this on this device.').waitFor()
  await page.goto('/bookmarks')
  await page.getByRole('heading', { name: 'Kept on this device' }).waitFor()
  await page.getByRole('link', { name: /^An answer in/ }).click()
  expect(await page.getByLabel('Your answer').inputValue()).toContain('second row')
  expect(sent).toEqual([])
})

test('a draft is another member’s business on the same device', async () => {
  const { page } = mira
  const address = page.url()
  const noor = await person(place.url)
  await signIn(noor, 'noor')
  await noor.page.goto(address)
  const kept = await page.evaluate(() => Object.entries({ ...localStorage }))
  await noor.page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value)
  }, kept)
  await noor.page.reload()
  expect(await noor.page.getByLabel('Your answer').inputValue()).toBe('')
  await noor.context.close()
})

test('the preview shows words as they will stand, and the keyboard posts them once; then the draft is gone', async () => {
  const { page } = mira
  await page.getByLabel('Your answer').fill('**Radishes** first.')
  await page.getByRole('button', { name: 'Preview' }).click()
  const preview = page.getByRole('region', { name: 'How it will look' })
  expect(await preview.locator('strong').textContent()).toBe('Radishes')
  await page.getByRole('button', { name: 'Write on' }).click()
  await page.getByLabel('Your answer').press('Control+Enter')
  await page.locator('article.reply strong', { hasText: 'Radishes' }).waitFor()
  expect(await page.getByLabel('Your answer').inputValue()).toBe('')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual(
    [],
  )
})

test('marked words are quoted under what was written, without another page', async () => {
  const { page } = mira
  await page.getByLabel('Your answer').fill('Yes.')
  const reply = page.locator('article.reply').first()
  await reply.locator('.words p').first().selectText()
  const words = await page.evaluate(() => getSelection()?.toString().trim() ?? '')
  await reply.getByText('More', { exact: true }).click()
  await reply.getByRole('link', { name: 'Quote' }).click()
  const quoted = words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
  expect(await page.getByRole('textbox', { name: /^Your answer/ }).inputValue()).toBe(`Yes.\n\n${quoted}\n\n`)
})

test('by keyboard the menu of an answer opens where it stands, and Escape closes it', async () => {
  const { page } = mira
  const reply = page.locator('article.reply').last()
  await reply.locator('a[data-more]').press('Enter')
  const menu = reply.locator('details.more-acts')
  await menu.getByRole('link', { name: 'Quote' }).waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  expect(await focused()).toBe('SUMMARY')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('A')
  await page.keyboard.press('Escape')
  await expect.poll(() => menu.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(false)
  expect(await focused()).toBe('SUMMARY')
})

test('a picture stays here until Post is pressed; then it stands in the thread with what it shows', async () => {
  const { page } = mira
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a594f' } })
    .png()
    .toBuffer()
  await page.getByText('Add pictures').click()
  await page
    .locator('input[name=picture1]')
    .setInputFiles({ name: 'row.png', mimeType: 'image/png', buffer: picture })
  await page.locator('[data-slot] img').first().waitFor()
  await page.getByLabel('What does it show?').first().fill('A row of radishes')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  const shown = page.getByRole('img', { name: 'A row of radishes' })
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(40)
})

test('without script one writes, adds a picture, quotes, edits and takes back all the same', async () => {
  const plain = await person(place.url, { script: false })
  await signIn(plain, 'noor')
  const { page } = plain
  await openThread(plain)
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#ad400e' } })
    .jpeg()
    .toBuffer()
  await page.getByLabel('Your answer').fill('Without script.')
  await page.getByText('Add pictures').click()
  await page
    .locator('input[name=picture1]')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByLabel('It is decorative').first().check()
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  const mine = page.locator('article.reply', { hasText: 'Without script.' })
  await mine.getByText('More', { exact: true }).click()
  await mine.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Your words').fill('Changed without script.')
  await page.getByText('Add pictures').click()
  await page
    .locator('input[name=picture1]')
    .setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByLabel('What does it show?').first().fill('One tile')
  await page.getByRole('button', { name: 'Save' }).click()
  const changed = page.locator('article.reply', { hasText: 'Changed without script.' })
  await changed.getByRole('img', { name: 'One tile' }).waitFor()
  await changed.getByText('More', { exact: true }).click()
  await changed.getByRole('button', { name: 'Bookmark' }).click()
  await changed.getByText('More', { exact: true }).click()
  await changed.getByRole('link', { name: 'Quote' }).click()
  expect(await page.getByLabel('Your answer').inputValue()).toContain('> Changed without script.')
  await changed.getByText('More', { exact: true }).click()
  await changed.getByRole('link', { name: 'Take it back' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('This answer was taken back.').waitFor()
  await plain.context.close()
})

test('nothing was complained about in the console', () => {
  expect(mira.complaints).toEqual([])
})

test('who signs out takes what they began along, and may say that it stays', async () => {
  const one = await person(place.url)
  const { page, context } = one
  const drafts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')).length)
  const begin = async () => {
    await page.goto('/new')
    await page.getByLabel('Your post').fill('Not finished, and nobody else’s.')
    await page.getByText('Kept on this device.').waitFor()
    await page.goto('/sign-out')
    await page.getByText('did not post is taken off this device').waitFor()
  }
  const go = async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
  }
  await signIn(one, 'mira')
  await begin()
  await page.getByLabel('Leave it here for me').check()
  await go()
  expect(await drafts()).toBe(1)
  await signIn(one, 'mira')
  await page.goto('/sign-out')
  await go()
  expect(await drafts()).toBe(0)
  await context.close()
})

test('without script the writing form says what it cannot do, and what to do instead', async () => {
  const one = await person(place.url, { script: false })
  await signIn(one, 'mira')
  await one.page.goto('/new')
  const note = one.page.locator('noscript .hint')
  expect([await note.isVisible(), await note.innerText()]).toEqual([
    true,
    expect.stringContaining('edit what you posted'),
  ])
  expect(await one.page.getByRole('button', { name: 'Preview' }).count()).toBe(0)
  await one.context.close()
})

test('LISTEN-1 who answers before reading to the end finds a way back beside the box; on this device alone', async () => {
  const jun = await person(place.url)
  await signIn(jun, 'jun')
  const { page } = jun
  await page.setViewportSize({ width: 1280, height: 500 })
  await openThread(jun)
  const address = page.url().replace(/[?#].*$/, '')
  await page.evaluate(() => localStorage.clear())
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.method()))
  await page.goto(`${address}#answer`)
  const back = page.getByRole('button', { name: 'Take me back to where I was' })
  expect(await back.isVisible()).toBe(false)
  await page.getByLabel('Your answer').focus()
  await back.click()
  const block = () => page.evaluate(() => document.activeElement?.parentElement?.className)
  expect(await block()).toContain('words')
  // Read to the end, in glances.
  const blocks = page.locator('article.post .words > *')
  for (let at = 0; at < (await blocks.count()); at++) {
    await blocks.nth(at).scrollIntoViewIfNeeded()
    await page.waitForTimeout(750)
  }
  await page.getByLabel('Your answer').focus()
  await expect.poll(() => back.isVisible()).toBe(false)
  await page.reload()
  await page.getByLabel('Your answer').focus()
  expect(await back.isVisible()).toBe(false)
  expect(sent.filter((method) => method !== 'GET')).toEqual([])
  await jun.context.close()
})
