import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let place: Place
beforeAll(async () => {
  place = await openPlace(['demo'])
})
afterAll(() => place.close())

/** From the front page to a published first post: what a newcomer fills in and passes through. */
async function joinAndAsk(newcomer: Person, name: string): Promise<{ screens: number; fields: number }> {
  const { page } = newcomer
  let screens = 0
  let fields = 0
  const fill = async (label: string | RegExp, value: string) => {
    fields++
    await page.getByLabel(label, { exact: typeof label === 'string' }).fill(value)
  }
  await page.goto('/')
  await page.getByRole('link', { name: 'Join', exact: true }).click()
  screens++
  await fill('What shall we call you?', name)
  await fill('E-mail', `${name.toLowerCase()}@post.example`)
  await page.getByLabel('I’d like to be part of that.').check()
  await page.getByLabel('I am 18 or older').check()
  fields += 2
  await fill('Password', 'soup with too many marrows')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  screens++
  await page.getByRole('heading', { name: `Hello, ${name}. Nothing is expected of you.` }).waitFor()
  await page.getByRole('link', { name: 'Ask something' }).click()
  screens++
  await page.getByLabel('Allotment').check()
  fields++
  await fill(
    'Your post',
    'Which of the two water butts is for everybody? I did not dare to ask the man with the hose.',
  )
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText('Which of the two water butts').first().waitFor()
  return { screens, fields }
}

describe.each([true, false])('with script: %s', (script) => {
  test('CARE-4 THANKS-1 MEND-1: join, ask, be answered, thank, report, hear back', async () => {
    const name = script ? 'Perla' : 'Osvald'
    const newcomer = await person(place.url, { script })
    const { screens, fields } = await joinAndAsk(newcomer, name)
    expect(screens).toBeLessThanOrEqual(3)
    expect(fields).toBeLessThanOrEqual(8)
    const address = newcomer.page.url().replace(/[?#].*$/, '')

    const mira = await person(place.url, { script })
    await signIn(mira, 'mira')
    await mira.page.goto(address)
    await mira.page
      .getByLabel('Your answer')
      .fill('The green one. The blue one leaks and is Winifred’s, and she will tell you so.')
    await mira.page.getByRole('button', { name: 'Post', exact: true }).click()
    await mira.page.getByText('The blue one leaks').first().waitFor()

    await newcomer.page.goto(address)
    const answer = newcomer.page.getByRole('article', { name: /Mira answers/ })
    await answer.getByRole('link', { name: 'Thank' }).click()
    await newcomer.page.getByRole('heading', { name: 'Thank Mira' }).waitFor()
    await newcomer.page.getByLabel('What did it do for you?').fill('I filled two cans before breakfast.')
    await newcomer.page.getByLabel('May be shown, if Mira agrees').check()
    await newcomer.page.getByRole('button', { name: 'Send thanks' }).click()
    await newcomer.page.getByText('“I filled two cans before breakfast.”').waitFor()
    expect(await answer.locator('.given').innerText()).toMatch(/agrees\s*\n\s*Sent\. You can take it back/)

    const stranger = await person(place.url, { script })
    await stranger.page.goto(address)
    expect(await stranger.page.getByText('I filled two cans').count()).toBe(0)

    await mira.page.goto(address)
    await mira.page.getByRole('button', { name: 'Show it', exact: true }).click()
    await stranger.page.goto(address)
    await stranger.page.getByText('“I filled two cans before breakfast.”').waitFor()

    const post = mira.page.getByRole('article', { name: `${name}’s post` })
    await post.getByText('More', { exact: true }).click()
    await post.getByRole('link', { name: 'Report' }).click()
    await mira.page.getByLabel('Just note it').check()
    await mira.page.getByRole('button', { name: 'Report', exact: true }).click()
    await mira.page.getByRole('main').waitFor()

    const jun = await person(place.url, { script })
    await signIn(jun, 'jun')
    await jun.page.goto('/today')
    await jun.page.getByRole('heading', { level: 1 }).waitFor()
    if (script) await expectAccessible(jun.page)
    for (const one of [newcomer, mira, stranger, jun]) {
      expect(one.complaints, one.page.url()).toEqual([])
      await one.context.close()
    }
  })
})
