import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { scripts } from './kit/thorough.ts'
import { answer } from './kit/write.ts'

let place: Place
let database: pg.Client
let mira: Person
let noor: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320, dark: true })
  await signIn(noor, 'noor')
})
afterAll(async () => {
  await database?.end()
  await place?.close()
})

/** Nothing was given today, and nothing has spoken. */
const forget = () =>
  database.query(`delete from thanks where created_at > now() - interval '1 hour'; delete from thanks_choices;
    delete from attention_subjects; delete from attention_uses; delete from limits; update members set joined_at = joined_at - interval '30 days'`)

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()
const under = (page: Page) => page.locator('#post')
const given = (page: Page) => under(page).locator('.given')

let written = 0
/** A post of Mira's that Noor has answered: they share a conversation. */
async function thread(need = '', space = 'allotment'): Promise<string> {
  const { page } = mira
  await page.goto(`/new?space=${space}${need && `&need=${need}`}`)
  await page.getByLabel('Your post').fill(`The rota hangs in the shed, for who looks for it. ${++written}`)
  await press(page, 'Post')
  await page.waitForURL('**/posts/**')
  const address = page.url().replace(/[?#].*$/, '')
  await answer(noor, address, `I have seen it there as well. ${written}`)
  await noor.page.goto(address)
  return address
}

const looksRight = async ({ page }: Person) => {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

describe.each(scripts)('with script: %s', (script) => {
  test('THANKS-1 the form: two presses without words, starters, a passage, taken back for ten minutes', async () => {
    await forget()
    const address = await thread()
    const giver = script ? noor : await person(place.url, { script, width: 320 })
    if (!script) await signIn(giver, 'noor')
    const { page } = giver
    await page.goto(address)
    await under(page).getByRole('link', { name: 'Thank', exact: true }).click()
    await press(page, 'Send thanks')
    await given(page).getByText('Thank you', { exact: false }).waitFor()
    await given(page).getByText('Sent. You can take it back for 10 minutes.').waitFor()
    await press(page, 'Take it back')
    await page.waitForURL('**/posts/**')
    expect(await given(page).count()).toBe(0)

    await under(page).getByRole('link', { name: 'Thank', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Thank Mira' }).waitFor()
    if (script) await looksRight(giver)
    const box = page.getByLabel('What did it do for you?')
    if (script) {
      await press(page, 'It helped because …')
      expect(await box.inputValue()).toBe('It helped because ')
    } else {
      await page.getByText('For instance: “It helped because …”').waitFor()
      expect(await page.getByRole('button', { name: 'I felt less alone' }).count()).toBe(0)
    }
    await box.fill('It helped because I found it')
    await page.getByText('Only for a passage of it').click()
    await page.getByLabel('Which words do you mean?').fill('It hangs in the barn')
    await page.getByLabel('May be shown, if Mira agrees').check()
    await press(page, 'Send thanks')
    await page.getByRole('alert').getByText('Copy them from above').waitFor()
    expect(await box.inputValue()).toBe('It helped because I found it')
    await page.getByLabel('Which words do you mean?').fill('hangs in the shed')
    await press(page, 'Send thanks')
    await given(page).getByText('For “hangs in the shed”').waitFor()
    expect(giver.complaints.filter((one) => !one.includes('422'))).toEqual([])
    if (!script) await giver.context.close()
  })
})

test('THANKS-1 on an open page it joins a closed line within a second, which no reader is made to hear; pressed, it is there', async () => {
  await forget()
  const address = await thread()
  const { page } = mira
  const listening = page.waitForRequest(/\/live\?/)
  await page.goto(address)
  await listening
  await page.waitForTimeout(300)
  await noor.page.goto(`/thank?post=${address.split('/').pop()}`)
  await noor.page.getByLabel('What did it do for you?').fill('I felt less alone')
  const line = page.locator('.new-thanks')
  const sent = noor.page.waitForResponse((response) => response.request().method() === 'POST')
  await press(noor.page, 'Send thanks')
  await sent
  const before = Date.now()
  await line.getByText('New thanks.').waitFor()
  expect(Date.now() - before).toBeLessThan(1000)
  expect(await line.locator('[role=status], [aria-live]').count()).toBe(0)
  expect(await page.getByText('I felt less alone').count()).toBe(0)
  await line.getByRole('link', { name: 'Show' }).click()
  await given(page).getByText('“I felt less alone”').waitFor()
  expect(await line.getByText('New thanks.').count()).toBe(0)
})

test('THANKS-1 for being there, from somebody I have not talked with: it waits, quietly, until I look', async () => {
  await forget()
  const giver = await person(place.url)
  await signIn(giver, 'ines')
  const { page } = giver
  await database.query(
    "update posts set author_id = (select id from members where handle = 'jun') where author_id = (select id from members where handle = 'ines')",
  )
  await database.query(
    "update replies set author_id = (select id from members where handle = 'jun') where author_id = (select id from members where handle = 'ines')",
  )
  await page.goto('/members/mira')
  await page.getByRole('link', { name: 'Thank Mira' }).click()
  await page.getByLabel('What did it do for you?').fill('You held the door')
  await press(page, 'Send thanks')
  await page.getByText('“You held the door”').waitFor()
  await mira.page.goto('/keepsakes')
  expect(await mira.page.getByText('You held the door').count()).toBe(0)
  await mira.page.goto('/messages')
  await mira.page.getByRole('link', { name: 'Look when you like' }).click()
  await looksRight(mira)
  await mira.page.getByText('Read it', { exact: true }).click()
  await mira.page.getByText('“You held the door”').waitFor()
  await press(mira.page, 'Keep it')
  await mira.page.getByText('It is among your keepsakes.').waitFor()
  await mira.page.getByText('“You held the door”').waitFor()
  await page.context().close()
})

test('THANKS-2 a hug stands under “just listen”, in the form its receiver chose, and nowhere where they chose none', async () => {
  await forget()
  await thread('listening', 'long-haul')
  const { page } = noor
  const ways = () => under(page).locator('.acts > a[href^="/thank"]').allInnerTexts()
  expect(await ways()).toEqual(['Thank', 'Hug'])
  await mira.page.goto('/settings')
  await mira.page.getByRole('link', { name: 'Thanks and hugs' }).click()
  await looksRight(mira)
  await mira.page.getByLabel('A candle').check()
  await press(mira.page, 'Save')
  await mira.page.getByText('Saved.').waitFor()
  await page.reload()
  expect(await ways()).toEqual(['Thank', 'Light a candle'])
  await under(page).getByRole('link', { name: 'Light a candle' }).click()
  await looksRight(noor)
  await press(page, 'Light the candle')
  await given(page).getByText('A candle').waitFor()
  await mira.page.getByLabel('None of these').check()
  await press(mira.page, 'Save')
  await page.reload()
  expect(await ways()).toEqual(['Thank'])
  const glad = await thread('celebrate')
  await page.goto(glad)
  expect(await ways()).toEqual(['Thank', 'Cheer'])
  await page.goto(await thread('feedback'))
  expect(await ways()).toEqual(['Thank', 'Gold star'])
})

test('THANKS-2 THANKS-4 a shout-out waits in the menu, asks its receiver first, and stands on the wall after a yes', async () => {
  await forget()
  const address = await thread()
  const { page } = noor
  await page.goto(address)
  await under(page).getByText('More', { exact: true }).click()
  await under(page).getByRole('link', { name: 'Shout-out' }).click()
  await page.getByText('Mira is asked first.').waitFor()
  await page
    .getByLabel('What would you like others to know?')
    .fill('She sat with us all through the flu week')
  await looksRight(noor)
  await press(page, 'Send shout-out')
  await given(page).getByText('sat with us').waitFor()
  const visitor = await person(place.url)
  await visitor.page.goto('/wall')
  expect(await visitor.page.getByText('sat with us').count()).toBe(0)
  await mira.page.goto(address)
  await given(mira.page).getByText('Noor would like to tell others this about you').waitFor()
  await looksRight(mira)
  await press(mira.page, 'Show it')
  await visitor.page.goto('/spaces/allotment')
  await visitor.page.getByRole('link', { name: 'The wall of thanks' }).click()
  await visitor.page.getByText('“She sat with us all through the flu week”').waitFor()
  await looksRight(visitor)
  expect(await visitor.page.locator('.wall > li').count()).toBeLessThanOrEqual(3)
  await page.goto('/wall')
  await looksRight(noor)
  await page.getByRole('link', { name: 'Shout-out to somebody who is not here' }).click()
  await page.getByLabel('Whom is it for?').fill('The man with the snow shovel')
  await page
    .getByLabel('What would you like others to know?')
    .fill('The path was clear before anybody was up')
  await looksRight(noor)
  await press(page, 'Send shout-out')
  await page.getByText('Noor to The man with the snow shovel').waitFor()
  await visitor.page.goto('/wall')
  expect(await visitor.page.getByText('snow shovel').count()).toBe(0)
  await press(page, 'Take it back')
  await page.waitForURL('**/wall')
  expect(await page.getByText('snow shovel').count()).toBe(0)
  await visitor.context.close()
})

test('THANKS-3 keepsakes are searched, filtered, put away and printed, and say no number', async () => {
  await forget()
  const { page } = mira
  await page.goto('/members/mira')
  await page.getByRole('link', { name: 'My keepsakes' }).click()
  await looksRight(mira)
  await page.getByLabel('Name or word').fill('boiler')
  await press(page, 'Find')
  await page.getByText('“The boiler. Yes.”').waitFor()
  expect(await page.locator('.keep').count()).toBe(1)
  await page.getByLabel('What it was').selectOption('Gold stars')
  await press(page, 'Find')
  await page.getByText('Nothing of that is among your keepsakes.').waitFor()
  await page.goto('/keepsakes')
  const first = page.locator('.keep').filter({ hasText: 'The boiler. Yes.' })
  await first.getByRole('button', { name: 'Hide it' }).click()
  await page.getByText('It is out of sight.').waitFor()
  expect(await first.count()).toBe(0)
  await page.getByRole('link', { name: 'Put away' }).click()
  await press(page, 'Keep it again')
  await page.getByText('“The boiler. Yes.”').waitFor()
  await page.getByRole('link', { name: 'Print them all' }).click()
  await page.getByRole('heading', { level: 1, name: 'Said to Mira' }).waitFor()
  await looksRight(mira)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header.top').isVisible()).toBe(false)
  expect(await page.getByText('Your browser prints this page').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await noor.page.goto('/members/mira')
  expect(await noor.page.getByRole('link', { name: 'My keepsakes' }).count()).toBe(0)
})

test('THANKS-5 THANKS-6 on return to my ask I see who answered; later I tell what happened next, and one tap answers it', async () => {
  await forget()
  const address = await thread('advice')
  const { page } = mira
  await page.goto(address)
  await page.goto(address)
  const answered = page.getByRole('region', { name: 'They answered you' })
  await looksRight(mira)
  await answered.getByRole('link', { name: 'Thank Noor' }).click()
  await press(page, 'Send thanks')
  await page.waitForURL('**/posts/**')
  expect(await answered.count()).toBe(0)
  await page.goto(address)
  const reply = page.locator('article.reply').first()
  await reply.locator('[data-more]').click()
  await reply.getByRole('link', { name: 'Tell what happened next' }).click()
  await looksRight(mira)
  await page.getByLabel('What came of it?').fill('It hangs straight now')
  await press(page, 'Tell them')
  await page.getByText('“It hangs straight now”').waitFor()
  await noor.page.goto('/keepsakes')
  const told = noor.page.locator('.keep').filter({ hasText: 'It hangs straight now' })
  await told.getByText('Mira told you what happened next').waitFor()
  await told.getByRole('button', { name: 'That means a lot' }).click()
  await told.getByText('You said that it means a lot.').waitFor()
  await looksRight(noor)
  await page.goto(address)
  await page.getByText('Noor: “That means a lot.”').waitFor()
})
