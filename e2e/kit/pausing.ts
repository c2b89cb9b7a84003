import pg from 'pg'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Person, person } from './browser.ts'
import { openPlace, type Place } from './place.ts'
import { signIn } from './sign-in.ts'

// One sample community for a test file, and somebody's thread in it. Files do not share modules.
export let place: Place
export let database: pg.Client
/** Address of a thread in Allotment. */
export let topic: string

export async function openPausing(): Promise<void> {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  const mira = await open('mira')
  await mira.page.goto('/spaces/allotment')
  topic = (await mira.page.locator('h3.title a').first().getAttribute('href'))!
}

export async function closePausing(): Promise<void> {
  await database.end()
  await place.close()
}

export const HARD = 'You lazy idiot, you never read the rota. Beds 4 and 5 stood dry for nine days.'
export const MILD = 'Beds 4 and 5 stood dry for nine days and I lost the lettuces.'

type Name = Parameters<typeof signIn>[1]
type Options = NonNullable<Parameters<typeof person>[1]>

const known = new Map<string, Person>()

/** Somebody who is signed in, with a page of their own; each signs in once, as people do. */
export async function open(name: Name, options: Options = {}): Promise<Person> {
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

export const field = (page: Page) => page.getByLabel('Your answer', { exact: true })
export const heading = (page: Page) => page.locator('kind-pause').getByRole('heading')
export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Fresh budget for everybody, and the pause of each space as it came. */
export const forget = () =>
  database.query('delete from attention_uses; delete from attention_off; delete from pause_policies')
export const uses = async () =>
  (await database.query('select outcome from attention_uses order by asked_at')).rows

/** Writes an answer; the pause has come by then, with its model. */
export async function write(page: Page, words: string): Promise<void> {
  await page.goto(topic)
  const told = page.waitForResponse('**/composer/pause*')
  const model = page.waitForResponse(/models\/quick\.\w+\.bin/)
  await field(page).fill(words)
  await Promise.all([told, model])
  await page.waitForFunction(() => customElements.get('kind-pause') !== undefined)
  await expect
    .poll(() => page.evaluate(() => document.querySelector('kind-pause')?.matches(':defined')))
    .toBe(true)
  // The model is made ready in a moment.
  await page.waitForTimeout(300)
}
