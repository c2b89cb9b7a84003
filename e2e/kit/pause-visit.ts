import type { Page, Request } from 'playwright-core'
import { afterAll } from 'vitest'
import { type Person, type PersonOptions, person } from './browser.ts'
import type { PauseSite } from './pause-site.ts'

export const HARSH = 'Sam, you are a stupid idiot and never read the rota.'
export const HARSHER = 'You are a stupid idiot, you liar, nobody wants you here.'
export const MILD = 'Thanks, Sam. Beds 4 and 5 stood dry for nine days.'
/** What `HARSH` becomes by the first suggestion of the test site. */
export const KINDER = 'Sam, I don’t think these weeks followed the rota.'

/** A form as any site has it, with the element beside its field. */
export const form = (looks = '', ways = ''): string => `<form action="/answers" method="post">
<label for="answer">Your answer</label><textarea id="answer" name="answer" rows="5"></textarea>
<kind-pause for="answer" ${looks}>${ways}</kind-pause>
<button type="submit" name="as" value="post" id="post">Post</button></form>`

/** What was told to the page. */
export interface Heard {
  name: string
  detail: Record<string, unknown>
}

export interface Visit extends Person {
  requests: Request[]
  /** What the page was told, on every page that opened since. */
  heard(): Promise<Heard[]>
  heardNames(): Promise<string[]>
}

const opened: Person[] = []
afterAll(() => Promise.all(opened.splice(0).map(({ context }) => context.close())))

/** Somebody on the site. */
export async function visit(site: PauseSite, path: string, options: PersonOptions = {}): Promise<Visit> {
  const someone = await person(site.url, options)
  opened.push(someone)
  const requests: Request[] = []
  someone.page.on('request', (request) => requests.push(request))
  // In the page's own memory: what is told as a page is left would not reach this process.
  await someone.page.addInitScript(() => {
    for (const name of ['paused', 'changed', 'sent-anyway', 'withdrawn'])
      addEventListener(`kind-${name}`, ({ type, detail }: Event & { detail?: unknown }) => {
        const told = JSON.parse(sessionStorage.getItem('told') ?? '[]')
        sessionStorage.setItem('told', JSON.stringify([...told, { name: type, detail }]))
      })
  })
  await someone.page.goto(path)
  const heard = async (): Promise<Heard[]> =>
    JSON.parse((await someone.page.evaluate(() => sessionStorage.getItem('told'))) ?? '[]')
  const heardNames = async () => (await heard()).map(({ name }) => name)
  return { ...someone, requests, heard, heardNames }
}

export const panel = (page: Page) => page.locator('kind-pause [part~="panel"]')
export const heading = (page: Page) => page.locator('kind-pause [part~="heading"]')
export const press = (page: Page, name: string) =>
  panel(page).getByRole('button', { name, exact: true }).click()
export const value = (page: Page, field = '#answer') => page.locator(field).inputValue()

/** Writes, with the model there as it is once somebody has written for a second. */
export async function write(page: Page, text: string, field = '#answer'): Promise<void> {
  const model = page.waitForResponse(/quick\.bin/).catch(() => undefined)
  await page.locator(field).focus()
  if (
    !(await page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('quick.bin')),
    ))
  )
    await model
  await page.locator(field).fill(text)
  await page.waitForTimeout(150)
}

export const post = (page: Page) => page.getByRole('button', { name: 'Post', exact: true }).click()

/** Posts what goes at once. */
export async function postAndGo(page: Page): Promise<void> {
  await post(page)
  await page.waitForURL('**/answers')
}

/** Posts what is asked about. */
export async function postAndPause(page: Page): Promise<void> {
  await post(page)
  await heading(page).waitFor()
}

export async function pauseAt(page: Page, text = HARSH): Promise<void> {
  await write(page, text)
  await postAndPause(page)
}

/** The second press of a double click is no answer: a person takes longer. */
export const aMoment = (page: Page) => page.waitForTimeout(650)

export const where = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.getAttribute('part') ?? at?.id ?? ''
  })
