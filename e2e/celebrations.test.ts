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
let ines: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320 })
  await signIn(noor, 'noor')
  jun = await person(place.url, { script: false, dark: true, width: 320 })
  await signIn(jun, 'jun')
  ines = await person(place.url, { script: false })
  await signIn(ines, 'ines')
})
afterAll(() => place.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const main = (page: Page) => page.locator('main').innerText()

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const TITLE = 'The piano is up the stairs'
const REACHED = 'It stands in the hall, and it is nearly in tune.'

test('SHINE-4 a member opens one; who is named is asked first; others join with a line or a cheer, never a count; it rests and is found', async () => {
  const { page } = mira
  await page.goto('/spaces/front-step')
  await page.getByRole('link', { name: 'Celebrations' }).click()
  await page.getByText('Nothing yet.').waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Celebrate something' }).click()
  await looksRight(page)
  await page.getByLabel('What shall it be called?').fill(TITLE)
  await page.getByLabel('What was reached?').fill(REACHED)
  await page.getByLabel('How was it?').fill('Four of us and a blanket. The third step nearly had it.')
  await page.getByLabel('Who was part of it?').fill('noor, nobody-at-all')
  await press(page, 'Open it')
  await page.getByText('Nobody called nobody-at-all can be asked here.').first().waitFor()
  await page.getByLabel('Who was part of it?').fill('@noor')
  await press(page, 'Open it')
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await page.getByText('Asked to be named: Noor.').waitFor()
  expect(await page.getByText('With Noor').count()).toBe(0)
  await looksRight(page)

  await noor.page.goto('/notices')
  await noor.page.getByRole('link', { name: TITLE }).first().click()
  await noor.page.getByText('Mira would like to name you here.').waitFor()
  await looksRight(noor.page)
  await press(noor.page, 'Name me')
  await noor.page.getByText('With Noor').waitFor()
  await press(noor.page, 'A cheer')
  await noor.page.getByText('You left a cheer. A line can still join it.').waitFor()
  await noor.page.getByLabel('Add a line of your own').fill('I held the blanket.')
  await press(noor.page, 'Add it')
  await noor.page.getByText('You added this.').waitFor()
  await looksRight(noor.page)

  await page.goto('/spaces/front-step')
  await page.getByText(REACHED).waitFor()
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByText('I held the blanket.').waitFor()
  await looksRight(page)
  const day = /Until \d+ \w+/
  expect((await main(page)).replace(day, '')).not.toMatch(/\d/)

  await inTheDatabase(place, `update celebrations set rests_at = now() where title = '${TITLE}'`)
  await noor.page.goto('/spaces/front-step/celebrations')
  await noor.page.getByRole('heading', { name: 'What we celebrated before' }).waitFor()
  await looksRight(noor.page)
  await noor.page.getByRole('link', { name: TITLE }).click()
  await noor.page.getByText('It is over, and rests here.').waitFor()
  await press(noor.page, 'Take it back')
  await noor.page.getByText('You took it back. It is gone.').waitFor()
  // A refused form answers 422, of which browsers complain.
  const complaints = [...noor.complaints, ...mira.complaints].filter((one) => !one.includes('422'))
  expect(complaints).toEqual([])
})

test('SHINE-4 without script: hard words are asked about first, a report hides at once, three lines are shown and then others', async () => {
  const { page } = jun
  await page.goto('/spaces/allotment')
  await page.getByRole('link', { name: 'Something green in 4 and 5' }).click()
  expect(await page.locator('main blockquote').count()).toBe(3)
  await page.getByText('and others', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Read earlier ones' }).click()
  await page.getByText('In Braga we are saying').waitFor()
  await page.getByRole('link', { name: 'Back to the latest' }).click()
  const box = page.getByLabel('Add a line of your own')
  await box.fill('You lazy idiot, you never water anything.')
  await press(page, 'Add it')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await press(page, 'Edit')
  expect(await box.inputValue()).toContain('You lazy idiot')
  await box.fill('The oven is lit for that Thursday.')
  await press(page, 'Add it')
  await page.getByText('You added this.').waitFor()
  await expectNoSidewaysScroll(page)

  await noor.page.goto(page.url())
  const line = noor.page.getByRole('listitem').filter({ hasText: 'The oven is lit for that Thursday.' })
  await line.getByText('More', { exact: true }).click()
  await line.getByRole('button', { name: 'Ask the stewards to look' }).click()
  await noor.page.getByText('Thank you. A steward looks at it; you do not see it any more.').waitFor()
  expect(await noor.page.getByText('The oven is lit for that Thursday.').count()).toBe(0)
  // Nobody decides about words of their own.
  await page.goto('/admin/celebrations')
  expect(await page.getByText('The oven is lit for that Thursday.').count()).toBe(0)
  await ines.page.goto('/admin/celebrations')
  await ines.page.getByText('The oven is lit for that Thursday.').waitFor()
  await expectNoSidewaysScroll(ines.page)
  await press(ines.page, 'It may stand')
  await ines.page.getByText('Saved.').waitFor()
})

test('SHINE-4 off in support and family spaces until an administrator switches it on', async () => {
  await mira.page.goto('/spaces/long-haul')
  expect(await mira.page.getByRole('link', { name: 'Celebrations' }).count()).toBe(0)
  const { page } = ines
  await page.goto('/admin/celebrations')
  const opens = page.locator('[name="opens-long-haul"]')
  expect(await opens.isChecked()).toBe(false)
  await opens.check()
  await press(page, 'Save')
  await page.getByText('Saved.').waitFor()
  await mira.page.goto('/spaces/long-haul')
  await mira.page.getByRole('link', { name: 'Celebrations' }).waitFor()
  await page.locator('[name="opens-long-haul"]').uncheck()
  await press(page, 'Save')
  expect(await page.locator('[name="opens-long-haul"]').isChecked()).toBe(false)
})

test('SHINE-4 an anniversary is offered to the person alone, who tells it in their own words, or keeps it', async () => {
  await inTheDatabase(
    place,
    `update members set joined_at = now() - interval '1 year' where handle in ('noor', 'mira')`,
  )
  const asks = 'You came here a year ago'
  await mira.page.goto('/')
  await mira.page.getByText(asks).waitFor()
  await looksRight(mira.page)
  await press(mira.page, 'Keep it to yourself')
  expect(await mira.page.getByText(asks).count()).toBe(0)

  const { page } = noor
  await page.goto('/')
  await page.getByText(asks).waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Tell the others' }).click()
  expect(await page.getByLabel('Mine').isChecked()).toBe(true)
  await page.getByLabel('Where does it stand?').selectOption('front-step')
  await page.getByLabel('What shall it be called?').fill('A year of nights')
  await page.getByLabel('What was reached?').fill('I know which window has a light.')
  await page.getByLabel('How was it?').fill('The oven bell rings softer now. I asked, and it did.')
  await press(page, 'Open it')
  await page.getByRole('heading', { level: 1, name: 'A year of nights' }).waitFor()
  await page.goto('/')
  expect(await page.getByText(asks).count()).toBe(0)
  await ines.page.goto('/')
  expect(await ines.page.getByText(asks).count()).toBe(0)
})

test('CARE-8 two stewards turn a page to remembrance: gently said, words kept, nothing to thank or write to; an administrator undoes it', async () => {
  const { page } = jun
  await page.goto('/admin/remembrance')
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Whose page is it?').fill('viktor')
  await press(page, 'Look')
  await press(page, 'Ask a second steward')
  await page.getByText('Say in one sentence how you know.').first().waitFor()
  await page.getByLabel('How do you know?').fill('His brother wrote to Ines.')
  await press(page, 'Ask a second steward')
  await page.getByText('You asked. A second steward confirms it').waitFor()
  expect(await page.getByRole('button', { name: 'Turn the page to remembrance' }).count()).toBe(0)
  await expectNoSidewaysScroll(page)

  await ines.page.goto('/admin/remembrance')
  await ines.page.getByRole('link', { name: 'Viktor' }).click()
  await ines.page.getByText('His brother wrote to Ines.').waitFor()
  await press(ines.page, 'Turn the page to remembrance')
  await ines.page.getByText('This page is kept in remembrance.').waitFor()
  await expectNoSidewaysScroll(ines.page)

  await mira.page.goto('/members/viktor')
  await mira.page.getByRole('heading', { level: 1, name: /^In memory of Viktor/ }).waitFor()
  await mira.page.getByText('What they wrote here stays.').waitFor()
  await looksRight(mira.page)
  expect(await mira.page.getByRole('link', { name: /Thank|Write to|Follow/ }).count()).toBe(0)
  await mira.page.locator('h3.title a').first().click()
  const first = mira.page.locator('article').first()
  expect(await first.getByRole('link', { name: 'Thank', exact: true }).count()).toBe(0)

  await ines.page.goto('/admin/remembrance')
  await ines.page.getByRole('link', { name: 'Viktor' }).click()
  await press(ines.page, 'Undo it')
  await mira.page.goto('/members/viktor')
  await mira.page.getByRole('heading', { level: 1, name: /^Viktor/ }).waitFor()
})
