import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver } from '../../test/kit/notices.ts'
import { API_ROOT } from '../foundation/index.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
})
afterAll(() => place?.close())

interface Page {
  items: { id: string; kind: string; text: string; isNew: boolean; path: string }[]
  next: string | null
}
const read = async (query = ''): Promise<Page> =>
  (await place.as(noor).get(`${API_ROOT}/notices${query}`)).json() as Promise<Page>

test('the API tells what the page tells, page by page, and is told what was seen', async () => {
  const garden = await place.space('garden')
  for (const title of ['First frost', 'Late beans', 'Seed swap'])
    await place.reply(mira, await place.post(noor, garden, { title }))
  await deliver(place.house)
  const { items, next } = await read()
  expect(items.filter((line) => line.kind === 'answers').map((line) => line.text)).toEqual([
    'Mira answered you in Seed swap',
    'Mira answered you in Late beans',
    'Mira answered you in First frost',
  ])
  expect(items.every((line) => line.isNew)).toBe(true)
  expect(next).toBeNull()
  const after = await read(`?cursor=${items[0]!.id}`)
  expect(after.items[0]!.text).toBe('Mira answered you in Late beans')
  const seen = await place.as(noor).json('POST', `${API_ROOT}/notices/seen`, { upTo: items[2]!.id })
  expect(seen.status).toBe(204)
  expect((await read()).items.filter((line) => line.kind === 'answers').map((line) => line.isNew)).toEqual([
    true,
    true,
    false,
  ])
})

test('choices are read and changed; a kind that is not there is refused', async () => {
  const path = `${API_ROOT}/notices/settings`
  const changed = await place.as(noor).json('PATCH', path, { kinds: { mentions: 'mail' }, digest: 'none' })
  expect(changed.status).toBe(204)
  const settings = (await (await place.as(noor).get(path)).json()) as {
    kinds: { kind: string; channel: string }[]
    digest: string
  }
  expect(settings.digest).toBe('none')
  expect(settings.kinds.find((one) => one.kind === 'mentions')!.channel).toBe('mail')
  expect(settings.kinds.map((one) => one.kind)).not.toContain('newcomers')
  expect((await place.as(noor).json('PATCH', path, { kinds: { newcomers: 'mail' } })).status).toBe(422)
  expect((await place.as(noor).json('PATCH', path, { kinds: { mentions: 'loudly' } })).status).toBe(422)
})
