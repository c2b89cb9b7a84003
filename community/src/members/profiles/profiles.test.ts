import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { MemoryFiles } from '../../foundation/index.ts'
import { readLanguages } from './rules.ts'

let place: TestApp
let files: MemoryFiles
let mira: TestMember
let theo: TestMember

beforeAll(async () => {
  files = new MemoryFiles()
  place = await makeTestApp({ parts: { files } })
  mira = await place.member('Mira')
  theo = await place.member('Theo')
})
afterAll(() => place.close())

const about = {
  name: 'Mira',
  pronouns: 'she/her',
  bio: 'Grows beans.\nBadly.',
  languages: 'Polski, English, polski',
  timeZone: 'Europe/Warsaw',
}
const save = (change: Record<string, string> = {}) =>
  place.as(mira).form('/settings/profile', { ...about, ...change })

describe('what a member says about themselves', () => {
  test('is shown to members, with the time it is there', async () => {
    expect((await save()).headers.get('location')).toBe('/settings/profile?saved=1')
    const page = await (await place.as(theo).get('/members/mira')).text()
    for (const piece of ['she/her', 'Grows beans.', 'Polski, English', 'Warsaw, 12:00 there now'])
      expect(page).toContain(piece)
    expect(page).not.toContain('/settings/profile')
  })

  test('keeps its address when the name changes', async () => {
    await save({ name: 'Mira of the Beans' })
    expect(await (await place.as(theo).get('/members/mira')).text()).toContain('Mira of the Beans')
    await save()
  })

  test('is refused with a sentence beside the field, and what was typed stays', async () => {
    const refused = async (change: Record<string, string>) => {
      const answer = await save(change)
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await refused({ name: ' \u202e ' })).toContain('Tell us what to call you')
    expect(await refused({ bio: 'x'.repeat(601) })).toContain('she/her')
    expect(await refused({ timeZone: 'Mars/Olympus' })).toContain('Choose a time zone from the list')
  })

  test('cannot carry script or direction tricks into a page', async () => {
    await save({ bio: '<script>alert(1)</script>', pronouns: 'she\u202e/her' })
    const page = await (await place.as(theo).get('/members/mira')).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('\u202e')
    await save()
  })

  test('languages come once each, at most eight', () => {
    expect(readLanguages('A, b ,a,,c,d,e,f,g,h,i')).toEqual(['A', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })
})

describe('who finds whom', () => {
  test('visitors are asked to sign in; people who wait find only themselves', async () => {
    expect((await place.as(undefined).get('/members/mira')).status).toBe(303)
    const waiting = await place.member('Pia', { status: 'waiting' })
    expect((await place.as(waiting).get('/members/mira')).status).toBe(403)
  })

  test('names are looked up by how they begin; there is no list of everybody', async () => {
    expect(await (await place.as(theo).get('/members?name=mi')).text()).toContain('/members/mira')
    const empty = await (await place.as(theo).get('/members')).text()
    expect(empty).not.toContain('/members/mira')
    expect(await (await place.as(theo).get('/members?name=%25')).text()).not.toContain('/members/mira')
  })

  test('on the other side of a block nobody is there', async () => {
    const ada = await place.member('Ada')
    await place.house.db
      .insertInto('blocks')
      .values({
        community_id: place.communityId,
        blocker_id: ada.id,
        blocked_id: theo.id,
        created_at: place.house.clock.now(),
      })
      .execute()
    expect((await place.as(theo).get('/members/ada')).status).toBe(404)
    expect(await (await place.as(theo).get('/members?name=ada')).text()).not.toContain('/members/ada')
    expect((await place.as(mira).get('/members/ada')).status).toBe(200)
  })

  test('what was written without a name is not on a profile', async () => {
    const space = await place.space('care', { kind: 'support', visibility: 'members' })
    await place.post(mira, space, { title: 'With my name' })
    await place.post(mira, space, { title: 'Without my name', unnamed: true })
    for (const reader of [theo, mira]) {
      const page = await (await place.as(reader).get('/members/mira')).text()
      expect(page).toContain('With my name')
      expect(page).not.toContain('Without my name')
    }
  })
})

describe('a picture', () => {
  const upload = async (bytes: Uint8Array) => {
    const form = new FormData()
    form.set('picture', new File([new Uint8Array(bytes)], 'me.jpg'))
    return place.as(mira).request('/settings/profile/picture', { method: 'POST', body: form })
  }
  const pictureOf = async () =>
    (
      await place.house.db
        .selectFrom('members')
        .select('picture_id')
        .where('id', '=', mira.id)
        .executeTakeFirstOrThrow()
    ).picture_id

  test('is cut square, without what the camera wrote, and replaces the one before', async () => {
    const photo = () =>
      sharp({ create: { width: 900, height: 500, channels: 3, background: '#2a594f' } })
        .withExif({ IFD0: { Copyright: 'home address' } })
        .jpeg()
        .toBuffer()
    expect((await upload(await photo())).status).toBe(303)
    const first = (await pictureOf())!
    const kept = Buffer.from(files.kept.get(first)!)
    const metadata = await sharp(kept).metadata()
    expect(metadata).toMatchObject({ format: 'webp', width: 320, height: 320 })
    expect(metadata.exif).toBeUndefined()
    expect(await (await place.as(theo).get('/members/mira')).text()).toContain(`/files/${first}`)
    expect((await place.as(theo).get(`/files/${first}`)).status).toBe(200)
    await upload(await photo())
    expect(await pictureOf()).not.toBe(first)
    expect(files.kept.has(first)).toBe(false)
  })

  test('is refused when it is none, and taken away when asked', async () => {
    const answer = await upload(new TextEncoder().encode('<svg onload="alert(1)">'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('not a picture we can show')
    await place.as(mira).form('/settings/profile/picture/remove', {})
    expect(await pictureOf()).toBeNull()
    expect(files.kept.size).toBe(0)
  })
})
