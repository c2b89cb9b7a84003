import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import {
  closePausing,
  database,
  field,
  forget,
  HARD,
  heading,
  open,
  openPausing,
  press,
  topic,
  write,
} from './kit/pausing.ts'

beforeAll(openPausing)
afterAll(closePausing)

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
