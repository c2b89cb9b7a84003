import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { runJob } from './kit/database.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let database: pg.Client
let topic: string
let ines: Person
let mira: Person
let noor: Person

const HARD = 'You lazy idiot, you never read the rota. Beds 4 and 5 stood dry for nine days.'
const MILD = 'Beds 4 and 5 stood dry for nine days and I lost the lettuces.'

/** 300 people who wrote one post each, three weeks ago; enough for anything to be tried at all. */
const village = `
  with new as (
    insert into members (community_id, id, name, handle, joined_at)
    select c.id, gen_random_uuid(), 'Neighbour ' || n, 'neighbour-' || n, now() - interval '40 days'
    from communities c, generate_series(1, 300) n returning community_id, id)
  insert into posts (community_id, id, space_id, author_id, title, body, html, created_at, active_at)
  select new.community_id, gen_random_uuid(), s.id, new.id, 'Beans', 'Up.', '<p>Up.</p>', now() - interval '21 days', now() - interval '21 days'
  from new join spaces s on s.community_id = new.community_id and s.slug = 'allotment'`

/** The pause spoke to half of them. */
const met = `
  insert into attention_uses (community_id, member_id, id, kind, asked_at, free)
  select community_id, id, gen_random_uuid(), 'pause', now() - interval '20 days', false from members
  where handle like 'neighbour-%' limit 150`

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  await database.query(village)
  const signedIn = async (name: Parameters<typeof signIn>[1]) => {
    const found = await person(place.url)
    await signIn(found, name)
    return found
  }
  ines = await signedIn('ines')
  mira = await signedIn('mira')
  noor = await signedIn('noor')
  await mira.page.goto('/spaces/allotment')
  topic = (await mira.page.locator('h3.title a').first().getAttribute('href'))!
})
afterAll(async () => {
  await database.end()
  await place.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const field = (page: Page) => page.getByLabel('Your answer', { exact: true })
const heading = (page: Page) => page.locator('kind-pause').getByRole('heading')
const counted = async () =>
  (
    await database.query(
      'select held_out, heeded, entry_id is not null as posted from experiment_exposures order by exposed_at',
    )
  ).rows
/** Everybody in one half, which no lot would do. */
const lot = (heldOut: 0 | 1) => database.query('update experiments set held_out = $1', [heldOut])

/** Writes an answer; the pause has come by then, with its model. */
async function write(page: Page, words: string): Promise<void> {
  await page.goto(topic)
  const told = page.waitForResponse('**/composer/pause*')
  const model = page.waitForResponse(/models\/quick\.\w+\.bin/)
  await field(page).fill(words)
  await Promise.all([told, model])
  await expect
    .poll(() => page.evaluate(() => document.querySelector('kind-pause')?.matches(':defined')))
    .toBe(true)
  // The model is made ready in a moment.
  await page.waitForTimeout(300)
}

test('PULSE-4 it does not begin where too little would be learned, and says why; then it does, and members are told', async () => {
  const { page } = ines
  await page.goto('/admin/experiments')
  await page.getByText(/^You have 3\d\d active members, enough to try things\.$/).waitFor()
  await page.getByText('It has reached nobody in the last weeks').waitFor()
  expect(await page.getByRole('button', { name: 'Begin' }).count()).toBe(0)
  await database.query(met)
  await page.reload()
  await page.getByLabel(/^4 weeks/).check()
  await page.getByText('About 150 members would be counted.').first().waitFor()
  await expectAccessible(page)
  await press(page, 'Begin')
  await page.getByText('It has begun.').waitFor()
  await expectAccessible(page)
  await mira.page.goto('/guidelines')
  await mira.page.getByRole('link', { name: 'what is being tried here' }).click()
  await mira.page.getByRole('heading', { name: 'Whether the pause helps' }).waitFor()
  await mira.page.getByText(/^Since .+ What came of it will stand here from/).waitFor()
  await expectAccessible(mira.page)
})

test('PAUSE-6 who is held out posts without being asked, once; what is kept is that, and which answer it became', async () => {
  await lot(1)
  const { page } = mira
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/composer/')) sent.push(request.postData() ?? '')
  })
  await write(page, `${HARD} Held out.`)
  await press(page, 'Post')
  await page.getByText('stood dry for nine days. Held out.').first().waitFor()
  await expect.poll(counted).toEqual([{ held_out: true, heeded: null, posted: true }])
  const uses = () =>
    database.query("select kept_still from attention_uses where asked_at > now() - interval '1 day'")
  expect((await uses()).rows).toEqual([{ kept_still: true }])
  expect(sent.filter((one) => one !== '')).toEqual(['grave=no&trial=held_out'])
  await write(page, `${HARD} The second.`)
  await press(page, 'Post')
  await heading(page).waitFor()
  expect(await counted()).toHaveLength(1)
  await page.goto('/settings/attention')
  await page.getByText('Once it kept still, because it is being tried here whether it helps.').waitFor()
})

test('PAUSE-6 a threat is asked about in either half, and counts nowhere', async () => {
  await lot(1)
  const { page } = noor
  await write(page, 'I will find out where you live and break your arms, you idiot.')
  await press(page, 'Post')
  await heading(page).waitFor()
  expect(await counted()).toHaveLength(1)
  await press(page, 'Edit')
})

test('PAUSE-6 who is asked changes words, and that is counted beside the answer it became', async () => {
  await lot(0)
  const { page } = noor
  await write(page, HARD)
  await press(page, 'Post')
  await heading(page).waitFor()
  await press(page, 'Edit')
  await field(page).fill(`${MILD} After the pause.`)
  await press(page, 'Post')
  await page.getByText('lettuces. After the pause.').first().waitFor()
  await expect.poll(counted).toEqual([
    { held_out: true, heeded: null, posted: true },
    { held_out: false, heeded: true, posted: true },
  ])
})

test('PAUSE-6 without script the same holds', async () => {
  await lot(1)
  const jun = await person(place.url, { script: false })
  await signIn(jun, 'jun')
  await jun.page.goto(topic)
  await field(jun.page).fill(`${HARD} Unscripted.`)
  await press(jun.page, 'Post')
  await jun.page.getByText('nine days. Unscripted.').first().waitFor()
  expect((await counted()).at(-1)).toEqual({ held_out: true, heeded: null, posted: true })
})

test('PULSE-4 one switch leaves all of them and forgets what was counted, by keyboard too', async () => {
  const { page } = noor
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Experiments' }).click()
  await page.getByRole('button', { name: 'Leave all of them' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('You have left all of them.').waitFor()
  expect(await counted()).toHaveLength(2)
  await expectAccessible(page)
  await page.goto('/guidelines/experiments')
  await press(page, 'Take part again')
  await page.getByText('You take part, whenever one reaches you.').waitFor()
})

test('PAUSE-6 at its end the effect is told with its interval, for everybody to read', async () => {
  await database.query(
    `update experiments set started_at = now() - interval '40 days', ends_at = now() - interval '10 days'`,
  )
  await database.query(`delete from experiment_exposures`)
  await database.query(`
    insert into experiment_exposures (community_id, experiment_id, member_id, held_out, exposed_at, outcomes)
    select e.community_id, e.id, m.id, m.at % 2 = 0, now() - interval '20 days', jsonb_build_object(
      'sent', case when m.at % 2 = 0 or m.at % 3 > 0 then 1 else 0 end, 'edited', case when m.at % 2 = 1 and m.at % 3 = 0 then 1 else 0 end,
      'withdrawn', 0, 'replies', m.at % 4, 'reply_reported', 0)
    from experiments e, (select id, row_number() over () as at from members where handle like 'neighbour-%' limit 120) m`)
  await runJob(place, 'settle-experiments')
  const visitor = await person(place.url, { width: 320 })
  await expect
    .poll(
      async () => {
        await visitor.page.goto('/guidelines/experiments')
        return visitor.page.getByText('It made a difference.').count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await visitor.page.getByText('The difference is −33, from −46 to −21.').waitFor()
  expect(await counted()).toEqual([])
  await expectAccessible(visitor.page)
  await expectNoSidewaysScroll(visitor.page)
})
