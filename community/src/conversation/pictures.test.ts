import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { MemoryFiles, PICTURE_BYTES } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'

const files = new MemoryFiles()
let app: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let members: Space
let photo: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  app = await makeTestApp({ parts: { files } })
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  jun = await app.member('Jun', { role: 'steward' })
  members = await app.space('members-only', { visibility: 'members' })
  photo = new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2a594f' } })
      .jpeg()
      .toBuffer(),
  )
})
afterAll(() => app.close())

type Given = { bytes?: Uint8Array<ArrayBuffer>; alt?: string; shows?: string; name?: string }

function form(fields: Record<string, string>, pictures: readonly Given[]): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  for (const [index, { bytes, alt, shows, name }] of pictures.entries()) {
    data.set(`picture${index + 1}`, new File([bytes ?? photo], name ?? 'photo.jpg', { type: 'image/jpeg' }))
    data.set(`alt${index + 1}`, alt ?? '')
    if (shows) data.set(`shows${index + 1}`, shows)
  }
  return data
}

async function send(
  path: string,
  fields: Record<string, string>,
  pictures: readonly Given[],
  who = mira,
): Promise<Response> {
  return app.as(who).request(path, { method: 'POST', body: form(fields, pictures) })
}

async function posted(pictures: readonly Given[], fields: Record<string, string> = {}): Promise<string> {
  // The same words and pictures again within a minute would be a button pressed twice.
  app.house.clock.forward(61_000)
  const answer = await send(
    '/new',
    { space: members.slug, title: 'Look', body: 'A photograph.', ...fields },
    pictures,
  )
  expect(answer.status).toBe(303)
  // The same again a moment later would be taken for a second press.
  app.house.clock.forward(120_000)
  return /\/posts\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!
}

const text = async (who: TestMember | undefined, path: string) => (await app.as(who).get(path)).text()
const picturesOn = (page: string) =>
  [
    ...page.matchAll(
      /<img src="\/files\/([0-9a-f-]{36})" alt="([^"]*)"( width="30" height="20")? loading="lazy">/g,
    ),
  ].map((match) => ({ id: match[1]!, alt: match[2] }))

test('a picture stands under the words with what it shows, upright room kept, loaded late', async () => {
  const post = await posted([
    { alt: 'Nine jars [of chutney] & a "spoon"' },
    { shows: 'decorative' },
    { shows: 'unknown' },
    {},
  ])
  const page = await text(noor, `/posts/${post}`)
  expect(picturesOn(page).map(({ alt }) => alt)).toEqual([
    'Nine jars [of chutney] &amp; a &quot;spoon&quot;',
    '',
    'A picture without a description',
    'A picture without a description',
  ])
  expect(page.match(/width="30" height="20"/g)).toHaveLength(4)
})

test('an answer may be a picture alone; a post then needs a title', async () => {
  const post = await posted([])
  expect((await send(`/posts/${post}/replies`, { body: '' }, [{ alt: 'Mine' }], noor)).status).toBe(303)
  expect(picturesOn(await text(mira, `/posts/${post}`)).map(({ alt }) => alt)).toEqual(['Mine'])
  const refused = await send('/new', { space: members.slug, title: '', body: '' }, [{ alt: 'Mine' }])
  const page = await refused.text()
  expect([
    refused.status,
    page.includes('Pictures alone need a title'),
    page.includes('Choose the pictures again'),
  ]).toEqual([422, true, true])
})

test('only who may read an entry sees its pictures, and a browser may keep them', async () => {
  const post = await posted([{ alt: 'Mine' }])
  const [picture] = picturesOn(await text(mira, `/posts/${post}`))
  const address = `/files/${picture!.id}`
  const seen = await app.as(noor).get(address)
  expect([seen.status, seen.headers.get('content-type'), seen.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'private, max-age=31536000, immutable',
  ])
  expect((await app.as(undefined).get(address)).status).toBe(404)
  const again = await app
    .as(noor)
    .request(address, { headers: { 'if-none-match': seen.headers.get('etag')! } })
  expect(again.status).toBe(304)
  await app.house.db.updateTable('posts').set({ hidden_at: new Date() }).where('id', '=', post).execute()
  expect([
    (await app.as(noor).get(address)).status,
    (await app.as(mira).get(address)).status,
    (await app.as(jun).get(address)).status,
  ]).toEqual([404, 200, 200])
  for (const path of ['/files/x', `/files/${post}`, '/files/..%2f..%2fetc%2fpasswd'])
    expect((await app.as(mira).get(path)).status).toBe(404)
})

test('a picture in an answer is seen by who may see that answer', async () => {
  const post = await posted([])
  await send(`/posts/${post}/replies`, { body: 'Here' }, [{ alt: 'Theirs' }], noor)
  const [picture] = picturesOn(await text(mira, `/posts/${post}`))
  await app.house.db
    .insertInto('blocks')
    .values({
      community_id: app.communityId,
      blocker_id: noor.id,
      blocked_id: jun.id,
      created_at: new Date(),
    })
    .execute()
  expect([
    (await app.as(mira).get(`/files/${picture!.id}`)).status,
    (await app.as(jun).get(`/files/${picture!.id}`)).status,
  ]).toEqual([200, 404])
})

test('what is no picture, too large, or one of too many is refused, and nothing of it is kept', async () => {
  const before = files.kept.size
  const cases: [Given[], string][] = [
    [
      [{ bytes: new TextEncoder().encode('<svg onload=alert(1)>'), name: 'x.png' }],
      'not a picture we can show',
    ],
    [[{ bytes: new Uint8Array(PICTURE_BYTES + 1) }], 'up to 8 MB'],
    [[{}, { bytes: photo.slice(0, 60) }], 'could not be read'],
  ]
  for (const [pictures, sentence] of cases) {
    const answer = await send(
      '/new',
      { space: members.slug, title: 'Kept title', body: 'Kept words' },
      pictures,
    )
    const page = await answer.text()
    expect([answer.status, page.includes(sentence), page.includes('Kept words')]).toEqual([422, true, true])
  }
  expect(files.kept.size).toBe(before)
  const five = await posted([{}, {}, {}, {}, {}])
  expect(picturesOn(await text(mira, `/posts/${five}`))).toHaveLength(4)
})

test('a post that was refused leaves no picture behind', async () => {
  const before = files.kept.size
  const answer = await send('/new', { space: members.slug, title: 'a'.repeat(200), body: 'x' }, [
    { alt: 'Mine' },
  ])
  expect([answer.status, files.kept.size]).toEqual([422, before])
})

test('more than a form may hold is refused before it is read', async () => {
  const answer = await send(
    '/new',
    { space: members.slug, body: 'x' },
    Array.from({ length: 5 }, () => ({ bytes: new Uint8Array(PICTURE_BYTES) })),
  )
  expect(answer.status).toBe(413)
})

test('taking an entry back deletes its pictures', async () => {
  const post = await posted([{ alt: 'Mine' }])
  await send(`/posts/${post}/replies`, { body: 'Here' }, [{ alt: 'Theirs' }], noor)
  const [mine, theirs] = picturesOn(await text(mira, `/posts/${post}`))
  await app.as(mira).form(`/posts/${post}/take-back`, {})
  expect([files.kept.has(mine!.id), files.kept.has(theirs!.id)]).toEqual([false, true])
  expect([
    (await app.as(mira).get(`/files/${mine!.id}`)).status,
    (await app.as(mira).get(`/files/${theirs!.id}`)).status,
  ]).toEqual([404, 200])
})

test('a change of words keeps the pictures, their descriptions and their room', async () => {
  const post = await posted([{ alt: 'Nine jars' }])
  const edit = await text(mira, `/posts/${post}/edit`)
  const body = /<textarea[^>]*name="body"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(edit)![1]!
  expect(body).toContain('![Nine jars](/files/')
  await app
    .as(mira)
    .form(`/posts/${post}/edit`, { title: 'Look', body: body.replace('A photograph.', 'Two words.') })
  const page = await text(noor, `/posts/${post}`)
  expect(page).toContain('Two words.')
  expect(picturesOn(page).map(({ alt }) => alt)).toEqual(['Nine jars'])
  expect(page).toContain('width="30" height="20"')
})

test('somebody else’s picture is not opened to more people by naming it', async () => {
  const closed = await app.space('closed', { visibility: 'invited', people: [mira] })
  const post = await posted([{ alt: 'Secret' }], { space: closed.slug })
  const [picture] = picturesOn(await text(mira, `/posts/${post}`))
  await app.post(noor, members, { body: `![x](/files/${picture!.id})` })
  expect((await app.as(noor).get(`/files/${picture!.id}`)).status).toBe(404)
})

test('who wrote without a name is not told by a picture', async () => {
  const quiet = await app.space('quiet', { kind: 'support', visibility: 'members' })
  const post = await posted([{ alt: 'My kitchen' }], { space: quiet.slug, unnamed: 'yes' })
  const page = await text(noor, `/posts/${post}`)
  expect(page).not.toContain(mira.id)
  const [picture] = picturesOn(page)
  const answer = await app.as(noor).get(`/files/${picture!.id}`)
  expect(JSON.stringify([...answer.headers])).not.toContain(mira.id)
})

test('pictures are added while editing, and go with a refused edit; four are enough', async () => {
  const post = await app.post(mira, members, { title: 'Trays', body: 'Two trays.' })
  const edit = (body: string, pictures: readonly Given[], who = mira) =>
    send(`/posts/${post}/edit`, { title: 'Trays', body }, pictures, who)
  expect((await edit('Two trays, seen here.', [{ alt: 'Two seed trays' }])).status).toBe(303)
  const page = await (await app.as(noor).get(`/posts/${post}`)).text()
  const shown = /<img[^>]*src="(\/files\/[^"]+)"[^>]*>/.exec(page)!
  expect(shown[0]).toContain('alt="Two seed trays"')
  expect((await app.as(noor).get(shown[1]!)).status).toBe(200)
  expect((await app.as(undefined).get(shown[1]!)).status).not.toBe(200)
  const stored = files.kept.size
  const body = `Two trays. ![Two seed trays](${shown[1]})`
  const many = await edit(body, [{}, {}, {}, {}])
  expect([many.status, await many.text()]).toEqual([422, expect.stringContaining('holds 4 pictures')])
  const broken = await edit(body, [{ bytes: new Uint8Array([1, 2, 3]) }])
  expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining('Two trays.')])
  expect((await edit(body, [{}], noor)).status).toBe(404)
  expect(files.kept.size).toBe(stored)
})
