import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { answer } from './kit/write.ts'

let place: Place
let database: pg.Client
let mira: Person
let noor: Person
let jun: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  await makeBusy('allotment')
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320, dark: true, script: false })
  await signIn(noor, 'noor')
  jun = await person(place.url)
  await signIn(jun, 'jun')
})
afterAll(async () => {
  await database?.end()
  await place?.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const lifted = (page: Page) => page.locator('section.lifted')
/** Noor's browser runs no script, and so none that looks for what is inaccessible. */
const looksRight = async (who: Person) => {
  const { page } = who
  if (who !== noor) await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}
/** The answers of a thread, by the names beside them, in the order in which they stand. */
const order = (page: Page) => page.locator('article.reply').evaluateAll((rows) => rows.map((row) => row.id))

async function ask(words: string): Promise<string> {
  const { page } = mira
  await page.goto('/new?space=allotment&need=advice')
  await page.getByLabel('Your post').fill(words)
  await press(page, 'Post')
  await page.waitForURL('**/posts/**')
  return page.url().replace(/[?#].*$/, '')
}

describe('SHINE-1', () => {
  test('a visitor finds an answer that people lifted, with its reason, and the rule', async () => {
    const visitor = await person(place.url)
    const { page } = visitor
    await page.goto('/spaces/repair-bench')
    await page
      .getByRole('link', { name: /it worked yesterday/ })
      .last()
      .click()
    await lifted(page).getByText('Sam said that this helped.').first().waitFor()
    expect(await lifted(page).locator('li').count()).toBeLessThanOrEqual(3)
    await looksRight(visitor)
    await lifted(page)
      .getByRole('link', { name: /Rowan’s answer/ })
      .click()
    expect(page.url()).toContain('#r-')
    await lifted(page).getByRole('link', { name: 'How is this chosen?' }).click()
    await page.getByRole('heading', { name: 'What lifts an answer' }).waitFor()
    await looksRight(visitor)
    await visitor.context.close()
  })

  test('who asked says that it helped: a copy at the top, the order below as it was; taken back, it is gone', async () => {
    const address = await ask('What eats the lower leaves of the beans, and only those?')
    await answer(jun, address, 'Slugs, at night. Go out with a lamp at ten and look under the boards.')
    await answer(noor, address, 'A bottle cut in half keeps them off, from under the sink.')
    const { page } = mira
    await page.goto(address)
    const before = await order(page)
    await page
      .locator('article.reply', { hasText: 'A bottle cut' })
      .getByRole('button', { name: 'This helped' })
      .click()
    await lifted(page).getByText('Mira said that this helped.').waitFor()
    expect(await lifted(page).innerText()).toContain('A bottle cut in half')
    expect(await order(page)).toEqual(before)
    await looksRight(mira)

    // Without script, as its writer: asked whether a letter may quote it, and nobody else is.
    await noor.page.goto(address)
    await noor.page.getByText('Only you see this question.').waitFor()
    await looksRight(noor)
    await press(noor.page, 'Yes, this one')
    await noor.page.getByText('The letter to people who follow this may quote it.').waitFor()
    await jun.page.goto(address)
    expect(await lifted(jun.page).innerText()).not.toContain('letter')
    // Only who asked says what helped.
    expect(await jun.page.getByRole('button', { name: 'This helped' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.waitForURL('**/posts/**')
    expect(await lifted(page).count()).toBe(0)
    expect(mira.complaints).toEqual([])
  })

  test('anybody else says that it was kind, from the menu: it is lifted and nobody is named', async () => {
    const address = await ask('Is it too late for broad beans?')
    await answer(noor, address, 'Never too late to try. I will bring you a handful on Sunday.')
    const { page } = jun
    await page.goto(address)
    await page.locator('article.reply').getByRole('link', { name: 'More' }).click()
    await press(page, 'This was kind')
    await lifted(page).getByText('Somebody here said that this was kind.').waitFor()
    expect(await lifted(page).innerText()).not.toMatch(/Jun|\d/)
    await page.getByText('You said that this was kind.').waitFor()
    await looksRight(jun)
    await mira.page.goto(address)
    expect(await mira.page.getByText('You said that').count()).toBe(0)
    await press(page, 'Take it back')
    await page.waitForURL('**/posts/**')
    expect(await lifted(page).count()).toBe(0)
  })

  test('worth a word on a steward’s morning; the corner of what helped and nobody has remarked on', async () => {
    await jun.page.goto('/today')
    await jun.page.getByRole('heading', { name: 'Worth a word' }).waitFor()
    await looksRight(jun)
    await noor.page.goto('/')
    await noor.page.getByRole('link', { name: 'Answers that helped' }).click()
    await noor.page.getByText('These answers helped; nobody has said so').waitFor()
    expect(await noor.page.locator('main blockquote').count()).toBeLessThanOrEqual(3)
    await looksRight(noor)
    await noor.page.goto('/settings/lifting')
    await looksRight(noor)
  })
})

/** As many people and posts as the kind order asks for: nobody can write them in a minute. */
async function makeBusy(slug: string): Promise<void> {
  await database.query(
    `insert into posts (community_id, id, space_id, author_id, title, body, html, language, created_at, active_at)
    select s.community_id, gen_random_uuid(), case when n <= 150 then s.id else gen_random_uuid() end,
      case when n <= 150 then m.id else gen_random_uuid() end, 'Note ' || n, 'Nothing new.', '<p>Nothing new.</p>', 'en',
      now() - make_interval(hours => n::int), now() - make_interval(hours => n::int)
    from spaces s join members m on m.community_id = s.community_id and m.handle = 'asha', generate_series(1, 220) n where s.slug = $1`,
    [slug],
  )
}

describe('SHINE-2', () => {
  test('a space opens by latest activity, with a band of at most three above it, each with why', async () => {
    const visitor = await person(place.url, { width: 320 })
    await visitor.page.goto('/spaces/a-little-code')
    const band = visitor.page.locator('section.band')
    await band.getByText('Nobody has answered yet').waitFor()
    await band.getByText('A first post').waitFor()
    expect(await band.locator('article').count()).toBeLessThanOrEqual(3)
    await looksRight(visitor)
    await visitor.page.getByRole('link', { name: 'How this is ordered' }).click()
    await visitor.page.getByText('By latest activity: where something was written last').waitFor()
    await looksRight(visitor)
    await visitor.page.goto('/spaces/a-little-code')
    await visitor.page.getByRole('link', { name: 'Newest first' }).click()
    expect(await band.count()).toBe(0)
    await visitor.context.close()
  })

  test('a steward previews a kind order, switches it on; each post says why; newest first is one press and remembered', async () => {
    await jun.page.goto('/spaces/print-room/order/change')
    await jun.page.getByText('more than 20 new posts a day').waitFor()
    const address = await ask('Who has a dibber to lend?')
    await database.query(
      `update posts set created_at = now() - interval '9 hours', active_at = now() - interval '9 hours' where id = $1`,
      [address.split('/').at(-1)],
    )
    const { page } = jun
    await page.goto('/spaces/allotment/order/change?unanswered=24&first=12&bridges=0')
    const lists = page.locator('.preview-list')
    expect((await lists.nth(1).locator('li').first().innerText()).split('\n')[0]).toBe(
      'Who has a dibber to lend?',
    )
    expect((await lists.nth(0).locator('li').first().innerText()).split('\n')[0]).not.toBe(
      'Who has a dibber to lend?',
    )
    await looksRight(jun)
    await press(page, 'Switch it on')
    await page.getByText('An ask that nobody has answered yet: 24 hours').waitFor()
    await looksRight(jun)

    const { page: seen } = noor
    await seen.goto('/spaces/allotment')
    const reasons = () => seen.locator('h2:text("Lately") ~ article .why').count()
    expect(await reasons()).toBeGreaterThan(15)
    await seen.getByText('Up here because nobody has answered yet').waitFor()
    await looksRight(noor)
    await press(seen, 'Newest first')
    await seen.waitForURL('**/spaces/allotment')
    expect(await reasons()).toBe(0)
    await seen.goto('/spaces/allotment')
    expect(await reasons()).toBe(0)
    await press(seen, 'Kind order')
    expect(await reasons()).toBeGreaterThan(15)

    await page.goto('/spaces/allotment/order/change')
    await press(page, 'Back to latest activity')
    await page.getByText('The list is by latest activity again.').waitFor()
  })
})
