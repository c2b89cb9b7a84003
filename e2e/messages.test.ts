import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { looks, scripts } from './kit/thorough.ts'

let place: Place
let database: pg.Client

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await place?.close()
})

const HARD = 'You lazy idiot, you never read the rota.'

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

/** Nothing was ever said between anybody, and nobody used up what a day holds. */
const forget = () =>
  database.query(
    `delete from messages; delete from message_sides; delete from message_conversations; delete from message_openings; delete from message_settings;
    delete from limits; delete from notices; delete from attention_uses; update members set joined_at = joined_at - interval '30 days'`,
  )

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()
const words = (page: Page) => page.getByLabel(/^Your message to/)

async function ask({ page }: Person, to: string, reason: string, body: string): Promise<string> {
  await page.goto(`/messages/new?to=${to}`)
  await page.getByLabel('Why are you writing?').fill(reason)
  await words(page).fill(body)
  await press(page, 'Send')
  await page.getByText('Not answered yet.').waitFor()
  return new URL(page.url()).pathname
}

/** Both talk already. */
async function talking(mira: Person, noor: Person): Promise<string> {
  const address = await ask(mira, 'noor', 'The beans', 'How are they?')
  await noor.page.goto(address)
  await press(noor.page, 'Talk with Mira')
  await noor.page.getByText('can write to each other now').waitFor()
  return address
}

describe.each(scripts)('with script: %s', (script) => {
  test('CARE-5 a request with a reason from a profile, read in its own quiet part, answered, talked on', async () => {
    await forget()
    const [mira, noor] = [await open('mira', { script }), await open('noor', { script })]
    await mira.page.goto('/members/noor')
    await mira.page.getByRole('link', { name: 'Write to Noor' }).click()
    await words(mira.page).fill('Shall I bring the bean poles?')
    await press(mira.page, 'Send')
    await mira.page.getByRole('alert').getByText('Say in one line why').waitFor()
    expect(await words(mira.page).inputValue()).toBe('Shall I bring the bean poles?')
    await mira.page.getByLabel('Why are you writing?').fill('Your bean poles')
    await press(mira.page, 'Send')
    await mira.page.getByText('Not answered yet.').waitFor()
    expect(await words(mira.page).count()).toBe(0)
    await noor.page.goto('/messages')
    await noor.page.getByText('Somebody would like to write to you. There is no hurry.').waitFor()
    await noor.page.getByRole('link', { name: 'Look when you like' }).click()
    await noor.page.getByText('Why: Your bean poles').waitFor()
    await noor.page.getByRole('link', { name: 'Mira' }).last().click()
    await words(noor.page).fill('Yes, **please**.')
    await press(noor.page, 'Send')
    await noor.page.getByRole('article').getByText('please').waitFor()
    await mira.page.goto('/messages')
    await mira.page.getByText('New', { exact: true }).waitFor()
    await mira.page.getByRole('link', { name: 'Noor' }).click()
    expect(await mira.page.locator('article strong').textContent()).toBe('please')
    await mira.page.goto('/messages')
    await expect.poll(() => mira.page.getByText('New', { exact: true }).count()).toBe(0)
    expect([...mira.complaints, ...noor.complaints].filter((one) => !one.includes('422'))).toEqual([])
  })

  test('CARE-5 “not now” costs nothing: who asked reads the same, and it can become a yes later', async () => {
    await forget()
    const [mira, noor] = [await open('mira', { script }), await open('noor', { script })]
    const address = await ask(mira, 'noor', 'The beans', 'How are they?')
    const seen = async () => {
      await mira.page.goto(address)
      return mira.page.locator('main').innerText()
    }
    const before = await seen()
    await noor.page.goto(address)
    await press(noor.page, 'Not now')
    await noor.page.getByText('It rests. Mira is not told.').waitFor()
    expect(await seen()).toBe(before)
    await noor.page.getByRole('link', { name: 'Mira' }).last().click()
    await press(noor.page, 'Talk with Mira')
    await noor.page.getByText('can write to each other now').waitFor()
    await mira.page.goto(address)
    await words(mira.page).waitFor()
  })

  test('CARE-5 “I am here if you want to write” under a hard post: only its author reads it, and writes or does not', async () => {
    await forget()
    const [mira, noor, jun] = [
      await open('mira', { script }),
      await open('noor', { script }),
      await open('jun', { script }),
    ]
    await noor.page.goto('/members/noor')
    const href = (await noor.page
      .getByRole('link', { name: 'Nights are the longest part' })
      .getAttribute('href'))!
    await mira.page.goto(href)
    await mira.page.getByRole('link', { name: 'I am here if you want to write' }).first().click()
    await press(mira.page, 'I am here')
    await mira.page.getByText('You said that you are here.').waitFor()
    await jun.page.goto(href)
    expect(await jun.page.locator('main').innerText()).not.toMatch(/You said that|Mira is here/)
    await noor.page.goto('/notices')
    await noor.page.getByText('Mira is here if you want to write').waitFor()
    await noor.page.goto(href)
    await noor.page.getByText('Mira is here if you want to write.').waitFor()
    await noor.page.getByRole('link', { name: 'Write to Mira' }).first().click()
    expect(await noor.page.getByLabel('Why are you writing?').count()).toBe(0)
    await words(noor.page).fill('Thank you. It is hard at four.')
    await press(noor.page, 'Send')
    await noor.page.getByRole('article').getByText('hard at four').waitFor()
    await mira.page.goto('/messages')
    await mira.page.getByRole('link', { name: 'Noor' }).click()
    await words(mira.page).waitFor()
  })

  test('PAUSE-2 a hard message waits under the panel; edited or sent as it is, nothing is lost', async () => {
    await forget()
    const [mira, noor] = [await open('mira', { script }), await open('noor', { script })]
    await mira.page.goto(await talking(mira, noor))
    const model = script && mira.page.waitForResponse(/models\/quick\.\w+\.bin/)
    await words(mira.page).fill(HARD)
    await model
    await mira.page.waitForTimeout(script ? 600 : 0)
    await press(mira.page, 'Send')
    await mira.page.getByRole('heading', { name: /^Some readers may hear this/ }).waitFor()
    const { rowCount } = await database.query("select from messages where body like '%idiot%'")
    expect(rowCount).toBe(0)
    await press(mira.page, 'Edit')
    expect(await words(mira.page).inputValue()).toBe(HARD)
    await words(mira.page).fill('The rota says Thursday.')
    await press(mira.page, 'Send')
    await mira.page.getByRole('article').getByText('The rota says Thursday.').waitFor()
  })
})

test('BASE a new message appears in an open conversation when asked for, without reloading; nothing that is being written moves', async () => {
  await forget()
  const [mira, noor] = [await open('mira'), await open('noor')]
  const address = await talking(mira, noor)
  await mira.page.goto(address)
  const listening = mira.page.waitForRequest(/\/live\?/)
  await mira.page.reload()
  await listening
  await words(mira.page).fill('I was just')
  await words(noor.page).fill('Come at nine.')
  await press(noor.page, 'Send')
  await mira.page.getByText('A new message.').waitFor()
  expect(await mira.page.getByText('Come at nine.').count()).toBe(0)
  await mira.page.getByRole('link', { name: 'Show' }).click()
  await mira.page.getByRole('article').getByText('Come at nine.').waitFor()
  expect(await words(mira.page).inputValue()).toBe('I was just')
})

test('CARE-5 two who write to each other at the same moment have one conversation', async () => {
  await forget()
  const [mira, noor] = [await open('mira'), await open('noor')]
  for (const [one, to] of [
    [mira, 'noor'],
    [noor, 'mira'],
  ] as const) {
    await one.page.goto(`/messages/new?to=${to}`)
    await one.page.getByLabel('Why are you writing?').fill('The beans')
    await words(one.page).fill(`From one to ${to}`)
  }
  await Promise.all([press(mira.page, 'Send'), press(noor.page, 'Send')])
  await Promise.all([mira.page, noor.page].map((page) => page.waitForURL(/\/messages\/[0-9a-f-]{36}/)))
  expect(new URL(mira.page.url()).pathname).toBe(new URL(noor.page.url()).pathname)
  await mira.page.reload()
  for (const to of ['noor', 'mira']) await mira.page.getByText(`From one to ${to}`).waitFor()
})

test('BOUNDS-3 a block from the conversation ends it for both; CARE-5 a request is taken back, a message too', async () => {
  await forget()
  const [mira, noor] = [await open('mira'), await open('noor')]
  const address = await talking(mira, noor)
  await mira.page.goto(address)
  await words(mira.page).fill('A slip.')
  await press(mira.page, 'Send')
  await mira.page
    .getByRole('article', { name: /^You/ })
    .last()
    .getByRole('button', { name: 'Take back' })
    .click()
  await mira.page.getByText('It is gone for both.').waitFor()
  expect(await mira.page.getByText('A slip.').count()).toBe(0)
  await noor.page.goto(address)
  await noor.page.getByText('More', { exact: true }).last().click()
  await noor.page.getByRole('link', { name: 'Block Mira' }).click()
  await press(noor.page, 'Block Mira')
  await noor.page.getByText('do not see each other any more').waitFor()
  for (const { page } of [mira, noor]) expect((await page.goto(address))!.status()).toBe(404)
  await mira.page.goto('/messages')
  expect(await mira.page.getByRole('link', { name: 'Noor' }).count()).toBe(0)
  await noor.page.goto('/settings/boundaries')
  await press(noor.page, 'Unblock Mira')
  await forget()
  await ask(mira, 'noor', 'The beans', 'How are they?')
  await press(mira.page, 'Take the request back')
  await mira.page.getByText('Nothing of it is left.').waitFor()
})

test('CARE-5 quiet hours are chosen, and a time that is none comes back as it was typed', async () => {
  await forget()
  const { page } = await open('noor')
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Messages', exact: true }).last().click()
  await page.getByLabel(/^Quiet hours/).check()
  await page.getByLabel('From').fill('22:30')
  await page.getByLabel('Until').fill('22:30')
  await press(page, 'Save')
  await page.getByRole('alert').getByText('the same time').waitFor()
  expect(await page.getByLabel('From').inputValue()).toBe('22:30')
  await page.getByLabel('Until').fill('06:45')
  await page.getByLabel(/^Nobody new/).check()
  await press(page, 'Save')
  await page.getByText('Saved.').waitFor()
  const mira = await open('mira')
  await mira.page.goto('/messages/new?to=noor')
  await mira.page.getByRole('heading', { name: 'Noor takes no new messages' }).waitFor()
})

test.each(looks)(
  'STYLE-4 every page of messages fits and passes axe at $width px, dark: $dark',
  async (look) => {
    await forget()
    const [mira, noor] = [await open('mira', look), await open('noor', look)]
    const see = async ({ page }: Person, path: string) => {
      await page.goto(path)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      expect(await page.locator('h1').count(), path).toBe(1)
    }
    await see(mira, '/messages')
    await see(mira, '/messages/requests')
    await see(mira, '/messages/new?to=noor')
    const address = await ask(
      mira,
      'noor',
      'A'.repeat(140),
      `${'Wolkenkratzer'.repeat(20)}\n\n${'Long. '.repeat(200)}`,
    )
    await see(mira, address)
    await see(noor, '/messages')
    await see(noor, '/messages/requests')
    await see(noor, address)
    await press(noor.page, 'Not now')
    await see(noor, '/messages/requests')
    await see(noor, address)
    await press(noor.page, 'Talk with Mira')
    await see(noor, address)
    await see(mira, '/messages')
    await see(mira, '/settings/messages')
  },
)
