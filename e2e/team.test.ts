import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { scripts } from './kit/thorough.ts'

let place: Place
let database: pg.Client
let mira: Person
let jun: Person
let ines: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  database = new pg.Client({ connectionString: place.databaseUrl })
  await database.connect()
  mira = await person(place.url)
  await signIn(mira, 'mira')
  jun = await person(place.url, { width: 320, dark: true })
  await signIn(jun, 'jun')
  ines = await person(place.url)
  await signIn(ines, 'ines')
})
afterAll(async () => {
  await database?.end()
  await place?.close()
})

const forget = () =>
  database.query(`delete from feedback_asks; delete from feedback_invited; delete from feedback_answers; delete from limits;
    delete from attention_uses; delete from thanks where created_at > now() - interval '1 hour'`)

const press = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()

async function looksRight({ page }: Person): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

const mainOf = ({ page }: Person) => page.locator('main').innerHTML()

test('THANKS-7 an administrator writes what matters here down, and reads first what members will notice', async () => {
  const { page } = ines
  await page.goto('/admin/values')
  await looksRight(ines)
  const third = page.getByRole('group', { name: 'Value 3' })
  await third.getByLabel('It is for …').fill('seeing what was not asked')
  await press(ines, 'See what members will notice')
  await page.getByRole('heading', { level: 1, name: 'What members will notice' }).waitFor()
  await page
    .getByText('“noticing without being asked” is called “seeing what was not asked” from now on.')
    .waitFor()
  await looksRight(ines)
  await press(ines, 'Use from now')
  await page.getByText('Saved.').waitFor()
  expect(await third.getByLabel('It is for …').inputValue()).toBe('seeing what was not asked')
  await page.goto('/spaces/the-rota/kudos')
  await page.getByRole('heading', { level: 2, name: 'For seeing what was not asked' }).waitFor()
  // Notes keep the words they were given with.
  await page.getByText('“noticing without being asked”, as it was called then').first().waitFor()
})

test('THANKS-7 kudos tied to a value: chosen on the form, shown once both agree, on the same page for who leads', async () => {
  await forget()
  await ines.page.goto('/spaces/the-rota')
  await ines.page.getByRole('link', { name: 'Write' }).click()
  await ines.page.getByLabel('Title').fill('The keys, once more')
  await ines.page.getByLabel('Your post').fill('They hang in the order of the doors now, from left to right.')
  await press(ines, 'Post')
  await ines.page.waitForURL('**/posts/**')
  const address = ines.page.url().replace(/[?#].*$/, '')

  const { page } = jun
  await page.goto(address)
  await page.locator('#post').getByRole('link', { name: 'Thank', exact: true }).click()
  await looksRight(jun)
  await page.getByLabel('What did it do for you?').fill('I found number five in the dark')
  await page.getByLabel('What was it for?').selectOption({ label: 'For looking before arguing' })
  await page.getByLabel('May be shown, if Inês agrees').check()
  await press(jun, 'Send thanks')
  await page.locator('#post').getByText('For looking before arguing').waitFor()

  await page.goto('/spaces/the-rota/kudos')
  expect(await mainOf(jun)).not.toContain('I found number five')
  await ines.page.goto(address)
  await press(ines, 'Show it')
  await page.goto('/spaces/the-rota/kudos')
  await page.getByText('“I found number five in the dark”').waitFor()
  await looksRight(jun)
  await ines.page.goto('/spaces/the-rota/kudos')
  expect(await mainOf(ines)).toBe(await mainOf(jun))
  // Nothing on it could be counted or ranked.
  const text = (await page.locator('main').innerText()).replaceAll(
    /Money: 640 pounds left, roof or soup/g,
    '',
  )
  expect(text).not.toMatch(/\d/)
  // Who was not let in finds no such page.
  expect((await mira.page.goto('/spaces/the-rota/kudos'))?.status()).toBe(404)
})

describe.each(scripts)('with script: %s', (script) => {
  test('THANKS-7 feedback: asked for, given in parts, read by who asked alone; not now leaves nothing', async () => {
    await forget()
    const asker = script ? mira : await person(place.url, { script })
    if (!script) await signIn(asker, 'mira')
    const { page } = asker
    await page.goto('/members/mira')
    await page.getByRole('link', { name: 'Feedback', exact: true }).click()
    await page.getByRole('link', { name: 'Ask for feedback' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ask for feedback' }).waitFor()
    if (script) await looksRight(asker)
    await page.getByLabel('I’d like feedback on').fill('my talk on Tuesday')
    await page.getByLabel('From whom?').fill('Jun, Nobody Known')
    await press(asker, 'Ask them')
    await page.getByRole('alert').getByText('“Nobody Known” cannot be asked.').waitFor()
    expect(await page.getByLabel('I’d like feedback on').inputValue()).toBe('my talk on Tuesday')
    await page.getByLabel('From whom?').fill('Jun, Inês')
    await press(asker, 'Ask them')
    await page.getByText('They are asked. What they answer stands here, for you alone.').waitFor()
    const kept = page.url().replace(/[?#].*$/, '')

    const answerer = script ? jun : await person(place.url, { script, width: 320 })
    if (!script) await signIn(answerer, 'jun')
    await answerer.page.goto('/feedback')
    await answerer.page.getByText('Mira would like feedback on: my talk on Tuesday').waitFor()
    if (script) await looksRight(answerer)
    await answerer.page.getByRole('link', { name: 'Answer', exact: true }).click()
    await answerer.page.getByRole('heading', { level: 1, name: 'Feedback for Mira' }).waitFor()
    if (script) await looksRight(answerer)
    await answerer.page.getByLabel('What helped, please go on').fill('You let the room finish its tea.')
    await answerer.page.getByLabel('What I saw').fill('The fourth slide went by unread.')
    await press(answerer, 'Give it to Mira')
    await answerer.page.getByRole('alert').getByText('What did it do? These three belong together.').waitFor()
    await answerer.page.getByLabel('What it did').fill('I lost the thread.')
    await answerer.page.getByLabel('What I would ask, or wish').fill('Leave it out next time.')
    await press(answerer, 'Give it to Mira')
    await answerer.page.getByText('It is with Mira, and nobody else reads it.').waitFor()

    await ines.page.goto('/feedback')
    const before = await page.goto(kept).then(() => mainOf(asker))
    await press(ines, 'Not now')
    await ines.page.getByText('Nobody is told.').waitFor()
    await page.goto(kept)
    expect(await mainOf(asker)).toBe(before)
    await page.getByText('The fourth slide went by unread.').waitFor()
    if (script) await looksRight(asker)
    for (const other of [ines, jun]) expect((await other.page.goto(kept))?.status()).toBe(404)
    await page.goto(kept)
    await page.getByRole('link', { name: 'Thank Jun' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thank Jun' }).waitFor()
    await page.goto(kept)
    await press(asker, 'Close it')
    await page.getByText('It is closed. What came stays here.').waitFor()
    await page.getByText('Delete it all', { exact: true }).first().click()
    await press(asker, 'Delete it all')
    await page.getByText('It is deleted, with all that was answered.').waitFor()
    if (!script) for (const one of [asker, answerer]) await one.context.close()
  })
})

test('THANKS-7 what may hurt meets the pause before it is given, on the device', async () => {
  await forget()
  const { page } = mira
  await page.goto('/feedback/new')
  await page.getByLabel('I’d like feedback on').fill('the sign by the door')
  await page.getByLabel('From whom?').fill('jun')
  await press(mira, 'Ask them')
  await page.waitForURL(/\/feedback\/[0-9a-f-]{36}/)
  await jun.page.goto(page.url().replace('/feedback/', '/feedback/asked/').replace(/\?.*$/, ''))
  const box = jun.page.getByLabel('What helped, please go on')
  await box.fill('You are a stupid idiot and nobody wants you here.')
  await press(jun, 'Give it to Mira')
  const pause = jun.page.locator('kind-pause')
  await pause.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await box.inputValue()).toContain('stupid idiot')
  await pause.getByRole('button', { name: 'Edit' }).click()
  await box.fill('I read it from the other side of the road.')
  await press(jun, 'Give it to Mira')
  await jun.page.getByText('It is with Mira, and nobody else reads it.').waitFor()
})

test('THANKS-7 a mirror of my own writing, which nobody else finds', async () => {
  await forget()
  const { page } = jun
  await page.goto('/members/jun')
  await page.getByRole('link', { name: 'My mirror' }).click()
  await page.getByRole('heading', { level: 1, name: 'A mirror of your own writing' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Where the reader errs' }).waitFor()
  await looksRight(jun)
  const text = (await page.locator('main').innerText()).replaceAll('30 days', '')
  expect(text).not.toMatch(/\d+ (of|times|posts|per cent)|%/)
  await ines.page.goto('/members/jun')
  expect(await ines.page.getByRole('link', { name: 'My mirror' }).count()).toBe(0)
  await ines.page.goto('/mirror')
  expect(await ines.page.locator('main').innerText()).not.toContain('Jun')
  await mira.page.goto('/mirror')
  await mira.page.getByText('a mirror would show a day and not a habit').waitFor()
})
