import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let mira: Person
let noor: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320 })
  await signIn(noor, 'noor')
})
afterAll(() => place.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const main = (page: Page) => page.locator('main').innerText()

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const STORY = 'I rang at the green door. We talked about soup until the kettle had boiled dry.'

test('SHINE-6 one stands there today for everybody; done in private, told by who did, kept to themselves again', async () => {
  const { page } = noor
  await page.goto('/')
  const today = page.locator('a[href="/kind-acts"]').first()
  const words = (await today.innerText()).trim()
  await mira.page.goto('/')
  expect((await mira.page.locator('a[href="/kind-acts"]').first().innerText()).trim()).toBe(words)
  await today.click()
  await looksRight(page)
  // Every idea has its star, and nothing on the page is counted.
  expect(await main(page)).not.toMatch(/\d/)
  await mira.page.goto('/kind-acts')
  const before = await main(mira.page)

  await press(page, 'I did this')
  await page.getByText('You did this. Only you know, unless you tell it.').waitFor()
  await mira.page.reload()
  expect(await main(mira.page)).toBe(before)
  await page.getByRole('link', { name: 'Tell how it went' }).click()
  await looksRight(page)
  await page.getByLabel('How did it go?').fill(STORY)
  await press(page, 'Tell it')
  await page.getByText(STORY).waitFor()
  await looksRight(page)

  await mira.page.getByRole('link', { name: words }).click()
  await mira.page.getByText(STORY).waitFor()
  await looksRight(mira.page)
  await press(page, 'Keep it to myself again')
  await page.getByText('You did this. Only you know, unless you tell it.').waitFor()
  await mira.page.reload()
  expect(await mira.page.getByText(STORY).count()).toBe(0)
  await page.goto('/kind-acts/done')
  await page.getByRole('link', { name: words }).waitFor()
  await looksRight(page)
  expect([...noor.complaints, ...mira.complaints]).toEqual([])
})

test('SHINE-6 without script: an idea is added, asked about first where it is hard, and taken away', async () => {
  const plain = await person(place.url, { script: false, width: 320, dark: true })
  await signIn(plain, 'mira')
  const { page } = plain
  await page.goto('/kind-acts')
  await page.getByRole('link', { name: 'Add an idea' }).click()
  await expectNoSidewaysScroll(page)
  const box = page.getByLabel('What could somebody do?')
  await press(page, 'Add it')
  await page.getByText('Write one or two sentences first.').first().waitFor()
  await box.fill('You lazy idiot, bring your bins in.')
  await press(page, 'Add it')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await press(page, 'Edit')
  await box.fill('Bring in the bins of whoever is away, and say nothing.')
  await press(page, 'Add it')
  await page.getByText('It is here, with its gold star.').waitFor()
  await expectNoSidewaysScroll(page)
  await noor.page.goto('/kind-acts')
  await noor.page
    .getByRole('link', { name: 'Bring in the bins of whoever is away, and say nothing.' })
    .waitFor()
  await press(page, 'Take the idea away')
  await page.getByText('It is gone.').waitFor()
  await expectNoSidewaysScroll(page)
  await plain.context.close()
})
