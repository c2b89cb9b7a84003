import { beforeAll, expect, test } from 'vitest'
import { PAGE_POLICY } from '../community/src/foundation/http/guard.ts'
import type { KindPause } from '../pause/src/index.ts'
import { installFrameworks } from './kit/frameworks.ts'
import { usePauseSite } from './kit/pause-site.ts'
import {
  aMoment,
  form,
  HARSH,
  HARSHER,
  heading,
  KINDER,
  MILD,
  panel,
  pauseAt,
  post,
  postAndGo,
  postAndPause,
  press,
  value,
  visit,
  where,
  write,
} from './kit/pause-visit.ts'

const site = usePauseSite()
// Here and not while a page waits for its script: it may take a minute.
beforeAll(installFrameworks)

test('OPEN-2 wrapped around a form, and a button that only keeps a draft goes freely', async () => {
  site.page(
    '/wrapped',
    `<kind-pause><form action="/answers" method="post"><label for="title">Title</label><input id="title" name="title">
<label for="answer">Your answer</label><textarea id="answer" name="answer"></textarea>
<button type="submit" id="post" name="as" value="post">Post</button>
<button type="submit" id="draft" name="as" value="draft" data-kind-pause="off">Keep as a draft</button></form></kind-pause>`,
  )
  const { page } = await visit(site, '/wrapped')
  await write(page, MILD)
  await page.locator('#title').fill(HARSH)
  // Enter in a field presses the first button.
  await page.locator('#title').press('Enter')
  await heading(page).waitFor()
  await press(page, 'Edit')
  expect(await where(page)).toBe('title')
  await page.locator('#title').fill(HARSHER)
  await page.locator('#draft').click()
  await page.waitForURL('**/answers')
  expect(String(site.posted.at(-1))).toBe(
    String(new URLSearchParams({ title: HARSHER, answer: MILD, as: 'draft' })),
  )
})

test('OPEN-2 an editable element: its page asks, and undo works there as well', async () => {
  site.page(
    '/editable',
    `<p id="label">Your answer</p><kind-pause><div id="answer" contenteditable="true" role="textbox" aria-multiline="true" aria-labelledby="label"></div></kind-pause>
<button type="button" id="post">Post</button><ul id="posted"></ul>`,
    {
      script: `document.querySelector('#post').addEventListener('click', async () => {
  const answer = await document.querySelector('kind-pause').ask()
  document.querySelector('#posted').append(Object.assign(document.createElement('li'), { textContent: answer }))
})`,
    },
  )
  const { page } = await visit(site, '/editable')
  await page.locator('#answer').focus()
  await page.waitForResponse(/quick\.bin/)
  await page.keyboard.type('Beds 4 and 5 are dry.')
  await page.keyboard.press('Enter')
  await page.keyboard.type(HARSH)
  const markup = () => page.locator('#answer').innerHTML()
  const before = await markup()
  await postAndPause(page)
  expect(await page.locator('kind-pause').evaluate((element) => (element as KindPause).readBy)).toBe('quick')
  await press(page, 'Use these words')
  expect(await page.locator('#answer').innerText()).toContain('I don’t think these weeks followed the rota.')
  expect(await where(page)).toBe('answer')
  await page.keyboard.press('Control+z')
  expect(await markup()).toBe(before)
  await post(page)
  expect(await page.locator('#posted').innerText()).toBe('edit\nsend')
})

test.each([
  ['React: a controlled textarea takes the words, undoes them, and hears of one submit', '/react.html'],
  ['Vue: v-model follows, and `ask` stands before what is sent by script', '/vue.html'],
])('OPEN-2 beside %s', async (_, path) => {
  const { page, complaints } = await visit(site, path)
  const list = page.locator('li')
  await pauseAt(page)
  expect(await list.count()).toBe(0)
  await press(page, 'Use these words')
  expect(await value(page)).toBe(KINDER)
  await page.keyboard.press('Control+z')
  expect(await value(page)).toBe(HARSH)
  await page.keyboard.press('Control+Shift+z')
  await post(page)
  await expect.poll(() => list.allTextContents()).toEqual([KINDER])
  expect(await value(page)).toBe('')
  await pauseAt(page, HARSHER)
  await press(page, 'Post as it is')
  await expect.poll(() => list.allTextContents()).toEqual([KINDER, HARSHER])
  expect(complaints).toEqual([])
})

test('OPEN-2 its page puts its own ways under "Other ways", its own words, its own colours', async () => {
  site.page(
    '/own',
    form('word-send="Send it anyway"').replace(
      '></kind-pause>',
      '><button slot="ways" type="button" id="private">Talk with Sam privately</button><button slot="ways" type="submit" name="as" value="draft" id="keep">Keep as a draft</button></kind-pause>',
    ),
    {
      script: `document.querySelector('kind-pause').words = { headings: { insult: 'A sentence of our own.' } }`,
    },
  )
  const { page, heardNames } = await visit(site, '/own')
  await pauseAt(page)
  expect(await heading(page).textContent()).toBe('A sentence of our own.')
  expect(await panel(page).getByRole('button', { name: 'Send it anyway' }).count()).toBe(1)
  await page
    .locator('kind-pause')
    .evaluate((element) => element.style.setProperty('--kind-pause-sheet', 'rgb(1, 2, 3)'))
  expect(await panel(page).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(1, 2, 3)',
  )
  await panel(page).getByText('Other ways').click()
  expect(await panel(page).getByText('Keep it for now').isVisible()).toBe(false)
  await page.locator('#private').click()
  expect(await panel(page).count()).toBe(0)
  await pauseAt(page, HARSHER)
  await panel(page).getByText('Other ways').click()
  await page.locator('#keep').click()
  await page.waitForURL('**/answers')
  expect(site.posted.at(-1)?.get('as')).toBe('draft')
  expect(await heardNames()).toEqual(['kind-paused', 'kind-withdrawn', 'kind-paused', 'kind-withdrawn'])
})

test('OPEN-2 a site that serves worker and model has the careful reader asked, and is told which read', async () => {
  const places = 'src="/small/quick.bin" careful-src="/small/careful.bin" worker-src="/careful-worker.js"'
  site.page('/careful', form(places), { policy: PAGE_POLICY })
  const { page, complaints } = await visit(site, '/careful')
  await write(page, MILD)
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1)
  const reader = () =>
    page.locator('kind-pause').evaluate(async (element: KindPause) => {
      await element.check()
      return element.readBy
    })
  await expect.poll(reader, { timeout: 10_000 }).toBe('careful')
  await page.locator('kind-pause').evaluate((element: KindPause) => element.setAttribute('reader', 'quick'))
  expect(await reader()).toBe('quick')
  await page.locator('kind-pause').evaluate((element: KindPause) => element.removeAttribute('reader'))
  await post(page)
  // What this small model makes of it is no matter; it goes, with the button that was pressed.
  await Promise.race([page.waitForURL('**/answers'), heading(page).waitFor()])
  if (!page.url().endsWith('/answers')) await press(page, 'Post as it is')
  await page.waitForURL('**/answers')
  expect(String(site.posted.at(-1))).toBe(String(new URLSearchParams({ answer: MILD, as: 'post' })))
  expect(complaints).toEqual([])
})

test('OPEN-2 with the careful reader there, a message that is not asked about is sent again with its button', async () => {
  const places = 'src="/small/quick.bin" careful-src="/small/never-asked.bin" worker-src="/careful-worker.js"'
  site.page('/sure', form(places), { policy: PAGE_POLICY })
  const { page } = await visit(site, '/sure')
  await page.locator('kind-pause').evaluate((element: KindPause) => {
    element.rules.rule = () => false
  })
  await write(page, MILD)
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1)
  // Ready, not only begun.
  await aMoment(page)
  await post(page)
  await page.waitForURL('**/answers')
  expect(site.posted.at(-1)?.get('as')).toBe('post')
})

test('OPEN-2 two fields of one form, each with its own: both are asked about, and it is sent once', async () => {
  site.page(
    '/two',
    `<form action="/answers" method="post"><label for="one">One</label><textarea id="one" name="one"></textarea><kind-pause for="one"></kind-pause>
<label for="answer">Two</label><textarea id="answer" name="two"></textarea><kind-pause for="answer"></kind-pause>
<button type="submit" id="post">Post</button></form>`,
  )
  const { page } = await visit(site, '/two')
  await write(page, HARSH)
  await page.locator('#one').fill(HARSHER)
  const posted = site.since()
  await postAndPause(page)
  await press(page, 'Post as it is')
  await expect.poll(() => page.locator('kind-pause').last().getAttribute('open')).toBe('')
  expect(await heading(page).count()).toBe(1)
  await press(page, 'Post as it is')
  await page.waitForURL('**/answers')
  expect(posted().map((one) => [one.get('one'), one.get('two')])).toEqual([[HARSHER, HARSH]])
})

test('OPEN-2 inside of a dialog and of another element: Escape leaves the panel, not the dialog', async () => {
  site.page('/inside', '<form-in-a-dialog></form-in-a-dialog>', {
    script: `customElements.define('form-in-a-dialog', class extends HTMLElement {
  connectedCallback() {
    const make = (tag, looks, ...content) => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(looks)) made.setAttribute(name, value)
      made.append(...content)
      return made
    }
    const dialog = make('dialog', {}, make('form', { action: '/answers', method: 'post' },
      make('label', { for: 'answer' }, 'Your answer'), make('textarea', { id: 'answer', name: 'answer' }),
      make('kind-pause', { for: 'answer' }), make('button', { id: 'post' }, 'Post'),
      make('button', { id: 'cancel', formmethod: 'dialog' }, 'Cancel')))
    this.attachShadow({ mode: 'open' }).append(dialog)
    dialog.showModal()
  }
})`,
  })
  const { page } = await visit(site, '/inside')
  await pauseAt(page)
  await page.keyboard.press('Escape')
  expect(await panel(page).count()).toBe(0)
  expect(await page.locator('dialog').getAttribute('open')).toBe('')
  expect(await where(page)).toBe('answer')
  await page.locator('#answer').fill(HARSHER)
  await page.locator('#cancel').click()
  expect(await page.locator('dialog').getAttribute('open')).toBe(null)
  expect(await panel(page).count()).toBe(0)
})

test('OPEN-2 `check` reads for the page, and `when="asked"` leaves its forms alone', async () => {
  site.page('/asked', form('when="asked"'))
  const { page } = await visit(site, '/asked')
  await write(page, HARSH)
  const check = () =>
    page.locator('kind-pause').evaluate(async (element: KindPause) => {
      const { pause, reading } = await element.check()
      return [pause, reading?.why.attribute ?? null]
    })
  expect(await check()).toEqual([true, 'insult'])
  expect(await panel(page).count()).toBe(0)
  await page.locator('#answer').fill(MILD)
  expect(await check()).toEqual([false, null])
  await page.locator('#answer').fill(HARSH)
  await postAndGo(page)
})

test('OPEN-2 in German where its page names the language, and in English, said to be English, where we have none', async () => {
  site.page('/de', form('languages="de" thing="den Plan"'), { lang: 'de-AT' })
  site.page('/he', form(), { lang: 'he', dir: 'rtl' })
  const { page } = await visit(site, '/de')
  await write(page, 'Du bist ein verdammter Idiot, halt endlich die Fresse.')
  await page.waitForTimeout(500)
  await postAndPause(page)
  expect(await heading(page).textContent()).toMatch(/^Manche/)
  expect(await panel(page).getAttribute('lang')).toBe(null)
  await page.goto('/he')
  await pauseAt(page)
  expect(await panel(page).getAttribute('lang')).toBe('en')
  expect(await panel(page).getAttribute('dir')).toBe('ltr')
})

test('OPEN-2 as it is shipped: its own suggestions, made on the device, are sent without another question', async () => {
  site.page('/as-shipped', form(), { from: '/as-shipped' })
  const { page, requests, complaints } = await visit(site, '/as-shipped')
  const draft = 'You are an idiot. The rota is wrong.'
  await pauseAt(page, draft)
  expect(await panel(page).locator('[part~="after"]').count()).toBeGreaterThan(0)
  await panel(page).getByRole('button', { name: 'Use these words' }).first().click()
  const kinder = await value(page)
  expect(kinder).toContain('rota')
  expect(kinder).not.toMatch(/idiot/)
  await page.keyboard.press('Control+z')
  expect(await value(page)).toBe(draft)
  await page.keyboard.press('Control+Shift+z')
  await postAndGo(page)
  expect(site.posted.at(-1)?.get('answer')).toBe(kinder)
  const paths = requests.map((one) => new URL(one.url()).pathname)
  expect(paths).toContain('/as-shipped/other-words.js')
  expect(complaints).toEqual([])
})
