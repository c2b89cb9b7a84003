import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let topic: string
const people = new Map<string, Person>()

async function open(name: Parameters<typeof signIn>[1], script = false): Promise<Page> {
  const key = `${name} ${script}`
  const known = people.get(key)
  if (known) return known.page
  const found = await person(place.url, { script })
  await signIn(found, name)
  people.set(key, found)
  return found.page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function answer(name: Parameters<typeof signIn>[1], words: string): Promise<void> {
  const page = await open(name)
  await page.goto(topic)
  await page.getByLabel('Your answer', { exact: true }).fill(words)
  await press(page, 'Post')
  // What may hurt is asked about first, and these two mean it.
  if (await page.getByRole('heading', { name: /^Some readers may hear/ }).isVisible())
    await press(page, 'Post as it is')
  await page.getByText(words).first().waitFor()
}

beforeAll(async () => {
  place = await openPlace(['demo'])
  const page = await open('mira')
  await page.goto('/new?space=allotment')
  await page.getByLabel('Your post').fill('The compost bins behind the hut are full of plastic pots again.')
  await press(page, 'Post')
  await page.locator('#post').waitFor()
  topic = new URL(page.url()).pathname
})
afterAll(() => place.close())

const HINT = /^It may be getting heated here/

test('PAUSE-5 a thread that heats up is noticed: a line to who is in it and who is about to answer, and one in the stewards’ list', async () => {
  await answer('noor', 'I put two in there because the skip was locked.')
  await answer('mira', 'So it is you. You never think of anybody, you are so lazy.')
  await answer('noor', 'You are being ridiculous, you always blame me, shut up.')
  const passing = await open('ines', true)
  await expect
    .poll(
      async () => {
        await passing.goto(topic)
        return passing.getByText(HINT).count()
      },
      { timeout: 10_000, interval: 500 },
    )
    .toBe(1)
  await expectAccessible(passing)
  await expectNoSidewaysScroll(passing)
  await passing.getByText('Why this?', { exact: true }).first().click()
  await passing.getByText('never about a person').waitFor()
  const steward = await open('jun', true)
  await steward.goto('/today')
  await steward.getByText(/^A thread in Allotment may be heating up/).waitFor()
})

test('PAUSE-5 stand by someone leads to a private note; leaving the thread is one press', async () => {
  const page = await open('ines', true)
  await page.goto(topic)
  await page.getByRole('link', { name: 'stand by someone' }).click()
  await page.getByRole('heading', { name: 'Stand by someone' }).waitFor()
  await expectAccessible(page)
  expect(await page.getByRole('link', { name: /^Write to Mira/ }).getAttribute('href')).toMatch(
    /^\/messages\/new\?to=mira&beside=/,
  )
  await page.goto(topic)
  await press(page, 'leave it')
  await page.getByText('You hear no more of this thread.').waitFor()
})

test('PAUSE-5 slower by agreement, with the keyboard and without script: asked, agreed, one answer each in half an hour', async () => {
  const mira = await open('mira')
  await mira.goto(topic)
  await mira.getByRole('button', { name: 'Suggest taking it slower' }).focus()
  await mira.keyboard.press('Enter')
  await mira.getByText('You suggested taking it slower.').waitFor()
  const noor = await open('noor')
  await noor.goto(topic)
  await noor.getByText(/^Somebody in this conversation suggests taking it slower/).waitFor()
  await expectNoSidewaysScroll(noor)
  await press(noor, 'Yes, let us')
  await noor.getByText(/^Everybody takes it slower here until/).waitFor()
  await answer('noor', 'The skip opens at nine on Saturday.')
  await noor.getByLabel('Your answer', { exact: true }).fill('And I bring the trolley.')
  await press(noor, 'Post')
  await noor
    .getByText(/Yours can be posted in \d+ minutes/)
    .first()
    .waitFor()
  expect(await noor.getByLabel('Your answer', { exact: true }).inputValue()).toContain(
    'And I bring the trolley.',
  )
  await noor.goto(topic)
  await press(noor, 'Back to the usual pace')
  await answer('noor', 'And I bring the trolley.')
})
