import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { hurry } from './kit/database.ts'
import { joinAs } from './kit/join.ts'
import { outbox } from './kit/letters.ts'
import { picture } from './kit/picture.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { answer, bare, write } from './kit/write.ts'

let place: Place
let mira: Person
let jun: Person
let noor: Person

beforeAll(async () => {
  place = await openPlace(['demo'])
  mira = await person(place.url)
  jun = await person(place.url)
  noor = await person(place.url, { script: false })
  await signIn(mira, 'mira')
  await signIn(jun, 'jun')
  await signIn(noor, 'noor')
})
afterAll(() => place.close())

/** Opens More under the post and presses something there. */
async function more({ page }: Person, address: string, act: string): Promise<void> {
  if (bare(page) !== address || page.url() !== address) await page.goto(address)
  const post = page.locator('#post')
  await post.getByText('More', { exact: true }).last().click()
  await post
    .getByRole('button', { name: act, exact: true })
    .or(post.getByRole('link', { name: act, exact: true }))
    .click()
}

test('BASE while one types nothing leaves the device, the draft is there after a reload, and gone once posted', async () => {
  const { page } = mira
  await page.goto('/new?space=allotment')
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await page
    .getByLabel('Your post')
    .pressSequentially('The *third* bed is full of bindweed again.\n\n- fork\n- patience')
  await page.getByText('Kept on this device.', { exact: true }).waitFor()
  // What reads it comes to the device; nothing goes from it.
  const comes = /^GET [^?]*\/(assets\/.*\.(js|bin)|composer\/pause\?space=allotment)$/
  expect(asked.filter((line) => !comes.test(line))).toEqual([])
  await page.getByRole('button', { name: 'Preview' }).click()
  const preview = page.getByRole('region', { name: 'How it will look' })
  await preview.getByRole('listitem').filter({ hasText: 'patience' }).waitFor()
  expect(await preview.locator('em').innerText()).toBe('third')
  expect(asked.filter((line) => !comes.test(line))).toEqual([])

  await page.reload()
  await page.getByText('You had begun this on this device.').waitFor()
  expect(await page.getByLabel('Your post').inputValue()).toContain('bindweed')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.waitForURL('**/posts/**')
  expect(await page.locator('#post em').innerText()).toBe('third')
  await page.goto('/new?space=allotment')
  expect(await page.getByLabel('Your post').inputValue()).toBe('')
  expect(mira.complaints).toEqual([])
})

test.each([true, false])(
  'BASE a picture is posted with what it shows, without where it was taken, script: %s',
  async (script) => {
    const one = script ? mira : noor
    const { page } = one
    await page.goto('/new?space=print-room')
    await page.getByLabel('Your post').fill(`The rust colour, ${script ? 'first' : 'second'} try.`)
    await page.getByText('Add pictures').click()
    await page
      .getByLabel('Picture', { exact: true })
      .first()
      .setInputFiles({ name: 'rust.png', mimeType: 'image/png', buffer: picture() })
    await page.getByLabel('What does it show?').first().fill('A small square of rust red')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    const shown = page.getByRole('img', { name: 'A small square of rust red' })
    await shown.waitFor()
    const file = await one.context.request.get((await shown.getAttribute('src'))!)
    expect(file.status()).toBe(200)
    expect((await file.body()).toString('latin1')).not.toContain('Lantern Street')
  },
)

test.each([true, false])(
  'BASE an answer quotes, is changed with its history kept, and leaves a line when taken back, script: %s',
  async (script) => {
    const one = script ? mira : noor
    const { page } = one
    const address = await write(
      one,
      'front-step',
      `A ladder stands in the passage, ${script ? 'since Monday' : 'since Tuesday'}.`,
    )
    await answer(jun, address, 'It is mine. I fetch it tonight.')
    await page.goto(address)
    const reply = page.getByRole('article', { name: 'Jun answers' })
    await reply.getByText('More', { exact: true }).click()
    await reply.getByRole('link', { name: 'Quote' }).click()
    const field = page.getByLabel(/^Your answer/)
    await expect.poll(() => field.inputValue()).toContain('> It is mine. I fetch it tonight.')
    await field.fill(`${await field.inputValue()}Thank you. It is a good ladder.`)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.locator('article blockquote').getByText('I fetch it tonight').waitFor()

    await more(one, address, 'Edit')
    await page.getByLabel('Your words').fill('The ladder in the passage is Jun’s.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('#post').getByText('The ladder in the passage is Jun’s.').waitFor()
    await more(one, address, 'Take it back')
    await page.getByRole('heading', { name: 'Take this post back?' }).waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('This post was taken back by who wrote it.').waitFor()
    await page.getByText('It is mine. I fetch it tonight.').first().waitFor()
    expect(await page.content()).not.toContain('The ladder in the passage')
  },
)

test('BASE a change to older words stays readable beside them', async () => {
  const { page } = mira
  await page.goto('/search?person=mira&in=posts')
  await page.locator('main h3 a').last().click()
  await page.waitForURL('**/posts/**')
  const address = bare(page)
  const before = (await page.locator('#post .words p').first().innerText()).slice(0, 40)
  await more(mira, address, 'Edit')
  await page.getByLabel('Your words').fill('It has all been said; the marrows won.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('#post').getByRole('link', { name: 'Edited' }).waitFor()
  await noor.page.goto(address)
  await noor.page.locator('#post').getByRole('link', { name: 'Edited' }).click()
  await noor.page.getByText('As it stands').waitFor()
  expect(await noor.page.locator('main').innerText()).toContain(before)
})

test('BASE a mention gives a notice, what is followed and kept is found again, and new answers are marked', async () => {
  const address = await write(
    mira,
    'repair-bench',
    'Whose is the brass lamp with the frayed flex? @noor, is it yours?',
  )
  await noor.page.goto('/notices')
  await expect
    .poll(async () => (await noor.page.reload()) && noor.page.getByText(/^Mira named you in/).count())
    .toBe(1)
  await noor.page.getByRole('link', { name: /Whose is the brass lamp/ }).click()
  await more(noor, address, 'Bookmark')
  await more(noor, address, 'Follow this thread')
  await answer(jun, address, 'It came with the piano stool.')
  await noor.page.goto('/bookmarks')
  await noor.page.getByRole('link', { name: /Whose is the brass lamp/ }).waitFor()
  await noor.page.goto('/following')
  await noor.page
    .getByRole('link', { name: /Whose is the brass lamp/ })
    .first()
    .waitFor()
  await noor.page.goto(address)
  await noor.page.getByRole('article', { name: 'Jun answers' }).getByText('New', { exact: true }).waitFor()
  expect(await mira.page.locator('article .newly').count()).toBe(0)
})

describe('BASE a steward looks after a thread', () => {
  test('pins it, closes it to answers, and moves it', async () => {
    const address = await write(mira, 'a-little-code', 'The kettle list belongs somewhere else, I think.')
    await more(jun, address, 'Pin it in its space')
    await jun.page.getByText('Pinned in A Little Code.').waitFor()
    await more(jun, address, 'Close to new answers')
    await noor.page.goto(address)
    await noor.page.getByText('This thread is closed to new answers.').waitFor()
    expect(await noor.page.getByLabel('Your answer').count()).toBe(0)
    await more(jun, address, 'Move it')
    await jun.page.getByLabel('Front Step').check()
    await jun.page.getByRole('button', { name: 'Move it' }).click()
    await noor.page.goto(address)
    await noor.page.getByText(/^Moved here from A Little Code/).waitFor()
    await noor.page.goto('/spaces/a-little-code')
    expect(await noor.page.getByText('The kettle list belongs').count()).toBe(0)
  })
})

test('BOUNDS-1 what is written without a name in Long Haul names its author nowhere', {
  timeout: 90_000,
}, async () => {
  const words = 'Since the hospital I count the stairs at night, forty one of them.'
  const author = await joinAs(await person(place.url), 'Quillon')
  await author.page.goto('/new?space=long-haul')
  await author.page.getByLabel('Your post').fill(words)
  await author.page.getByLabel(/^Just listen/).check()
  await author.page.getByLabel(/^Post without my name/).check()
  await author.page.getByRole('button', { name: 'Post', exact: true }).click()
  await author.page.waitForURL('**/posts/**')
  const address = bare(author.page)
  const id = address.split('/').pop()!
  await answer(mira, address, 'I am here, and I count too.')
  // Its author answers Mira, again without a name: she is told by notice and by letter.
  await author.page.goto(address)
  await author.page
    .getByRole('article', { name: 'Mira answers' })
    .getByRole('link', { name: 'Reply' })
    .click()
  await author.page.getByLabel('Your answer to Mira').fill('Then we are two on the stairs.')
  await author.page.getByRole('button', { name: 'Post', exact: true }).click()
  await author.page.getByRole('article').getByText('Then we are two on the stairs.').waitFor()

  const seen: Record<string, string> = {}
  const look = async (one: Person, path: string) => {
    const response = await one.context.request.get(path)
    seen[path] = await response.text()
  }
  for (const one of [mira, jun, noor]) {
    await one.page.goto(address)
    await one.page.getByText(words).first().waitFor()
    for (const path of [
      address,
      '/spaces/long-haul',
      '/lately',
      '/notices',
      '/today',
      `/search?words=${encodeURIComponent('hospital stairs')}`,
    ])
      await look(one, path)
    for (const path of [
      `/api/v1/posts/${id}`,
      `/api/v1/posts/${id}/replies`,
      '/api/v1/search?words=stairs',
      '/spaces/long-haul/feed.xml',
    ])
      await look(one, path)
    expect(Object.entries(seen).flatMap(([path, text]) => (/quillon/i.test(text) ? [path] : []))).toEqual([])
  }
  expect(seen['/lately']).toContain('count the stairs')
  expect(seen[`/search?words=${encodeURIComponent('hospital stairs')}`]).toContain('forty one of them')
  for (const path of ['/search?person=quillon', '/members/quillon']) {
    await look(mira, path)
    expect(seen[path]).not.toContain('stairs')
  }
  await mira.page.goto('/notices')
  await mira.page
    .getByText(/^A member/)
    .first()
    .waitFor()
  // Letters wait half a minute, so that words can be taken back, and tell only of what was not read here.
  await answer(noor, address, 'Counting helps me, too.')
  await author.page.goto(address)
  await author.page
    .getByRole('article', { name: 'Noor answers' })
    .getByRole('link', { name: 'Reply' })
    .click()
  await author.page.getByLabel('Your answer to Noor').fill('Then count with us.')
  await author.page.getByRole('button', { name: 'Post', exact: true }).click()
  await author.page.getByRole('article').getByText('Then count with us.').waitFor()
  const ines = await person(place.url)
  await signIn(ines, 'ines')
  await expect
    .poll(
      async () => {
        await hurry(place)
        return (await outbox(ines)).filter(({ to }) => to === 'noor@lantern.example').length
      },
      { timeout: 40_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)
  for (const { to, subject, text } of await outbox(ines))
    if (!to.startsWith('quillon')) expect(`${subject} ${text}`).not.toMatch(/quillon/i)
})
