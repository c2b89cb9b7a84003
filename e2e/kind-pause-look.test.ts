import { expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { usePauseSite } from './kit/pause-site.ts'
import { form, HARSH, panel, pauseAt, visit } from './kit/pause-visit.ts'

const site = usePauseSite()

test.each([
  ['light', 'ltr', 'en', 320],
  ['dark', 'ltr', 'en', 320],
  ['light', 'rtl', 'ar', 1280],
  ['dark', 'rtl', 'ar', 320],
] as const)('OPEN-2 the panel is fit to be read: %s, %s, "%s", %d px', async (light, dir, lang, width) => {
  site.page(`/look-${lang}`, form('person="Sam" thing="the rota"'), { lang, dir })
  const { page } = await visit(site, `/look-${lang}`, { width, dark: light === 'dark' })
  await pauseAt(page, `${HARSH} You stupid idiot${'t'.repeat(200)}. http://example.org/${'a'.repeat(200)}`)
  for (const summary of await page.locator('kind-pause summary').all()) await summary.click()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(200)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const style = await panel(page).evaluate((element) => {
    const { backgroundColor, direction } = getComputedStyle(element)
    return { backgroundColor, direction }
  })
  expect(style).toEqual({
    direction: dir,
    backgroundColor: light === 'dark' ? 'rgb(40, 39, 32)' : 'rgb(235, 228, 211)',
  })
  if (lang === 'ar')
    expect(await panel(page).getByRole('button', { name: 'تعديل', exact: true }).count()).toBe(1)
  const [edit, send] = await panel(page).locator('.b').all()
  const [one, other] = [await edit!.boundingBox(), await send!.boundingBox()]
  expect([one!.width, one!.height]).toEqual([other!.width, other!.height])
})
