import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { API_ROOT, MemoryFiles, PICTURE_BYTES } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'

const files = new MemoryFiles()
let place: TestApp
let mira: TestMember
let noor: TestMember
let garden: Space
let photo: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  place = await makeTestApp({ parts: { files } })
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  garden = await place.space('garden', { visibility: 'members' })
  photo = new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2a594f' } })
      .withExif({ IFD0: { Make: 'Shutterbox' } })
      .jpeg()
      .toBuffer(),
  )
})
afterAll(() => place?.close())

type Parts = Record<string, string | Uint8Array<ArrayBuffer>>

function send(who: TestMember | undefined, method: string, path: string, entry: unknown, parts: Parts) {
  const body = new FormData()
  if (entry !== undefined) body.set('entry', JSON.stringify(entry))
  for (const [name, value] of Object.entries(parts))
    body.set(name, typeof value === 'string' ? value : new File([value], 'photo.jpg', { type: 'image/jpeg' }))
  // Nothing here is a button pressed twice.
  place.house.clock.forward(61_000)
  return place.as(who).request(API_ROOT + path, { method, body })
}
const pictures = (html: string) =>
  [...html.matchAll(/<img src="\/files\/([0-9a-f-]{36})" alt="([^"]*)"/g)].map(([, id, alt]) => ({ id, alt }))
const entryOf = async (answer: Response) => (await answer.json()) as { id: string; html: string }
const problemOf = async (answer: Response) => {
  const { code, errors } = (await answer.json()) as { code: string; errors?: Record<string, string> }
  return [answer.status, code, ...Object.keys(errors ?? {})]
}
const beans = { space: 'garden', title: 'Beans', body: 'Two trays.' }

test('a post comes with pictures, each with what it shows; nothing of the camera is left in them', async () => {
  expect(Buffer.from(photo).includes('Shutterbox')).toBe(true)
  const answer = await send(mira, 'POST', '/posts', beans, {
    picture1: photo,
    alt1: 'Two seed "trays"',
    picture2: photo,
    shows2: 'decorative',
    picture3: photo,
    shows3: 'unknown',
  })
  expect(answer.status).toBe(201)
  const shown = pictures((await entryOf(answer)).html)
  expect(shown.map(({ alt }) => alt)).toEqual([
    'Two seed &quot;trays&quot;',
    '',
    'A picture without a description',
  ])
  const file = await place.as(noor).get(`/files/${shown[0]!.id}`)
  expect(file.status).toBe(200)
  expect(Buffer.from(await file.arrayBuffer()).includes('Shutterbox')).toBe(false)
  expect((await place.as(undefined).get(`/files/${shown[0]!.id}`)).status).toBe(404)
})

test('a reply comes with a picture alone, and a change adds one, up to four', async () => {
  const post = await place.post(mira, garden)
  const answer = await send(
    noor,
    'POST',
    `/posts/${post}/replies`,
    { body: '' },
    {
      picture1: photo,
      alt1: 'Mine',
    },
  )
  const reply = await entryOf(answer)
  expect([answer.status, pictures(reply.html).length]).toEqual([201, 1])
  const both = { picture1: photo, alt1: 'Later' }
  const changed = await send(mira, 'PATCH', `/posts/${post}`, { body: 'Seen here.' }, both)
  expect(pictures((await entryOf(changed)).html).map(({ alt }) => alt)).toEqual(['Later'])
  const four = Object.fromEntries(
    [1, 2, 3, 4].flatMap((one) => [
      [`picture${one}`, photo],
      [`shows${one}`, 'decorative'],
    ]),
  )
  const body = `![Mine](/files/${pictures(reply.html)[0]!.id})`
  expect(await problemOf(await send(noor, 'PATCH', `/replies/${reply.id}`, { body }, four))).toEqual([
    422,
    'pictures_too_many',
    'pictures',
  ])
})

test('what does not fit is refused by name, and no picture is kept', async () => {
  const before = files.kept.size
  const cases: [unknown, Parts, unknown[]][] = [
    [beans, { picture1: photo }, [422, 'picture_undescribed', 'alt1']],
    [beans, { picture2: photo, alt2: '  ' }, [422, 'picture_undescribed', 'alt2']],
    [beans, { alt3: 'Mine' }, [422, 'picture_missing', 'picture3']],
    [beans, { picture5: photo }, [422, 'invalid', 'picture5']],
    [beans, { picture1: 'photo.jpg', alt1: 'Mine' }, [422, 'invalid', 'picture1']],
    [beans, { picture1: photo, shows1: 'nothing' }, [422, 'invalid', 'shows1']],
    [beans, { picture1: photo, alt1: 'a'.repeat(501) }, [422, 'invalid', 'alt1']],
    [{ ...beans, tittle: 'x' }, { picture1: photo, alt1: 'Mine' }, [422, 'invalid', 'tittle']],
    [undefined, { picture1: photo, alt1: 'Mine' }, [422, 'invalid', 'entry']],
    [beans, { picture1: photo.slice(0, 60), alt1: 'Mine' }, [422, 'picture_unreadable', 'pictures']],
    [{ ...beans, title: '', body: '' }, { picture1: photo, alt1: 'Mine' }, [422, 'title_missing', 'title']],
  ]
  for (const [entry, parts, expected] of cases)
    expect(
      await problemOf(await send(mira, 'POST', '/posts', entry, parts)),
      JSON.stringify(expected),
    ).toEqual(expected)
  expect(files.kept.size).toBe(before)
})

test('who may not write, or comes from elsewhere, sends no pictures', async () => {
  const before = files.kept.size
  const parts = { picture1: photo, alt1: 'Mine' }
  expect(await problemOf(await send(undefined, 'POST', '/posts', beans, parts))).toEqual([
    401,
    'token_needed',
  ])
  const body = new FormData()
  body.set('entry', JSON.stringify(beans))
  const headers = { cookie: 'kindling.session_token=x', 'sec-fetch-site': 'cross-site' }
  const far = await place.as(mira).request(`${API_ROOT}/posts`, { method: 'POST', body, headers })
  expect(await problemOf(far)).toEqual([403, 'other_site'])
  expect(files.kept.size).toBe(before)
})

test('more than fits is refused before it is read, and so is a form where none is taken', async () => {
  const large = Object.fromEntries(
    [1, 2, 3, 4, 5].map((one) => [`picture${one}`, new Uint8Array(PICTURE_BYTES)]),
  )
  expect(await problemOf(await send(mira, 'POST', '/posts', beans, large))).toEqual([413, 'body_too_large'])
  const long = { ...beans, body: 'a'.repeat(1_000_001) }
  expect(await problemOf(await send(mira, 'POST', '/posts', long, {}))).toEqual([413, 'body_too_large'])
  expect(await problemOf(await send(mira, 'PATCH', '/me', {}, {}))).toEqual([415, 'json_expected'])
  const broken = await place.as(mira).request(`${API_ROOT}/posts`, {
    method: 'POST',
    body: '--x',
    headers: { 'content-type': 'multipart/form-data' },
  })
  expect(await problemOf(broken)).toEqual([400, 'form_unreadable'])
})

test('the document says which addresses take pictures, and how', async () => {
  const document = (await (await place.as(undefined).get(`${API_ROOT}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>
  }
  const taking = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.requestBody?.content['multipart/form-data'])
      .map(([method]) => `${method} ${path}`),
  )
  expect(taking.sort()).toEqual([
    'patch /posts/{id}',
    'patch /replies/{id}',
    'post /posts',
    'post /posts/{id}/replies',
  ])
  expect(document.paths['/posts']!.post!.requestBody!.content['multipart/form-data']!.schema).toMatchObject({
    required: ['entry'],
    properties: { entry: { $ref: '#/components/schemas/NewPost' }, picture4: { format: 'binary' }, alt4: {} },
  })
})
