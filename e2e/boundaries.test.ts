import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { joinAs } from './kit/join.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { scripts } from './kit/thorough.ts'
import { answer, write } from './kit/write.ts'

let place: Place
let mira: Person
let noor: Person
let jun: Person
let ines: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  noor = await person(place.url, { script: false })
  jun = await person(place.url)
  ines = await person(place.url, { script: false })
  await signIn(mira, 'mira')
  await signIn(noor, 'noor')
  await signIn(jun, 'jun')
  await signIn(ines, 'ines')
})
afterAll(() => place.close())

/** Opens More under somebody's answer and presses something there. */
async function more({ page }: Person, address: string, article: string, act: string): Promise<void> {
  await page.goto(address)
  const entry = page.getByRole('article', { name: article })
  await entry.getByText('More', { exact: true }).click()
  await entry
    .getByRole('button', { name: act, exact: true })
    .or(entry.getByRole('link', { name: act, exact: true }))
    .click()
}

/** Under somebody's words, "This bothers me", then what to do about it. */
async function bothered(one: Person, address: string, article: string, act: string): Promise<void> {
  await more(one, address, article, 'This bothers me')
  await one.page.getByText('Only you see this page').waitFor()
  await one.page
    .getByRole('button', { name: act, exact: true })
    .or(one.page.getByRole('link', { name: act, exact: true }))
    .click()
}

test.each([true, false])(
  'BOUNDS-3 who is blocked finds nothing of the other anywhere, until unblocked, script: %s',
  { timeout: 120_000 },
  async (script) => {
    const name = script ? 'Ottilie' : 'Ambrose'
    const words = `The bench at the corner of ${name} wants paint.`
    const one = await joinAs(await person(place.url, { script }), name)
    const address = await write(one, 'front-step', words)
    const id = address.split('/').pop()!
    await answer(noor, address, 'I do not think so, and I said so before.')
    await bothered(one, address, 'Noor answers', 'Block Noor')
    await one.page.getByRole('heading', { name: 'Block Noor?' }).waitFor()
    await one.page.getByRole('button', { name: 'Block Noor' }).click()
    await one.page.getByText('You and Noor do not see each other any more.').waitFor()
    await one.page.goto(address)
    expect(await one.page.getByText('I said so before').count()).toBe(0)

    const places = [
      '/',
      '/lately',
      '/following',
      '/spaces/front-step',
      `/search?words=bench+${name}`,
      `/search?person=${name}`,
      '/notices',
    ]
    const api = [
      '/api/v1/search?words=bench',
      '/api/v1/posts?space=front-step',
      `/api/v1/members/${name.toLowerCase()}`,
      `/api/v1/posts/${id}`,
    ]
    const finding = async (reader: Person) => {
      const found: string[] = []
      for (const path of [...places, ...api]) {
        const response = await reader.context.request.get(path)
        const text = (await response.text()).replaceAll(/<\/?mark>/g, '')
        expect(response.status(), path).toBeLessThan(500)
        if (text.includes(`corner of ${name}`)) found.push(path)
      }
      return found
    }
    expect(await finding(noor)).toEqual([])
    expect(await finding(jun)).toEqual(
      expect.arrayContaining(['/lately', '/spaces/front-step', places[4], ...api.slice(0, 2), api[3]]),
    )
    for (const path of [address, `/members/${name.toLowerCase()}`])
      expect((await noor.page.goto(path))!.status(), path).toBe(404)
    const stranger = await person(place.url, { script })
    await stranger.page.goto(address)
    await stranger.page.getByText(words).first().waitFor()

    // Naming the other does not reach them either.
    await write(noor, 'front-step', `I wonder what @${name.toLowerCase()} has against green.`)
    await one.page.goto('/notices')
    expect(await one.page.getByText('against green').count()).toBe(0)

    await one.page.goto('/settings/boundaries')
    await one.page.getByRole('button', { name: 'Unblock Noor' }).click()
    await one.page.getByText('Noor is unblocked.').waitFor()
    expect((await noor.page.goto(address))!.status()).toBe(200)
    for (const each of [one, stranger]) {
      expect(each.complaints).toEqual([])
      await each.context.close()
    }
  },
)

test('BOUNDS-3 muting folds somebody’s words for oneself alone, and is undone where it was done', async () => {
  const address = await write(mira, 'allotment', 'The hose has moved to the other tap.')
  await answer(noor, address, 'It was better where it was, as everything.')
  await bothered(mira, address, 'Noor answers', 'Mute Noor')
  await mira.page.waitForURL('**/posts/**')
  await mira.page.goto(address)
  const folded = mira.page.getByText('It was better where it was, as everything.')
  expect(await folded.isVisible()).toBe(false)
  await mira.page.getByText('From someone you muted').click()
  expect(await folded.isVisible()).toBe(true)
  const own = await write(noor, 'allotment', 'A wheelbarrow stands in the rain at plot nine.')
  await mira.page.goto('/spaces/allotment')
  expect(await mira.page.getByText('A wheelbarrow stands').count()).toBe(0)
  await jun.page.goto(address)
  expect(await jun.page.getByText('It was better where it was').first().isVisible()).toBe(true)
  expect((await noor.page.goto(address))!.status()).toBe(200)
  expect(await noor.page.getByText(/muted/i).count()).toBe(0)

  await bothered(mira, address, 'Noor answers', 'Hear Noor again')
  await mira.page.goto('/spaces/allotment')
  await mira.page.getByText('A wheelbarrow stands').first().waitFor()
  await mira.page.goto(own)
  await mira.page.getByText('A wheelbarrow stands').first().waitFor()
})

/** The case about some words, found as a steward finds it: on the Today page. */
async function findCase({ page }: Person, words: string): Promise<string> {
  await page.goto('/today')
  const links = await page
    .getByRole('link', { name: 'Look', exact: true })
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
  for (const link of links) {
    await page.goto(link)
    if (await page.getByRole('article', { name: 'The reported words' }).getByText(words).count()) return link
  }
  throw new Error(`Nothing on the Today page is about “${words}”.`)
}

test.each(scripts)(
  'MEND-1 report, hear back; hidden with a reason, changed, asked again, restored; the slower of two stewards loses nothing, script: %s',
  { timeout: 120_000 },
  async (script) => {
    const name = script ? 'Rupert' : 'Lavinia'
    const harsh = `You have never finished anything, and ${name} knows it.`
    const kinder = `The fence has three boards missing, and ${name} has two.`
    const reporter = await joinAs(await person(place.url, { script }), script ? 'Hester' : 'Edmund')
    const address = await write(
      mira,
      'front-step',
      `The fence is half done, and I am proud of the half. Come and look, ${name}.`,
    )
    const author = await joinAs(await person(place.url, { script }), name)
    await answer(author, address, harsh)

    await more(reporter, address, `${name} answers`, 'Report')
    await reporter.page.getByLabel(/^Please act/).check()
    await reporter.page.getByLabel('Anything they should know?').fill('It is the third time this week.')
    await reporter.page.getByRole('button', { name: 'Report', exact: true }).click()
    await reporter.page.getByText('Stewards have been told at once').waitFor()

    const link = await findCase(jun, harsh)
    await jun.page.getByText('It is the third time this week.').waitFor()
    await jun.page.getByRole('link', { name: 'Hide it' }).click()
    expect(link).toBe(await findCase(ines, harsh))
    await ines.page.getByRole('link', { name: 'Hide it' }).click()
    await jun.page
      .getByLabel('What the author will read')
      .fill('Say what is wrong with the fence; leave the person out, and I put it back.')
    await jun.page.getByRole('button', { name: 'Hide it' }).click()
    await jun.page.getByText('Done. It is written down here.').waitFor()
    await ines.page.getByLabel('What the author will read').fill('My own careful words.')
    await ines.page.getByRole('button', { name: 'Hide it' }).click()
    await ines.page.getByText('Jun was quicker: it is hidden now.').first().waitFor()
    expect(await ines.page.getByLabel('What you had written').first().inputValue()).toContain(
      'My own careful words.',
    )

    const stranger = await person(place.url, { script })
    for (const one of [stranger, noor, reporter]) {
      await one.page.goto(address)
      expect(await one.page.content()).not.toContain('never finished anything')
    }
    await author.page.goto(address)
    await author.page.getByText('A steward has hidden this for now.').waitFor()
    await author.page.getByText('leave the person out').waitFor()
    expect(await author.page.content()).not.toMatch(/Hester|Edmund|third time/)
    await author.page.getByRole('link', { name: 'Change it' }).click()
    await author.page.getByLabel('Your words').fill(kinder)
    await author.page.getByRole('button', { name: 'Save' }).click()
    await author.page.getByRole('link', { name: 'Ask to look again' }).click()
    await author.page.getByLabel('I have changed it').check()
    await author.page.getByRole('button', { name: 'Send to the stewards' }).click()
    await author.page.getByText('You asked for another look.').waitFor()
    await stranger.page.goto(address)
    expect(await stranger.page.content()).not.toContain('three boards')

    await findCase(ines, kinder)
    await ines.page.getByRole('link', { name: 'Put it back' }).click()
    await ines.page.getByRole('link', { name: 'It was changed' }).click()
    await ines.page.getByRole('button', { name: 'Put it back' }).click()
    await ines.page.getByText('Done. It is written down here.').waitFor()
    await stranger.page.goto(address)
    await stranger.page.getByText(kinder).first().waitFor()
    await reporter.page.goto('/reports')
    await reporter.page.getByText('It was changed, and is back.').waitFor()
    await reporter.page.getByText('Thank you for telling us. It is hidden now').waitFor()
    await reporter.page.goto('/notices')
    await reporter.page
      .getByText(/Stewards wrote about/)
      .first()
      .waitFor()
    await author.page.goto('/notices')
    await author.page
      .getByText(/Stewards decided about something of yours/)
      .first()
      .waitFor()
    for (const one of [reporter, author, stranger]) await one.context.close()
  },
)
