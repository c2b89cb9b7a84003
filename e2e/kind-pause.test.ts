import { expect, test } from 'vitest'
import { usePauseSite } from './kit/pause-site.ts'
import {
  aMoment,
  form,
  HARSH,
  HARSHER,
  heading,
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
site.page('/form', form('person="Sam" thing="the rota"'))

/** Words that no request may carry before somebody sends them. */
const TOLD = /stupid|idiot|rota\./i

test('OPEN-2 one script tag beside a plain form: a message that may hurt waits, others go at once', async () => {
  const { page, requests, heardNames, complaints } = await visit(site, '/plain.html')
  await write(page, HARSH)
  await post(page)
  await expect.poll(() => heading(page).textContent()).toContain('about Sam rather than the rota')
  expect(await page.locator('kind-pause [part~="before"] mark').first().textContent()).toContain('idiot')
  expect(await page.locator('kind-pause [part~="after"] ins').first().textContent()).toBe(
    'I don’t think these weeks followed',
  )
  expect(await where(page)).toBe('heading')
  expect(requests.filter((one) => one.method() === 'POST')).toHaveLength(0)
  await page.goto('/plain.html')
  await write(page, MILD)
  await postAndGo(page)
  expect(site.posted.at(-1)?.get('answer')).toBe(MILD)
  expect(await heardNames()).toEqual(['kind-paused', 'kind-withdrawn'])
  expect(complaints).toEqual([])
})

test('OPEN-2 "Post as it is" posts at once, once, with the button that was pressed', async () => {
  const { page, heard } = await visit(site, '/form')
  const posted = site.since()
  await pauseAt(page)
  await press(page, 'Post as it is')
  await page.waitForURL('**/answers')
  expect(posted().map(String)).toEqual([String(new URLSearchParams({ answer: HARSH, as: 'post' }))])
  expect(await heard()).toEqual([
    { name: 'kind-paused', detail: { attribute: 'insult', reader: 'quick', suggestion: false } },
    { name: 'kind-sent-anyway', detail: { attribute: 'insult', reader: 'quick', suggestion: false } },
  ])
})

test('OPEN-2 the same words are asked about once, other words again', async () => {
  const { page, heardNames } = await visit(site, '/form')
  await pauseAt(page)
  await press(page, 'Edit')
  expect(await where(page)).toBe('answer')
  expect(await panel(page).count()).toBe(0)
  await pauseAt(page, HARSHER)
  await press(page, 'Edit')
  const posted = site.since()
  await postAndGo(page)
  expect(posted().map((one) => one.get('answer'))).toEqual([HARSHER])
  expect(await heardNames()).toEqual(['kind-paused', 'kind-paused', 'kind-sent-anyway'])
})

test('OPEN-2 a double click does not post past the panel', async () => {
  const { page } = await visit(site, '/form')
  await write(page, HARSH)
  const posted = site.since()
  await page.locator('#post').dblclick()
  await page.waitForTimeout(300)
  expect(posted()).toEqual([])
  expect(await heading(page).count()).toBe(1)
})

test('OPEN-2 "Use these words" is one edit: undo brings the draft back exactly, and nothing asks about them again', async () => {
  const { page, heard } = await visit(site, '/form')
  const draft = `Beds 4\nand 5 are dry. ${HARSH}`
  await pauseAt(page, draft)
  await press(page, 'Use these words')
  const kinder = draft.replace('you are a stupid idiot and never read', 'I don’t think these weeks followed')
  expect(await value(page)).toBe(kinder)
  expect(await where(page)).toBe('answer')
  await page.keyboard.press('Control+z')
  expect(await value(page)).toBe(draft)
  await page.keyboard.press('Control+Shift+z')
  expect(await value(page)).toBe(kinder)
  await postAndGo(page)
  expect(site.posted.at(-1)?.get('answer')?.replaceAll('\r\n', '\n')).toBe(kinder)
  expect((await heard()).at(-1)).toEqual({
    name: 'kind-changed',
    detail: { attribute: 'insult', reader: 'quick', suggestion: true },
  })
})

test('OPEN-2 Escape goes back to the draft, where the caret was', async () => {
  const { page } = await visit(site, '/form')
  await write(page, HARSH)
  await page
    .locator('#answer')
    .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 11, 'backward'))
  await postAndPause(page)
  await page.keyboard.press('Escape')
  expect(await panel(page).count()).toBe(0)
  expect(await where(page)).toBe('answer')
  const caret = await page
    .locator('#answer')
    .evaluate((field: HTMLTextAreaElement) => [
      field.selectionStart,
      field.selectionEnd,
      field.selectionDirection,
    ])
  expect(caret).toEqual([6, 11, 'backward'])
})

test('OPEN-2 everything is there by keyboard alone', async () => {
  const { page } = await visit(site, '/form')
  await write(page, HARSH)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await heading(page).waitFor()
  expect(await where(page)).toBe('heading')
  const seen: string[] = []
  for (let at = 0; at < 7; at++) {
    await page.keyboard.press('Tab')
    seen.push(
      await page.evaluate(() => {
        const root = document.querySelector('kind-pause')?.shadowRoot
        return root?.activeElement?.textContent ?? ''
      }),
    )
  }
  expect(seen).toEqual([
    'Use these words',
    'Edit',
    'Post as it is',
    'Other wordings',
    'Other ways',
    'Why this?',
    'Not helpful',
  ])
  // No single letter does anything.
  for (const letter of 'eponuwk') await page.keyboard.press(letter)
  expect(await heading(page).count()).toBe(1)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  expect(await page.locator('kind-pause .why').isVisible()).toBe(true)
  expect((await page.locator('kind-pause .why').textContent())?.split(/\s+/).length).toBeLessThanOrEqual(60)
  await page.keyboard.press('Escape')
  expect(await where(page)).toBe('answer')
})

test('OPEN-2 no request carries the draft before it is posted, and no event ever', async () => {
  const { page, requests, heard } = await visit(site, '/form')
  await pauseAt(page)
  await press(page, 'Use these words')
  await page.keyboard.press('Control+z')
  await pauseAt(page, HARSHER)
  await press(page, 'Not helpful')
  await page.waitForTimeout(300)
  for (const request of requests) {
    expect(decodeURIComponent(request.url())).not.toMatch(TOLD)
    expect(request.postData() ?? '').not.toMatch(TOLD)
    expect(request.method()).toBe('GET')
  }
  expect(new Set(requests.map((one) => new URL(one.url()).pathname))).toEqual(
    new Set(['/form', '/page.css', '/kind-pause.js', '/other-words.js', '/quick.bin']),
  )
  for (const { detail } of await heard()) {
    expect(Object.keys(detail).sort()).toEqual(['attribute', 'reader', 'suggestion'])
    expect(JSON.stringify(detail)).not.toMatch(TOLD)
  }
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(kept).toContain('kind-pause')
  expect(kept).not.toMatch(/stupid|idiot|liar|nobody/i)
})

test('OPEN-2 "Not helpful" says thanks, keeps the message, and rests for words like these on this device', async () => {
  const { page } = await visit(site, '/form')
  await pauseAt(page)
  await press(page, 'Not helpful')
  await expect
    .poll(() => heading(page).textContent())
    .toBe('Thanks. You won’t see this for words like these.')
  expect(await where(page)).toBe('heading')
  await press(page, 'Post as it is')
  await page.waitForURL('**/answers')
  expect(site.posted.at(-1)?.get('answer')).toBe(HARSH)
  await page.goto('/form')
  await write(page, `Again. ${HARSH}`)
  await postAndGo(page)
  await page.goto('/form')
  await pauseAt(page, 'I will find you and I will kill you.')
})

test('OPEN-2 without its model the form goes its way', async () => {
  const { page } = await visit(site, '/form')
  await page.route('**/quick.bin', (route) => route.abort())
  await page.locator('#answer').fill(HARSH)
  const posted = site.since()
  await postAndGo(page)
  expect(posted().map(String)).toEqual([String(new URLSearchParams({ answer: HARSH, as: 'post' }))])
})

test('OPEN-2 while its model is on the way the form waits no longer than a blink', async () => {
  const { page } = await visit(site, '/form')
  await page.route('**/quick.bin', () => {})
  await page.locator('#answer').fill(HARSH)
  const began = Date.now()
  await postAndGo(page)
  expect(Date.now() - began).toBeLessThan(2000)
  expect(site.posted.at(-1)?.get('as')).toBe('post')
})

test('OPEN-2 what is given up while it is read is not sent, and the next message goes as ever', async () => {
  const { page } = await visit(site, '/form')
  await page.route('**/quick.bin', () => {})
  await page.locator('#answer').fill(HARSH)
  const posted = site.since()
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('#post')?.click()
    document.querySelector('form')?.reset()
  })
  await aMoment(page)
  expect(posted()).toEqual([])
  await page.locator('#answer').fill(MILD)
  await postAndGo(page)
  expect(posted().length).toBe(1)
})

test('OPEN-2 where its page asks for it, `hold` keeps a message that cannot be read, with a way to try again', async () => {
  site.page('/hold', form('hold'))
  const { page } = await visit(site, '/hold')
  let broken = true
  await page.route('**/quick.bin', (route) => (broken ? route.abort() : route.continue()))
  await page.locator('#answer').fill(HARSH)
  const posted = site.since()
  await post(page)
  await expect.poll(() => heading(page).textContent()).toContain('was not sent')
  expect(posted()).toEqual([])
  await aMoment(page)
  broken = false
  await press(page, 'Try again')
  await expect.poll(() => heading(page).textContent()).toContain('about the person rather than the matter')
  await press(page, 'Post as it is')
  await page.waitForURL('**/answers')
  expect(posted()).toHaveLength(1)
})

test('OPEN-2 typing on closes the panel; "Keep it for now" goes back and sends nothing', async () => {
  const { page, heardNames } = await visit(site, '/form')
  await pauseAt(page)
  await page.locator('#answer').press('End')
  await page.keyboard.type(' Really.')
  expect(await panel(page).count()).toBe(0)
  await postAndPause(page)
  await panel(page).getByText('Other ways').click()
  await press(page, 'Keep it for now')
  expect(await where(page)).toBe('answer')
  expect(await value(page)).toBe(`${HARSH} Really.`)
  expect((await heardNames()).at(-1)).toBe('kind-withdrawn')
})
