import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { looks } from './kit/thorough.ts'

let place: Place
let mira: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  await signIn(mira, 'mira')
})
afterAll(() => place.close())

const main = (page: Page) => page.locator('main').innerText()
/** Names in the picture, nearest to the middle first. */
const drawn = (page: Page) => page.locator('.ripple svg text').allTextContents()

/** Whether any two names lie on each other, or one runs out of the picture. */
const crowded = (page: Page) =>
  page.evaluate(() => {
    const picture = document.querySelector('.ripple')!.getBoundingClientRect()
    const names = [...document.querySelectorAll('.ripple svg text')].map((one) => one.getBoundingClientRect())
    const meet = names.some((one, at) =>
      names.some(
        (other, place) =>
          place > at &&
          one.left < other.right &&
          other.left < one.right &&
          one.top + 3 < other.bottom &&
          other.top + 3 < one.bottom,
      ),
    )
    return meet || names.some((one) => one.left < picture.left || one.right > picture.right + 0.5)
  })

test('SHINE-7 what people told me came of my help: a picture, the same in words, and nothing counted', async () => {
  const { page } = mira
  await page.goto('/keepsakes')
  await page.getByRole('link', { name: 'The ripple' }).click()
  await page.getByRole('heading', { level: 1, name: 'The ripple' }).waitFor()
  const names = await drawn(page)
  expect(names).toContain('Noor')
  expect(names).toContain('Sol')
  const said = await main(page)
  for (const name of names) expect(said).toMatch(new RegExp(`${name} (thanked|gave|told|did)`))
  expect(said).toContain('Five mornings. She has slept through every loaf.')
  await page.getByRole('link', { name: 'Leave a light on where somebody comes home late.' }).waitFor()
  // What was told in Long Haul stays there.
  await page.goto('/keepsakes')
  expect(await main(page)).toContain('I felt less alone')
  expect(said).not.toContain('I felt less alone')
  expect(said).toContain('And it went on.')
  await page.goto('/ripple')
  const picture = page.getByRole('img', { name: 'A small fire on water, and rings around it' })
  expect(await picture.locator('desc').textContent()).toContain(`${names[0]}, `)
  // The house says no number; people's own words and titles may.
  const house = await page.locator('main .side, main .lead, main .ripple, main .acts').allTextContents()
  expect(house.join(' ')).not.toMatch(/\d/)
  expect(mira.complaints).toEqual([])
})

test('SHINE-7 it is seen by nobody else: others have their own, and the way to it stands in one’s own profile alone', async () => {
  const jun = await person(place.url)
  await signIn(jun, 'jun')
  const { page } = jun
  await page.goto('/members/mira')
  expect(await page.locator('a[href="/ripple"]').count()).toBe(0)
  await page.goto('/members/jun')
  await page.getByRole('link', { name: 'The ripple' }).click()
  const said = await main(page)
  expect(said).not.toContain('Five mornings. She has slept through every loaf.')
  expect(jun.complaints).toEqual([])
  await jun.context.close()
})

test('SHINE-7 it can be read at every width, in the dark, without script, and where nothing was told yet', async () => {
  for (const look of [...looks, { width: 768, dark: false, script: false }])
    for (const nick of ['mira', 'ines'] as const) {
      const one = await person(place.url, look)
      await signIn(one, nick)
      await one.page.goto('/ripple')
      expect(await crowded(one.page)).toBe(false)
      await expectNoSidewaysScroll(one.page)
      if (!('script' in look)) await expectAccessible(one.page)
      await one.context.close()
    }
})
