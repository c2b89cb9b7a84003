import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { inTheDatabase } from './kit/database.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let mira: Person
let noor: Person
let jun: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320 })
  await signIn(noor, 'noor')
  jun = await person(place.url, { script: false, dark: true, width: 320 })
  await signIn(jun, 'jun')
})
afterAll(() => place.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Opens what a notice leads to; notices come a moment after what they tell of. */
async function openNotice({ page }: Person, name: string): Promise<void> {
  const link = page.getByRole('link', { name })
  await expect.poll(async () => (await page.goto('/notices')) && link.count(), { timeout: 10_000 }).toBe(1)
  await link.click()
}

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const ABOUT = 'She sat with me on the step until the first tram, and did not look at the time.'

test('SHINE-3 written unseen, drawn by lot, read first, seen as a page, shown, taken down', async () => {
  const { page } = noor
  await page.goto('/members/mira')
  await page.getByRole('link', { name: 'Write about Mira' }).click()
  await looksRight(page)
  await page.getByLabel('What would you like the others to know about Mira?').fill(ABOUT)
  await press(page, 'Leave it here')
  await page.getByText('It is here. It reaches Mira').waitFor()
  await looksRight(page)
  await mira.page.goto('/spotlight/kept')
  expect(await mira.page.getByText(ABOUT).count()).toBe(0)

  await jun.page.goto('/admin/spotlight')
  await jun.page.getByLabel('Their handle').fill('noor')
  await press(jun.page, 'Appoint a host')
  await jun.page.getByText('Done. The month has a host.').waitFor()
  await page.goto('/spotlight/host')
  await looksRight(page)
  await press(page, 'Draw three names')
  await page.getByRole('button', { name: 'Ask Mira' }).waitFor()
  await looksRight(page)
  expect(await page.getByText(ABOUT).count()).toBe(0)
  await press(page, 'Ask Mira')
  await page.getByText('You asked Mira.').waitFor()

  await openNotice(mira, 'Read it first')
  const heading = 'Some people would like to tell the others about you. Read it first'
  await mira.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await mira.page.getByText(ABOUT).waitFor()
  await looksRight(mira.page)
  await mira.page.getByRole('link', { name: 'Yes, after I see the page' }).click()
  await mira.page.getByText('Somebody else stands in the light until').waitFor()
  await looksRight(mira.page)
  await press(mira.page, 'Show it')
  await mira.page.getByText('It will be lit from').waitFor()

  await page.goto('/spotlight')
  await page.getByRole('heading', { name: 'Winifred Ackroyd' }).waitFor()
  await inTheDatabase(
    place,
    `update spotlights set shown_until = now() where shown_from < now();
    update spotlights set shown_from = now() where shown_until > now() + interval '1 day'`,
  )
  await page.goto('/')
  await page.getByRole('link', { name: 'Others tell you about Mira' }).click()
  await page.getByText(ABOUT).waitFor()
  await looksRight(page)
  await mira.page.goto('/spotlight')
  await press(mira.page, 'Take it down')
  await mira.page.getByText('It is down. The words stay yours.').waitFor()
  await mira.page.getByText(ABOUT).waitFor()
  await page.goto('/spotlight')
  await page.getByText('Nobody stands in the light just now.').waitFor()
  expect([...noor.complaints, ...mira.complaints]).toEqual([])
})

test('SHINE-3 without script: the words are theirs in every case, and nobody learns of a no', async () => {
  // The next half of the month.
  await inTheDatabase(place, 'delete from spotlight_draws')
  const { page } = noor
  await page.goto('/spotlight/host')
  await press(page, 'Draw three names')
  await press(page, 'Ask Jun')
  const asked = await page.locator('main').innerText()
  await openNotice(jun, 'Read it first')
  await expectNoSidewaysScroll(jun.page)
  await jun.page.getByText('Every Tuesday there is a loaf on my sill').waitFor()
  await press(jun.page, 'No thank you')
  await jun.page.getByText('They are yours, and stay here.').waitFor()
  await jun.page.getByText('Every Tuesday there is a loaf on my sill').waitFor()
  expect(await jun.page.getByLabel('I may be asked whether others are told about me').isChecked()).toBe(false)
  await expectNoSidewaysScroll(jun.page)
  await page.reload()
  expect(await page.locator('main').innerText()).toBe(asked)
})

test('SHINE-3 hard words about somebody are asked about before they are left, without script too', async () => {
  const { page } = jun
  await page.goto('/spotlight/about/mira')
  const box = page.getByLabel('What would you like the others to know about Mira?')
  await box.fill('You lazy idiot, you never do anything.')
  await press(page, 'Leave it here')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await expectNoSidewaysScroll(page)
  await press(page, 'Edit')
  expect(await box.inputValue()).toContain('You lazy idiot')
  await box.fill('She opens the hall before anybody is up.')
  await press(page, 'Leave it here')
  await page.getByText('It is here.').waitFor()
  await press(page, 'Take it back')
  await page.getByText('You took it back. It is gone.').waitFor()
})
