import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { fillJoin } from './kit/join.ts'
import { letterTo, linkIn } from './kit/letters.ts'
import { openPlace, type Place } from './kit/place.ts'
import { scripts } from './kit/thorough.ts'

let place: Place

async function printedLink(): Promise<string> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const found = /Set this place up, in about three minutes: (\S+)/.exec(place.output())
    if (found) return found[1]!
    if (Date.now() > deadline) throw new Error(`No link was printed:\n${place.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Fills pages in and counts what a hand does: signs typed, things pressed, pages sent. */
function hand(page: Page) {
  let typed = 0
  let pressed = 0
  let pages = 0
  return {
    async fill(label: string, words: string) {
      typed += words.length
      pressed++
      await page.getByLabel(label, { exact: true }).fill(words)
    },
    async choose(label: RegExp) {
      pressed++
      await page.getByRole('radio', { name: label }).check()
    },
    async send(button: string, next: string) {
      pressed++
      pages++
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: next }).waitFor()
    },
    pages: () => pages,
    /** Two seconds for each press, three signs a second, and 15 seconds to read each page. */
    seconds: () => typed / 3 + pressed * 2 + pages * 15,
  }
}

/** From the printed link to the first page after the account: as somebody does who accepts what is proposed. */
async function setUp({ page }: Person, link: string, kind = /^Hobby/) {
  const by = hand(page)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'A new place' }).waitFor()
  await by.fill('What is it called?', 'Kettle Lane')
  await by.choose(kind)
  await by.send('Next', 'How you talk here')
  await by.send('Next', 'And you?')
  await by.fill('What shall people call you?', 'Ines')
  await by.fill('E-mail', 'ines@post.example')
  await by.fill('Password', 'a lantern in the long rain')
  await by.send('Make it mine', 'For the day something goes wrong')
  return by
}

async function openDoors({ page }: Person, who: RegExp): Promise<void> {
  await page.goto('/admin/doors')
  await page.getByRole('radio', { name: who }).check()
  await page.getByRole('button', { name: 'Open the doors' }).click()
  await page.getByRole('heading', { level: 1, name: 'Who should be here first?' }).waitFor()
}

function onAnEmptyPlace(): void {
  beforeAll(async () => {
    place = await openPlace(['serve'])
  })
  afterAll(() => place.close())
}

describe.each(scripts)('with script: %s', (script) => {
  onAnEmptyPlace()

  test('START-4 the printed link sets the place up in under three minutes, the doors open, and somebody invited comes in', async () => {
    const link = await printedLink()
    const visitor = await person(place.url, { script })
    const early = await visitor.page.goto('/')
    expect(early!.status()).toBe(503)
    await visitor.page.getByRole('heading', { name: 'Almost ready' }).waitFor()

    const ines = await person(place.url, { script })
    const by = await setUp(ines, link)
    expect(by.pages()).toBe(3)
    expect(by.seconds()).toBeLessThan(180)

    await openDoors(ines, /^Who was invited/)
    await ines.page.getByLabel('Names or e-mails').fill('perla@post.example')
    await ines.page.getByLabel('A line from you').fill('You know about kettles.')
    await ines.page.getByRole('button', { name: 'See the letter' }).click()
    await ines.page.getByText('You know about kettles.').first().waitFor()
    await ines.page.getByRole('button', { name: 'Send 1 letter' }).click()
    await ines.page.getByText('1 letter is on its way.').waitFor()

    await visitor.page.goto('/join')
    await visitor.page.getByText('Kettle Lane grows by invitation.').waitFor()
    const letter = await letterTo(ines, 'perla@post.example', /invites you/)
    expect(letter.text).toContain('You know about kettles.')
    await visitor.page.goto(linkIn(letter))
    await visitor.page.getByText('You are invited.').waitFor()
    await fillJoin(visitor, 'Perla')
    await visitor.page.getByRole('heading', { name: 'Hello, Perla. Nothing is expected of you.' }).waitFor()

    const late = await person(place.url, { script })
    await late.page.goto(linkIn(letter))
    await late.page.getByText('This invitation was used or is too old.').waitFor()
    for (const one of [ines, visitor, late]) {
      expect(one.complaints.filter((text) => !text.includes('503'))).toEqual([])
      await one.context.close()
    }
  })
})

describe('in one place, from its beginning', () => {
  onAnEmptyPlace()
  let ines: Person
  let first: Person

  test('START-4 each of five kinds of place proposes guidelines of at most 120 words and its own spaces', async () => {
    first = await person(place.url)
    const { page } = first
    await page.goto(await printedLink())
    const proposed = new Set<string>()
    for (let kind = 0; kind < 5; kind++) {
      await page.goto('/set-up/place')
      await page.getByLabel('What is it called?').fill('Kettle Lane')
      await page.getByRole('radio').nth(kind).check()
      await page.getByRole('button', { name: 'Next' }).click()
      const text = await page
        .getByLabel('How we talk here')
        .or(page.getByRole('textbox', { name: 'How you talk here' }))
        .inputValue()
      expect(text.match(/[\p{L}\p{N}’']+/gu)!.length).toBeLessThanOrEqual(120)
      const names = await page
        .getByLabel('Name', { exact: true })
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
      expect(names.filter(Boolean).length).toBeGreaterThanOrEqual(2)
      proposed.add(`${text}\n${names}`)
    }
    expect(proposed.size).toBe(5)
  })

  test('START-4 a wrong key opens nothing, a second browser is asked, and afterwards the link is dead', async () => {
    const link = await printedLink()
    const stranger = await person(place.url)
    const second = await person(place.url)
    const wrong = await stranger.page.goto(link.replace(/key=.*/, 'key=not-the-one'))
    expect(wrong!.status()).toBe(403)
    await stranger.page.getByRole('heading', { name: 'This link does not open anything' }).waitFor()
    await stranger.page.goto('/set-up/you')
    expect(await stranger.page.getByLabel('Password', { exact: true }).count()).toBe(0)

    await first.page.goto('/set-up/place')
    await first.page.getByLabel('What is it called?').fill('First')
    await second.page.goto(link)
    await second.page.getByRole('heading', { name: 'Somebody is setting this place up' }).waitFor()
    await second.page.getByRole('button', { name: 'Go on here' }).click()
    await second.page.getByRole('heading', { name: /^(A new place|How you talk here|And you\?)$/ }).waitFor()

    await first.page.getByRole('radio', { name: /^Hobby/ }).check()
    await first.page.getByRole('button', { name: 'Next' }).click()
    await first.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await first.page.getByRole('heading', { name: 'How you talk here' }).count()).toBe(0)

    await setUp(second, '/set-up/place')
    for (const one of [first, second]) {
      const dead = await one.page.goto(link)
      expect(dead!.status()).toBe(403)
      await one.page.getByText('The place is set up already').waitFor()
    }
    ines = second
  })

  test('START-4 the recovery sheet prints with its codes and without the house around it, and a code lets its holder in', async () => {
    await ines.page.goto('/admin/safety')
    await ines.page.getByRole('button', { name: 'Make the sheet' }).click()
    await ines.page.getByRole('heading', { name: 'Recovery sheet' }).waitFor()
    await ines.page.emulateMedia({ media: 'print' })
    expect(await ines.page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await ines.page.getByText('Print the page now').isVisible()).toBe(false)
    const codes = await ines.page.locator('code.big').allInnerTexts()
    expect(codes.length).toBeGreaterThan(1)
    for (const code of await ines.page.locator('code.big').all()) expect(await code.isVisible()).toBe(true)
    expect(await ines.page.locator('main').innerText()).toContain(place.url)
    await ines.page.emulateMedia({ media: null })

    const holder = await person(place.url, { script: false })
    const recover = async () => {
      await holder.page.goto('/recover')
      await holder.page.getByLabel('Code', { exact: true }).fill(codes[0]!.toLowerCase())
      await holder.page.getByLabel('What shall people call you?').fill('Jun')
      await holder.page.getByLabel('E-mail').fill('jun@post.example')
      await holder.page.getByLabel('Password', { exact: true }).fill('a key under the third pot')
      await holder.page.getByRole('button', { name: 'Let me in' }).click()
    }
    await recover()
    await holder.page.waitForURL('**/admin')
    await ines.page.goto('/admin/audit')
    await ines.page.getByText('Jun became administrator with a code from the recovery sheet').waitFor()
    await holder.context.clearCookies()
    await recover()
    expect(new URL(holder.page.url()).pathname).toBe('/recover')
  })

  test('START-4 where a steward lets people in, a newcomer waits, reads along, and is let in', async () => {
    await openDoors(ines, /^Anyone a steward lets in/)
    const osvald = await person(place.url, { script: false })
    await osvald.page.goto('/join')
    await fillJoin(osvald, 'Osvald')
    await osvald.page
      .getByRole('heading', { name: 'Hello, Osvald. A steward will let you in soon.' })
      .waitFor()
    await osvald.page.goto(linkIn(await letterTo(ines, 'osvald@post.example', /Is this your address/)))
    await osvald.page.getByRole('button', { name: 'Yes, it’s mine' }).click()
    expect((await osvald.page.goto('/spaces'))!.status()).toBe(200)
    await osvald.page.goto('/new')
    expect(await osvald.page.getByLabel('Your post').count()).toBe(0)

    await ines.page.goto('/admin/waiting')
    await ines.page.getByText('E-mail confirmed').waitFor()
    await ines.page.getByRole('button', { name: 'Let in Osvald' }).click()
    await ines.page.getByText('Nobody is waiting.').waitFor()
    await letterTo(ines, 'osvald@post.example', /You are in/)
    await osvald.page.goto('/new')
    await osvald.page.getByLabel('Your post').waitFor()
  })
})
