import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { hurry, runJob } from './kit/database.ts'
import { letterTo, outbox } from './kit/letters.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
let mira: Person
let noor: Person
let ines: Person
let address: string

async function answer({ page }: Person, words: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Your answer').fill(words)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('article').getByText(words).first().waitFor()
}

beforeAll(async () => {
  place = await openPlace(['demo'])
  // As narrow as a telephone: there the line takes the most room.
  mira = await person(place.url, { width: 360 })
  noor = await person(place.url, { script: false })
  ines = await person(place.url)
  await signIn(mira, 'mira')
  await signIn(noor, 'noor')
  await signIn(ines, 'ines')
  await mira.page.goto('/new?space=front-step')
  await mira.page.getByLabel('Your post').fill('Who has the key of the hall on Thursday?')
  await mira.page.getByRole('button', { name: 'Post', exact: true }).click()
  await mira.page.waitForURL('**/posts/**')
  address = mira.page.url().replace(/[?#].*$/, '')
})
afterAll(() => place.close())

test('BASE a new answer is announced within three seconds, nothing moves, and it comes in when asked for', async () => {
  const { page } = mira
  // What reached her before today is seen; the mark below is about what comes now.
  await page.goto('/notices')
  await page.goto(address)
  await page.waitForLoadState('networkidle').catch(() => {})
  const mark = page.locator('nav [data-mark]')
  expect(await mark.isVisible()).toBe(false)
  await page.getByLabel('Your answer').fill('I could ask')
  await page.evaluate(() => scrollTo(0, 200))
  const where = () =>
    page.evaluate(() => ({
      y: scrollY,
      articles: document.querySelectorAll('article').length,
      tops: ['#post', '#f-body'].map((one) => document.querySelector(one)!.getBoundingClientRect().top),
    }))
  const before = await where()
  await answer(noor, 'Theo has it until eight.')
  const posted = Date.now()
  const line = page.locator('[data-live] [role=status]')
  await expect.poll(() => line.innerText(), { timeout: 3_000, interval: 50 }).not.toBe('')
  await mark.waitFor({ timeout: 3_000 - (Date.now() - posted) })
  expect(Date.now() - posted).toBeLessThan(3_000)
  expect(await where()).toEqual(before)
  expect(await page.getByText('Theo has it until eight.').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-body')
  expect(await page.getByLabel('Your answer').inputValue()).toBe('I could ask')

  await line.getByRole('link').click()
  await page.getByText('Theo has it until eight.').waitFor()
  expect(await page.getByLabel('Your answer').inputValue()).toBe('I could ask')
  await page.goto('/notices')
  await page
    .getByText(/^Noor answered you in/)
    .first()
    .waitFor()
  await expect.poll(async () => (await page.goto('/notices')) && mark.isVisible()).toBe(false)
  expect(mira.complaints).toEqual([])
})

test('BASE a letter tells of an answer, says how to end it, and one press ends that kind, without signing in', {
  timeout: 90_000,
}, async () => {
  await answer(noor, 'And Dot has the spare.')
  await expect
    .poll(
      async () => {
        await hurry(place)
        return (await outbox(ines)).some(
          ({ to, text }) => to === 'mira@lantern.example' && text.includes('No more letters like this'),
        )
      },
      { timeout: 40_000, interval: 1_000 },
    )
    .toBe(true)
  const letter = await letterTo(ines, 'mira@lantern.example')
  const link = /No more letters like this, with one press: (\S+)/.exec(letter.text)![1]!
  const stranger = await person(place.url, { script: false })
  expect((await stranger.page.goto(`${link.slice(0, -4)}aaaa`))!.status()).toBe(404)
  await stranger.page.goto(link)
  await mira.page.goto('/settings/notices')
  const chosen = () =>
    mira.page.getByRole('group', { name: 'Answers to me' }).getByRole('radio', { checked: true })
  expect(await chosen().getAttribute('value')).toBe('mail')
  await stranger.page.getByRole('button', { name: 'No more of these' }).click()
  await stranger.page.getByText('comes by e-mail no more.').waitFor()
  await mira.page.reload()
  expect(await chosen().getAttribute('value')).toBe('place')
  // As a mail program presses it by itself (RFC 8058).
  const pressed = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(pressed.status).toBe(200)
  await stranger.context.close()
})

test('BASE a kind that is switched off stays off', async () => {
  const { page } = mira
  await page.goto('/settings/notices')
  await page.getByRole('group', { name: 'Answers to me' }).getByLabel('Not at all').check()
  await page.getByRole('group', { name: 'Answers in what I follow' }).getByLabel('Not at all').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  await answer(noor, 'The spare hangs behind the clock.')
  await page.goto('/notices')
  await page.waitForTimeout(2_000)
  expect(await page.locator('nav [data-mark]').isVisible()).toBe(false)
  await page.reload()
  expect(await page.getByText('behind the clock').count()).toBe(0)
})

test('BASE the letter with what is new comes in the morning of who gets it', {
  timeout: 60_000,
}, async () => {
  // Somewhere it is ten in the morning now; that is where Mira lives for this test.
  const zone = Intl.supportedValuesOf('timeZone').find(
    (one) =>
      one.includes('/') &&
      new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: one }).format() === '10',
  )!
  const { page } = mira
  await page.goto('/settings/profile')
  await page.getByLabel('Time zone').selectOption(zone)
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.goto('/spaces/front-step')
  await page.getByRole('button', { name: 'Follow this space' }).click()
  await page.goto('/settings/notices')
  await page
    .getByRole('group', { name: /^A letter with what is new/ })
    .getByLabel('Every day')
    .check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  await noor.page.goto('/new?space=front-step')
  await noor.page.getByLabel('Your post').fill('The hall clock runs seven minutes fast.')
  await noor.page.getByRole('button', { name: 'Post', exact: true }).click()
  await noor.page.waitForURL('**/posts/**')

  // What the clock does at 22 minutes past each hour.
  await runJob(place, 'notice-digests')
  await expect
    .poll(async () => (await outbox(ines)).some(({ subject }) => subject === 'Today in Lantern Street'), {
      timeout: 40_000,
      interval: 1_000,
    })
    .toBe(true)
  const letter = await letterTo(ines, 'mira@lantern.example', /^Today in Lantern Street$/)
  expect(letter.text).toContain('The hall clock runs seven minutes fast.')
})
