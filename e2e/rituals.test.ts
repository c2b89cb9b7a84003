import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { runJob } from './kit/database.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { looks } from './kit/thorough.ts'

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

type Name = Parameters<typeof signIn>[1]
const known = new Map<string, Person>()

/** Somebody who is signed in, with a page of their own; each signs in once, as people do. */
async function open(name: Name, options: { script?: boolean; width?: number; dark?: boolean } = {}) {
  const key = JSON.stringify([name, options])
  const before = known.get(key)
  if (before) return before
  const found = await person(place.url, options)
  await signIn(found, name)
  known.set(key, found)
  return found
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** What the clock does every minute. */
/** Until a page says something, tended meanwhile. */
async function until(page: Page, path: string, says: string | RegExp): Promise<void> {
  await runJob(place, 'tend-rituals')
  await expect
    .poll(
      async () => {
        await page.goto(path)
        return page.getByText(says).count()
      },
      { timeout: 40_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)
}

const forget = () =>
  database.query(
    'delete from rituals; delete from ritual_hosts; delete from ritual_occasions; delete from ritual_turns; delete from ritual_agreed; delete from notices',
  )

async function answer({ page }: Person, path: string, words: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel('Your answer', { exact: true }).fill(words)
  await press(page, 'Post')
  await page.locator('article.reply').getByText(words).first().waitFor()
}

test('SHINE-5 set up by a steward, begun by its host, opened, closed and gathered by itself', {
  timeout: 150_000,
}, async () => {
  await forget()
  const [mira, noor, jun] = [
    await open('mira', { script: false }),
    await open('noor'),
    await open('jun', { script: false }),
  ]
  await jun.page.goto('/rituals')
  await jun.page.getByText('Nothing comes round here yet.').waitFor()
  await jun.page.getByRole('link', { name: 'Set up a ritual' }).click()
  await jun.page.getByRole('link', { name: 'Wins of the week' }).click()
  await jun.page.getByLabel('Where?').selectOption('allotment')
  await jun.page.getByLabel('What does it ask?').fill('')
  await press(jun.page, 'Set up a ritual')
  await jun.page.getByRole('alert').getByText('Say what it asks').waitFor()
  await jun.page.getByLabel('What does it ask?').fill('What grew this week?')
  await press(jun.page, 'Set up a ritual')
  await jun.page.getByText('It is set up.').waitFor()
  const ritual = new URL(jun.page.url()).pathname
  expect(await jun.page.locator('main').innerText()).toMatch(/Every Friday at 18:00, by the clock of \w+/)

  await mira.page.goto('/spaces/allotment')
  await mira.page.getByRole('link', { name: 'Wins of the week', exact: true }).click()
  await press(mira.page, 'I would host it now and then')
  await mira.page.getByText('You will be asked when it is your turn.').waitFor()
  await database.query(`update rituals set next_at = date_trunc('second', now()) + interval '2 hours'`)
  await until(mira.page, '/notices', /Would you host/)
  await mira.page.getByRole('link', { name: 'Wins of the week' }).first().click()
  await mira.page.getByText('You are asked to host this one.').waitFor()
  await mira.page.getByLabel('The first entry').fill('My **beans** are up.')
  await press(mira.page, 'Yes, I host it')
  await mira.page.getByText('It opens by itself').waitFor()
  await noor.page.goto('/rituals')
  await noor.page.getByText('Hosted by Mira').waitFor()

  await database.query(`update ritual_occasions set due_at = now() - interval '1 minute'`)
  await until(noor.page, '/rituals', 'On now')
  await noor.page.getByRole('link', { name: 'Read and write' }).click()
  await noor.page.getByText('What grew this week?').waitFor()
  expect(await noor.page.locator('#post strong').textContent()).toBe('beans')
  const thread = new URL(noor.page.url()).pathname
  await answer(noor, thread, 'One radish, and it was hot.')
  await press(noor.page, 'May be shown when it is gathered')
  await noor.page.getByRole('button', { name: 'Rather not show it' }).waitFor()
  await answer(jun, thread, 'The gate shuts again.')

  await database.query('update ritual_occasions set closes_at = now()')
  await until(mira.page, '/notices', /Thank you for hosting/)
  await jun.page.goto(ritual)
  const gathered = jun.page.getByRole('region', { name: 'From it' })
  await gathered.getByText('One radish, and it was hot.').waitFor()
  expect(await gathered.innerText()).not.toContain('The gate')
  await jun.page.goto(thread)
  await jun.page.getByText('This thread is closed to new answers.').waitFor()
  await jun.page.getByRole('link', { name: 'Thank Mira for hosting' }).click()
  await jun.page.getByRole('heading', { level: 1, name: 'Thank Mira' }).waitFor()
  expect(
    [...mira.complaints, ...noor.complaints, ...jun.complaints].filter((one) => !one.includes('422')),
  ).toEqual([])
})

test('SHINE-5 after two quiet ones whoever looks after it is asked: rest it, change it, or hand it on', async () => {
  const jun = await open('jun')
  const { rows } = await database.query(`update rituals set quiet = 2, asked_keeper_at = now() returning id`)
  await jun.page.goto(`/rituals/${rows[0].id}`)
  await jun.page.getByText('It was quiet twice. Rest it, change it, or hand it on?').waitFor()
  await press(jun.page, 'Rest it')
  await jun.page.getByText('It rests now.').waitFor()
  await press(jun.page, 'Wake it')
  await jun.page.getByRole('link', { name: 'Change it' }).click()
  await jun.page.getByLabel('Every month, on a weekday').check()
  await jun.page.getByLabel('Which one in the month').selectOption('-1')
  await press(jun.page, 'Save')
  await jun.page.getByText('On the last Friday of the month at 18:00').waitFor()
  await jun.page.getByLabel('Hand it on to').fill('mira')
  await press(jun.page, 'Hand it on')
  await jun.page.getByText('Looked after by Mira').waitFor()
})

test.each(looks)(
  'SHINE-5 its pages pass axe and fit at $width pixels, dark: $dark',
  { timeout: 60_000 },
  async (look) => {
    const jun = await open('jun', look)
    const { rows } = await database.query(
      'select r.id, o.post_id from rituals r join ritual_occasions o on o.ritual_id = r.id where o.post_id is not null limit 1',
    )
    for (const path of [
      '/rituals',
      '/rituals/new',
      `/rituals/${rows[0].id}`,
      `/rituals/${rows[0].id}/change`,
      `/posts/${rows[0].post_id}`,
      '/spaces/allotment',
    ]) {
      expect((await jun.page.goto(path))!.status(), path).toBe(200)
      await expectAccessible(jun.page)
      await expectNoSidewaysScroll(jun.page)
      expect(await jun.page.locator('h1').count(), path).toBe(1)
    }
  },
)
