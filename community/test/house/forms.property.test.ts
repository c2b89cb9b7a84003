import fc from 'fast-check'
import type { Selectable } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tables } from '../../src/foundation/index.ts'
import { addressFor, type Kind, kinds, type LivedIn, makeLivedIn, pageRoutes } from '../kit/lived-in.ts'
import { fillIn, givenForm, overflowing, passwordSent, type SentForm } from '../kit/odd-forms.ts'
import { formsOf, type PageField } from '../kit/page-forms.ts'
import { escaped, expectKindRefusal } from '../kit/refusals.ts'

const ENDURE = Boolean(process.env.KINDLING_ENDURE)

let livedIn: LivedIn
let routes: string[]
let ids: string[]
let sessions: Selectable<Tables['sessions']>[]
/** What pages ask for, by the route that takes it. */
const forms = new Map<string, Map<string, PageField>>()

/** Fields of addresses that no page of this place happens to show. */
const anywhere: PageField[] = [
  ...['body', 'name', 'reason', 'token', 'code', 'email', 'whom', 'words'].map((name) => ({
    name,
    kind: 'text' as const,
    values: [],
  })),
  ...['post', 'reply', 'to', 'seen', 'choice', 'answer', 'then', 'do'].map((name) => ({
    name,
    kind: 'hidden' as const,
    values: ['1'],
  })),
]

function learn(path: string, html: string): void {
  for (const { action, fields } of formsOf(html, path)) {
    const target = action.split('?')[0]!
    const route = routes.find((one) => new RegExp(`^${one.replace(/:\w+/g, '[^/]+')}$`).test(target))
    if (!route) continue
    const known = forms.get(route) ?? new Map<string, PageField>()
    forms.set(route, known)
    for (const field of fields)
      known.set(field.name, { ...field, values: [...(known.get(field.name)?.values ?? []), ...field.values] })
  }
}

async function readPages(kind: Kind): Promise<void> {
  const { place, people } = livedIn
  for (const route of pageRoutes(place, 'GET').filter((one) => !/^\/(live|assets|files)/.test(one))) {
    for (const choose of kind === 'visitor' ? [0] : [0, 1]) {
      const asked = /^\/(thank|report)$/.test(route) ? `?post=${livedIn.ids.others}` : ''
      const path = addressFor(livedIn, route, choose) + asked
      const answer = await place.as(people[kind]).get(path)
      expect(answer.status, `GET ${path}`).toBeLessThan(500)
      if (answer.status < 300) learn(path, await answer.text())
    }
  }
}

beforeAll(async () => {
  livedIn = await makeLivedIn()
  routes = pageRoutes(livedIn.place, 'POST')
  ids = Object.values(livedIn.ids)
  sessions = await livedIn.place.house.db.selectFrom('sessions').selectAll().execute()
  for (const kind of ['visitor', 'member', 'administrator'] as const) await readPages(kind)
}, 60_000)
afterAll(() => livedIn?.close())

/** Undoes what would hide the next answer: limits, and a sign-in that has ended or is no longer of just now. */
async function putBack(): Promise<void> {
  const { db, clock } = livedIn.place.house
  clock.forward(1_000)
  await db.deleteFrom('limits').execute()
  const now = clock.now()
  await db
    .insertInto('sessions')
    .values(sessions.map((one) => ({ ...one, created_at: now })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ created_at: now }))
    .execute()
}

async function sender(route: string, kind: Kind) {
  const { place, people } = livedIn
  // Who leaves is gone for everything that comes after.
  if (kind !== 'visitor' && route === '/settings/sign-in/leave') return place.as(await place.member('Leaver'))
  return place.as(people[kind])
}

const fieldsOf = (route: string) => [...(forms.get(route)?.values() ?? anywhere)]

async function send(route: string, kind: Kind, path: string, form: SentForm): Promise<Response> {
  await putBack()
  const asked = `POST ${path} by ${kind}`
  const answer = await (await sender(route, kind)).request(path, {
    method: 'POST',
    body: form.body,
    headers: form.type ? { 'content-type': form.type } : {},
  })
  expect(answer.status, asked).toBeLessThan(500)
  expect(JSON.stringify([...answer.headers]), asked).not.toContain(passwordSent)
  return answer
}

async function check(
  route: string,
  path: string,
  answer: Response,
  form: SentForm,
  asked: string,
): Promise<void> {
  if (answer.status < 400) {
    expect(await answer.text(), asked).not.toContain(passwordSent)
    return
  }
  const html = await expectKindRefusal(answer, asked)
  expect(html, asked).not.toContain(passwordSent)
  if (answer.status !== 422 || !form.whole || !forms.has(route)) return
  // A step of a case asks for one of two texts. A page without the form would have lost them all, and is found.
  const shown = formsOf(html, path).find(({ action }) => action.split('?')[0] === path)
  for (const { name, keep } of form.fields) {
    if (!keep || (shown && !shown.fields.some((field) => field.name === name))) continue
    expect(html.includes(escaped(keep)), `${asked} keeps ${keep}`).toBe(true)
    expect(html.includes(keep), `${asked} escapes ${keep}`).toBe(false)
  }
}

test('the pages of a place were read for their forms', () => {
  expect(forms.size).toBeGreaterThan(30)
  expect([...(forms.get('/join')?.keys() ?? [])]).toEqual(
    expect.arrayContaining(['name', 'email', 'password', 'agree']),
  )
})

test.each(kinds)(
  'far too much in every field of every form, by a %s, is refused in a sentence and comes back',
  async (kind) => {
    const wrong: string[] = []
    for (const route of routes) {
      const path = addressFor(livedIn, route)
      const form = overflowing(fieldsOf(route))
      const answer = await send(route, kind, path, form)
      await check(route, path, answer, form, `POST ${path} by ${kind}`).catch((error: Error) =>
        wrong.push(error.message.split('\n')[0]!),
      )
    }
    expect(wrong).toEqual([])
  },
  30_000,
)

const call = fc.record({
  route: fc.nat(10_000),
  kind: fc.constantFrom(...kinds),
  choose: fc.nat(20),
  stray: fc.boolean(),
  form: givenForm,
})

test(
  'whatever a form holds, no answer is an error of ours, every refusal is a page with a sentence, and words are kept',
  async () => {
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(call, async ({ route: number, kind, choose, stray, form: given }) => {
        const route = routes[number % routes.length]!
        const fitting = addressFor(livedIn, route, choose)
        const path =
          stray && choose % 4 === 0
            ? route.replace(/:\w+/g, () => ids[(choose + number) % ids.length]!)
            : fitting
        const form = fillIn(fieldsOf(route), ids, given)
        const answer = await send(route, kind, path, form)
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
        await check(route, path, answer, form, `POST ${path} by ${kind} (${given.shape})`)
      }),
      { numRuns: ENDURE ? 10_000 : 400 },
    )
    // Otherwise the forms would only knock at the door.
    for (const status of [303, 401, 403, 404, 415, 422]) expect([...seen.keys()]).toContain(status)
  },
  ENDURE ? 1_800_000 : 60_000,
)
