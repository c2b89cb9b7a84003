import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'

let place: Place
beforeAll(async () => {
  place = await openPlace(['demo'])
})
afterAll(() => place.close())

test('OPEN-3 /try: anyone types and watches the quick reader, then both; nothing of it leaves the device', async () => {
  const { page, complaints, context } = await person(place.url)
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
  })
  await page.goto('/try')
  await page.getByLabel('A message').fill('Sam, you are a pathetic liar.')
  await page.getByRole('heading', { name: 'some readers may feel an insult in it' }).waitFor()
  expect(await page.locator('mark').allTextContents()).toContainEqual(expect.stringContaining('liar'))
  const insult = page.getByRole('row', { name: /^an insult/ })
  expect(Number(await insult.locator('[data-reader=quick] span').textContent())).toBeGreaterThan(0.7)
  expect(await page.getByRole('columnheader', { name: 'Careful' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Read with care, too' }).click()
  await page.getByText('Both readers read along.').waitFor({ timeout: 30_000 })
  await page.getByRole('columnheader', { name: 'Careful' }).waitFor()
  await expect
    .poll(async () => Number(await insult.locator('[data-reader=careful] span').textContent()))
    .toBeGreaterThan(0.7)

  await page.getByLabel('A message').fill('Thank you for the soup, Sam.')
  await page.getByRole('heading', { name: 'No pause would be worth it here.' }).waitFor()
  await expectAccessible(page)
  expect(sent.filter((one) => /pathetic|soup|POST/.test(decodeURIComponent(one)))).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('/try without script, and at 320 pixels', async () => {
  const { page, context } = await person(place.url, { script: false, width: 320, dark: true })
  await page.goto('/try')
  await page.getByLabel('A message').fill('You are a pathetic liar.')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('heading', { name: 'some readers may feel an insult in it' }).waitFor()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'the model card' }).click()
  await page.getByRole('heading', { name: 'Model card', level: 1 }).waitFor()
  await expectNoSidewaysScroll(page)
  await context.close()
})
