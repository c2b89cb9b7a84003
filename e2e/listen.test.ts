import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { write } from './kit/write.ts'

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

const idIn = (page: Page) => /reply=([0-9a-f-]{36})/.exec(page.url())![1]!
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
/** What stands under the post itself. */
const under = (page: Page) => page.locator('#post')

/** Answers a reply, and says which it became. */
async function answer({ page }: Person, address: string, words: string, to = ''): Promise<string> {
  await page.goto(`${address}${to && `?to=${to}`}#answer`)
  await page.getByLabel(/^Your answer/).fill(words)
  await press(page, 'Post')
  await page.waitForURL(/reply=/)
  return idIn(page)
}

/** A look at the page as it stands. */
async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const POINT = 'Nine o’clock on Saturday is the one hour you have.'
const ADDS = 'And I would have been glad of a word on Friday.'

test('LISTEN-2 with script, on a phone: said in one line, told, corrected, confirmed, taken back', async () => {
  const address = await write(
    mira,
    'allotment',
    'The hose was gone again on Saturday. I need it at the gate by nine.',
  )
  const { page } = noor
  await page.goto(address)
  await under(page).getByText('More', { exact: true }).click()
  await under(page).getByRole('link', { name: 'Say what I hear' }).click()
  await page.getByRole('heading', { level: 1, name: 'What I hear is …' }).waitFor()
  await looksRight(page)
  await page.getByLabel('What I hear is …').fill(POINT)
  await press(page, 'Say it')
  await under(page).getByText('Noor hears:').waitFor()
  await looksRight(page)

  await mira.page.goto('/notices')
  await mira.page.getByText('Noor said what they hear in').waitFor()
  await mira.page.goto(address)
  await under(mira.page).getByRole('link', { name: 'Not quite' }).click()
  await looksRight(mira.page)
  await mira.page.getByLabel('What would you add?').fill(ADDS)
  await press(mira.page, 'Add it')
  await under(mira.page).getByText(ADDS).waitFor()
  await looksRight(mira.page)

  await page.goto(address)
  await under(page).getByText('Mira adds:').waitFor()
  await press(mira.page, 'Yes, that’s it')
  await under(mira.page).getByText('Mira: “Yes, that’s it.”').waitFor()
  await press(page, 'Take it back')
  await page.waitForURL('**/posts/**')
  expect(await under(page).getByText('Noor hears:').count()).toBe(0)
  expect(noor.complaints).toEqual([])
  expect(mira.complaints).toEqual([])
})

test('LISTEN-2 the draft of a line stays on the device, and hard words are asked about before they are said', async () => {
  const address = await write(mira, 'allotment', 'The rota hangs in the shed again, for who looks for it.')
  const { page } = noor
  const hear = `/listen/hear?entry=${address.split('/').pop()}`
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.goto(hear)
  const told = page.waitForResponse('**/composer/pause*')
  const model = page.waitForResponse(/models\/quick\.\w+\.bin/)
  await page.getByLabel('What I hear is …').fill('You lazy idiot, you never read anything.')
  await Promise.all([told, model])
  await page.waitForTimeout(900)
  await press(page, 'Say it')
  await page.locator('kind-pause').getByRole('heading').waitFor()
  await page.keyboard.press('Escape')
  await page.goto('/lately')
  expect(sent.filter((body) => body.includes('idiot'))).toEqual([])
  await page.goto(hear)
  expect(await page.getByLabel('What I hear is …').inputValue()).toContain('You lazy idiot')
})

test('LISTEN-2 and LISTEN-3 without script: said, asked about first where it is hard, answered; seen from their side', async () => {
  const plain = await person(place.url, { script: false, width: 320, dark: true })
  await signIn(plain, 'noor')
  const address = await write(
    mira,
    'allotment',
    'I need the hose on Saturday, because the shop opens at ten.',
  )
  const { page } = plain
  const id = await answer(plain, address, 'I had the hose on Saturday. I want a day of my own with it.')
  await page.goto(`/listen/hear?entry=${address.split('/').pop()}`)
  await page.getByLabel('What I hear is …').fill('You lazy idiot, you want it all for yourself.')
  await press(page, 'Say it')
  await page.getByRole('heading', { level: 2 }).waitFor()
  await expectNoSidewaysScroll(page)
  await press(page, 'Edit')
  await page.getByLabel('What I hear is …').fill('You can only water before ten.')
  await press(page, 'Say it')
  await under(page).getByText('Noor hears:').waitFor()
  await press(page, 'Take it back')
  expect(await page.getByText('Noor hears:').count()).toBe(0)

  await page.goto(`/listen/side?entry=${address.split('/').pop()}`)
  await page.getByText('I need the hose on Saturday, because the shop opens at ten.').first().waitFor()
  await page.getByText('You both speak of: Saturday, the hose.').waitFor()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Say what matters to me in this' }).click()
  await expectNoSidewaysScroll(page)
  await page.getByLabel('What matters to you?').fill('A day that is mine, once a week')
  await press(page, 'Keep it')
  await page.getByText('Kept. Who sees this thread from your side reads it first.').waitFor()
  await mira.page.goto(`/listen/side?entry=${id}`)
  const heading = mira.page.getByRole('heading', { name: 'What matters to Noor in this' })
  await heading.waitFor()
  expect(await mira.page.locator('blockquote').first().textContent()).toContain(
    'A day that is mine, once a week',
  )
  await press(page, 'Take it away')
  await page.getByText('It is gone.').waitFor()
  await mira.page.reload()
  expect(await heading.count()).toBe(0)
  await plain.context.close()
})

test('LISTEN-3 two who answer each other: the side of the other beside the box and in the menu, and nothing once one keeps a distance', async () => {
  const address = await write(mira, 'allotment', 'The hose has to be at the gate by nine on Saturday.')
  const first = await answer(
    noor,
    address,
    'I need it then, because I work nights and the small beds dry out.',
  )
  const second = await answer(
    mira,
    address,
    'Then leave it at the gate. I’d like a gate one can find.',
    first,
  )
  const third = await answer(
    noor,
    address,
    'Fair point about the gate. I am worried about the lettuces.',
    second,
  )
  const box = mira.page.locator('#answer')
  await mira.page.goto(address)
  expect(await box.getByRole('link', { name: 'See it from Noor’s side' }).count()).toBe(0)
  const fourth = await answer(mira, address, 'I can take the lettuces on Thursday.', third)
  await answer(noor, address, 'Thursday would help me.', fourth)
  await mira.page.goto(address)
  await looksRight(mira.page)
  await box.getByRole('link', { name: 'See it from Noor’s side' }).click()
  await mira.page
    .getByText('I need it then, because I work nights and the small beds dry out.')
    .first()
    .waitFor()
  await mira.page.getByText('Noor said to you:').waitFor()
  await mira.page.getByText('Fair point about the gate.').waitFor()
  await looksRight(mira.page)
  // Where a sentence stands is one press away.
  await mira.page.locator('blockquote a').first().click()
  await mira.page.waitForURL(`**/posts/**#r-**`)
  const reply = mira.page.locator(`#r-${third}`)
  await reply.locator('[data-more]').click()
  await reply.getByRole('link', { name: 'See it from Noor’s side' }).waitFor()

  await noor.page.goto(`/bothers?post=${address.split('/').pop()}`)
  await press(noor.page, 'Mute Mira')
  await mira.page.goto(`/listen/side?entry=${third}`)
  await mira.page.getByText('There is nothing to show here.').waitFor()
  await looksRight(mira.page)
  expect(await mira.page.getByText('because I work nights').count()).toBe(0)
})
