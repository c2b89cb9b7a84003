import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './kit/accessible.ts'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { looks } from './kit/thorough.ts'

let place: Place
/** Addresses of a thread with answers, an unnamed post, one with code: found as a person finds them. */
let found: { topic: string; closed: string; code: string; profile: string; more: string; celebration: string }

beforeAll(async () => {
  place = await openPlace(['demo'])
  const mira = await person(place.url)
  await signIn(mira, 'mira')
  const first = async (path: string) => {
    await mira.page.goto(path)
    return (await mira.page.locator('h3.title a').nth(2).getAttribute('href'))!
  }
  await mira.page.goto('/spaces/a-little-code')
  const code = mira.page.getByRole('link', { name: 'Tests fail only on Ines' }).first()
  found = {
    code: (await code.getAttribute('href'))!,
    topic: await first('/spaces/allotment'),
    closed: await first('/spaces/long-haul'),
    profile: '/members/asha',
    more: '',
    celebration: '',
  }
  await mira.page.goto('/spaces/allotment')
  found.celebration = (await mira.page.locator('.celebrating a').getAttribute('href'))!
  await mira.page.goto(found.topic)
  found.more = (await mira.page.locator('article.reply a[data-more]').first().getAttribute('href'))!
  await mira.context.close()
})
afterAll(() => place.close())

const forAnyone = () => [
  '/',
  '/spaces',
  '/spaces/allotment',
  '/lately',
  '/rituals',
  found.topic,
  found.code,
  '/search?words=soup',
  '/join',
  '/sign-in',
  '/sign-in/reset',
  '/guidelines',
  '/guidelines/pause',
  '/guidelines/experiments',
  '/help',
  '/wall',
  '/spaces/allotment/wall',
  '/spaces/allotment/order',
  '/lifting',
  '/try',
  '/try/model-card',
  '/no-such-page',
]
const forMembers = () => [
  '/',
  '/new',
  '/new?space=long-haul&need=listening',
  found.topic,
  found.closed,
  `${found.closed}?to=x#answer`,
  found.more,
  '/notices',
  '/messages',
  '/messages/requests',
  '/messages/new?to=noor',
  `/here?entry=${found.closed.split('/').pop()}`,
  '/spotlight',
  '/spotlight/about/noor',
  '/spotlight/host',
  '/spotlight/kept',
  '/kind-acts',
  '/kind-acts/new',
  '/kind-acts/done',
  '/spaces/allotment/celebrations',
  '/celebrations/new?space=allotment',
  found.celebration,
  '/bookmarks',
  '/following',
  '/search?words=soup',
  found.profile,
  '/members/mira',
  '/reports',
  '/settings',
  '/settings/profile',
  '/settings/sign-in',
  '/settings/notices',
  '/settings/messages',
  '/settings/attention',
  '/settings/experiments',
  '/settings/own-model',
  '/settings/boundaries',
  '/settings/tokens',
  `/listen/hear?entry=${found.closed.split('/').pop()}`,
  `/listen/side?entry=${found.topic.split('/').pop()}`,
  `/listen/matters?post=${found.closed.split('/').pop()}`,
  `/thank?post=${found.closed.split('/').pop()}`,
  `/thank?post=${found.topic.split('/').pop()}&gift=shout-out`,
  '/thank?member=noor',
  '/keepsakes',
  '/keepsakes?shelf=away',
  '/keepsakes/waiting',
  '/keepsakes/print',
  '/ripple',
  '/helped',
  '/settings/lifting',
  '/settings/thanks',
  '/wall',
  '/spaces/allotment/wall',
  '/spaces/allotment/kudos',
  '/feedback',
  '/feedback/new',
  '/mirror',
  '/shout-out',
  `/report?post=${found.closed.split('/').pop()}`,
  `/bothers?post=${found.closed.split('/').pop()}`,
]
const forStewards = () => [
  '/today',
  '/spaces/allotment/order/change?unanswered=24&first=12&bridges=6',
  '/admin/spotlight',
  '/admin/celebrations',
  '/admin/remembrance',
  '/rituals/new',
  found.topic,
]
const forAdministrators = () => [
  '/admin',
  '/admin/experiments',
  '/admin/people',
  '/admin/invitations',
  '/admin/settings',
  '/admin/pause',
  '/admin/values',
  '/admin/pause/model',
  '/admin/doors',
  '/admin/spaces',
  '/admin/spaces/new',
  '/admin/waiting',
  '/admin/letters',
  '/admin/safety',
  '/admin/audit',
  '/admin/perspective',
]

async function lookAt(one: Person, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const response = await one.page.goto(path)
    expect(response!.status(), path).toBeLessThan(500)
    if (path !== '/no-such-page') expect(response!.status(), path).toBe(200)
    await expectAccessible(one.page)
    await expectNoSidewaysScroll(one.page)
    expect(await one.page.locator('h1').count(), `${path}: one h1`).toBe(1)
  }
  expect(one.complaints.filter((text) => !text.includes('404'))).toEqual([])
}

describe.each(looks)('STYLE-4 at $width pixels, dark: $dark', (look) => {
  test('every page a visitor sees passes axe and fits', async () => {
    const visitor = await person(place.url, look)
    await lookAt(visitor, forAnyone())
    await visitor.context.close()
  })

  test('every page a member sees passes axe and fits', { timeout: 120_000 }, async () => {
    const mira = await person(place.url, look)
    await signIn(mira, 'mira')
    await lookAt(mira, forMembers())
    await mira.context.close()
  })

  test('every page of stewards and administrators passes axe and fits', { timeout: 120_000 }, async () => {
    const jun = await person(place.url, look)
    await signIn(jun, 'jun')
    await lookAt(jun, forStewards())
    await jun.context.close()
    const ines = await person(place.url, look)
    await signIn(ines, 'ines')
    await lookAt(ines, forAdministrators())
    await ines.context.close()
  })
})

test('STYLE-5 in a right-to-left pseudo-language with long words every page fits, and no sentence is left in English', {
  timeout: 120_000,
}, async () => {
  const visitor = await person(place.url, { width: 360 })
  for (const path of ['/', '/spaces', '/join', '/sign-in', '/help', found.topic]) {
    await visitor.page.goto(`${path}${path.includes('?') ? '&' : '?'}language=en-XA`)
    expect(await visitor.page.locator('html').getAttribute('dir')).toBe('rtl')
    await expectNoSidewaysScroll(visitor.page)
    const plain = await visitor.page
      .locator('header.top nav a, footer.foot a, main label, main button')
      .allInnerTexts()
    expect(
      plain.filter((text) => /\p{L}/u.test(text) && !text.includes('⟦')),
      path,
    ).toEqual([])
  }
  await visitor.context.close()
})

test('CARE-4 by keyboard alone a newcomer joins and posts, at an unhurried pace within two minutes', {
  timeout: 120_000,
}, async () => {
  const { page, context } = await person(place.url)
  const keys = page.keyboard
  let pressed = 0
  const press = async (key: string) => {
    pressed++
    await keys.press(key)
  }
  const type = async (text: string) => {
    pressed += text.length
    await keys.type(text)
  }
  /** Tab until what has the focus is what one is looking for. */
  const reach = async (name: RegExp) => {
    for (let tab = 0; tab < 60; tab++) {
      const label = await page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement | null
        return `${active?.labels?.[0]?.textContent ?? ''} ${active?.textContent ?? ''} ${active?.getAttribute('aria-label') ?? ''}`
          .replace(/\s+/g, ' ')
          .trim()
      })
      if (name.test(label)) return
      await press('Tab')
    }
    throw new Error(`Nothing called ${name} can be reached on ${page.url()}`)
  }
  await page.goto('/')
  await reach(/^Join$/)
  await press('Enter')
  await page.waitForURL('**/join**')
  await reach(/^What shall we call you/)
  await type('Wren')
  await reach(/^E-mail/)
  await type('wren@post.example')
  await reach(/^I’d like to be part/)
  await press('Space')
  await reach(/^I am 18 or older/)
  await press('Space')
  await reach(/^Password/)
  await type('a kettle for forty people')
  await press('Enter')
  await page.waitForURL('**/arrived**')
  await reach(/^Say hello$/)
  await press('Enter')
  await page.waitForURL('**/new**')
  await reach(/^Your post/)
  await type('Hello. I live above the launderette and I can mend bicycles.')
  await reach(/^Allotment/)
  for (
    let step = 0;
    step < 8 && !(await page.getByRole('radio', { name: /^Front Step/ }).isChecked());
    step++
  )
    await press('ArrowDown')
  await reach(/^Post$/)
  await press('Enter')
  await page.waitForURL('**/posts/**')
  // Four key presses a second is slower than most people type.
  expect(pressed / 4).toBeLessThan(120)
  await context.close()
})
