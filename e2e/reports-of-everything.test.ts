import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { answer, write } from './kit/write.ts'

let place: Place
let database: pg.Client
let mira: Person
let noor: Person
let jun: Person
let ines: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  mira = await person(place.url)
  await signIn(mira, 'mira')
  noor = await person(place.url, { width: 320, dark: true })
  await signIn(noor, 'noor')
  jun = await person(place.url)
  await signIn(jun, 'jun')
  ines = await person(place.url)
  await signIn(ines, 'ines')
  await database.query(
    `delete from limits; delete from reports; delete from cases; update members set joined_at = joined_at - interval '30 days'`,
  )
})
afterAll(async () => {
  await database?.end()
  await place?.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** Sends the form of a report as it stands. */
async function sendReport(page: Page): Promise<void> {
  await press(page, 'Report')
  await page.waitForURL(/\/reports\?sent=1/)
}

/** A steward opens the only case that waits, hides what it is about, and says why. */
async function hideIt({ page }: Person, heading: string | RegExp, words: string, why: string): Promise<void> {
  await page.goto('/today')
  await page.locator('a[href^="/reports/"]').first().click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByText(words).first().waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Hide it' }).click()
  await looksRight(page)
  await page.getByLabel('What the author will read').fill(why)
  await press(page, 'Hide it')
  await page.getByText('Done. It is written down here.').waitFor()
}

/** The reporter reads what came of it. */
async function hears({ page }: Person, what: string, script = true): Promise<void> {
  await page.goto('/reports')
  const first = page.getByRole('article').first()
  await first.getByRole('heading', { name: what }).waitFor()
  await first.getByText('It was hidden.').waitFor()
  await first.getByText('Thank you for telling us.').waitFor()
  // What looks at a page is a script itself.
  if (script) await looksRight(page)
}

const HARD = 'Nobody would miss you on Saturday, and you know it.'

describe.each([false, true])('with script: %s', (script) => {
  test('MEND-1 CARE-5 a message: chosen what goes along, decided, heard back, asked again, back in its place', async () => {
    await database.query(`delete from messages; delete from message_sides; delete from message_conversations;
      delete from limits; delete from reports; delete from cases; delete from case_lines; delete from attention_uses`)
    const reader = script ? noor : await person(place.url, { script, width: 320, dark: true })
    if (!script) await signIn(reader, 'noor')
    const { page } = reader
    await mira.page.goto('/messages/new?to=noor')
    await mira.page.getByLabel('Why are you writing?').fill('The rota')
    await mira.page.getByLabel(/^Your message to/).fill('Something only for the two of us.')
    await press(mira.page, 'Send')
    await mira.page.getByText('Not answered yet.').waitFor()
    const at = new URL(mira.page.url()).pathname
    await page.goto(at)
    await page.getByLabel(/^Your message to/).fill('Please leave me out of it.')
    await press(page, 'Send')
    await page.getByText('Sent.').waitFor()
    await mira.page.goto(at)
    await mira.page.getByLabel(/^Your message to/).fill(HARD)
    await press(mira.page, 'Send')
    const anyway = mira.page.getByRole('button', { name: /as it is$/ })
    await mira.page.getByText('Sent.').or(anyway).first().waitFor()
    if (await anyway.isVisible()) await anyway.click()
    await mira.page.getByText('Sent.').waitFor()

    await page.goto(at)
    const message = page.getByRole('article').filter({ hasText: HARD })
    await message.getByText('More', { exact: true }).press('Enter')
    if (script) await looksRight(page)
    await message.getByRole('link', { name: 'Report' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Report a message' }).waitFor()
    await page.getByText('Nothing else of this conversation can be read by them.').waitFor()
    if (script) await looksRight(page)
    const along = page.getByLabel(/Please leave me out of it/)
    expect(await along.isChecked()).toBe(false)
    expect(await page.getByLabel(/only for the two of us/).isChecked()).toBe(false)
    await along.press('Space')
    await page.getByLabel('Please act').check()
    await sendReport(page)
    await page.getByText('Stewards have been told at once').waitFor()
    if (script) await looksRight(page)

    await jun.page.goto('/notices')
    await hideIt(jun, 'A message', HARD, 'Say it about Saturday, not about Noor.')
    await jun.page.getByText('Please leave me out of it.').waitFor()
    expect(await jun.page.getByText('only for the two of us').count()).toBe(0)
    expect((await jun.page.request.get(at)).status()).toBe(404)

    await page.goto(at)
    await page.getByText('A steward has hidden this.').waitFor()
    expect(await page.getByText(HARD).count()).toBe(0)
    await hears(reader, 'A message from Mira', script)

    await mira.page.goto(at)
    await mira.page.getByText('Say it about Saturday, not about Noor.').waitFor()
    await looksRight(mira.page)
    await mira.page.getByRole('link', { name: 'This seems wrong' }).click()
    await looksRight(mira.page)
    await mira.page.getByLabel('Your words').fill('I was worn out, and meant the work.')
    await press(mira.page, 'Send to the stewards')
    await mira.page
      .getByText('You wrote to the stewards')
      .or(mira.page.getByText('You asked for another look.'))
      .first()
      .waitFor()
    await ines.page.goto('/today')
    await ines.page.locator('a[href^="/reports/"]').first().click()
    await ines.page.getByText('I was worn out, and meant the work.').waitFor()
    await ines.page.getByRole('link', { name: 'Put it back' }).click()
    await ines.page.getByLabel('What the author will read').fill('It is back.')
    await press(ines.page, 'Put it back')
    await ines.page.getByText('Done. It is written down here.').waitFor()
    await page.goto(at)
    await page.getByText(HARD).waitFor()
    if (!script) await reader.context.close()
  })
})

test('MEND-1 THANKS-1 a note of thanks is reported by who got it, hidden, and gone from their keepsakes', async () => {
  await database.query(`delete from limits; delete from reports; delete from cases; delete from case_lines;
    delete from thanks where created_at > now() - interval '1 hour'; delete from thanks_choices`)
  const words = 'Thank you for finally doing your share, for once.'
  const address = await write(mira, 'allotment', 'The beds by the wall are dug, all of them.')
  await answer(noor, address, 'I saw it on my way past.')
  await noor.page.goto(address)
  await noor.page.locator('#post').getByRole('link', { name: 'Thank', exact: true }).click()
  await noor.page.locator('textarea[name=words]').fill(words)
  await press(noor.page, 'Send thanks')
  await noor.page.locator('#post').getByText(words).waitFor()

  const { page } = mira
  await page.goto('/keepsakes')
  const note = page.locator('li.keep').filter({ hasText: words })
  await note.getByText('More', { exact: true }).click()
  await note.getByRole('link', { name: 'This bothers me' }).click()
  await page.getByText('Take it out of sight, from your keepsakes too.').waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Report a note of thanks' }).waitFor()
  await looksRight(page)
  await sendReport(page)
  await page.goto('/keepsakes')
  await page.getByText(words).waitFor()

  await hideIt(jun, 'A note of thanks in Allotment', words, 'Some may hear a reproach in it.')
  await page.goto('/keepsakes')
  expect(await page.getByText(words).count()).toBe(0)
  await hears(mira, 'A note of thanks from Noor')
  await noor.page.goto(address)
  await noor.page.locator('#post').getByText('Some may hear a reproach in it.').waitFor()
  await looksRight(noor.page)
})

test('MEND-1 LISTEN-2 a line of listening is reported by whoever reads it, where it stands', async () => {
  await database.query('delete from limits; delete from reports; delete from cases; delete from case_lines')
  const words = 'You only ever think of your own beds.'
  const address = await write(ines, 'allotment', 'The water is off at the weekend.')
  const entry = address.split('/').pop()!
  await database.query(
    `insert into hearings (community_id, id, post_id, entry_id, listener_id, author_id, words, said_at)
    select p.community_id, gen_random_uuid(), p.id, p.id, m.id, p.author_id, $2, now()
    from posts p join members m on m.community_id = p.community_id and m.handle = 'mira' where p.id = $1`,
    [entry, words],
  )
  const { page } = noor
  await page.goto(address)
  const line = page.locator('ul.heard li').filter({ hasText: words })
  await line.getByText('More', { exact: true }).click()
  await looksRight(page)
  await line.getByRole('link', { name: 'Report' }).click()
  await page.getByRole('heading', { level: 1, name: 'Report a line of “What I hear”' }).waitFor()
  await looksRight(page)
  await sendReport(page)
  // Ines wrote what the line is about: she judges nothing of it.
  await ines.page.goto('/today')
  expect(await ines.page.locator('a[href^="/reports/"]').count()).toBe(0)
  await hideIt(jun, 'A line of “What I hear” in Allotment', words, 'It is about Ines, not about the water.')
  await page.goto(address)
  expect(await page.getByText(words).count()).toBe(0)
  await mira.page.goto(address)
  await mira.page.getByText('It is about Ines, not about the water.').waitFor()
  await hears(noor, 'A line of “What I hear” from Mira')
})

test('MEND-1 SHINE-6 SHINE-3 a story of a kind act and a sentence for the spotlight are reported the same way', async () => {
  await database.query('delete from limits; delete from reports; delete from cases; delete from case_lines')
  const story = 'I did it for the lazy ones at number 12, who never do anything.'
  const { rows } = await database.query(
    `insert into kind_act_tries (community_id, act_id, member_id, id, tried_at, story, told_at)
    select a.community_id, a.id, m.id, gen_random_uuid(), now(), $1, now() from kind_acts a
    join members m on m.community_id = a.community_id and m.handle = 'mira' where a.author_id <> m.id
    and not exists (select from kind_act_tries t where t.community_id = a.community_id and t.act_id = a.id) limit 1 returning act_id`,
    [story],
  )
  const { page } = noor
  await page.goto(`/kind-acts/${rows[0].act_id}`)
  const told = page.locator('ul.told li').filter({ hasText: story })
  await told.getByText('More', { exact: true }).click()
  await looksRight(page)
  await told.getByRole('link', { name: 'Report' }).click()
  await looksRight(page)
  await sendReport(page)
  await hideIt(jun, 'A story of a kind act', story, 'It is about number 12.')
  await page.goto(`/kind-acts/${rows[0].act_id}`)
  expect(await page.getByText(story).count()).toBe(0)
  await hears(noor, 'A story of a kind act from Mira')

  const sentence = 'Noor talks a great deal, and sometimes somebody listens.'
  await database.query(
    `insert into spotlight_words (community_id, id, about_id, writer_id, words, written_at, delivered_at)
    select n.community_id, gen_random_uuid(), n.id, m.id, $1, now(), now() from members n
    join members m on m.community_id = n.community_id and m.handle = 'mira' where n.handle = 'noor'`,
    [sentence],
  )
  await page.goto('/spotlight/kept')
  const kept = page.getByRole('article').filter({ hasText: sentence })
  await looksRight(page)
  await kept.getByRole('link', { name: 'Report' }).click()
  await page.getByRole('heading', { level: 1, name: 'Report a sentence for the spotlight' }).waitFor()
  await looksRight(page)
  await sendReport(page)
  await page.goto('/spotlight/kept')
  await kept.getByText('Only you see this one.').waitFor()
  await hideIt(jun, 'A sentence for the spotlight', sentence, 'Some may hear mockery in it.')
  await page.goto('/spotlight/kept')
  expect(await page.getByText(sentence).count()).toBe(0)
  await mira.page.goto('/notices')
  await mira.page.getByText('Stewards decided about something of yours').first().waitFor()
  expect([...noor.complaints, ...mira.complaints, ...jun.complaints]).toEqual([])
})
