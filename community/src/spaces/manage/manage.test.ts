import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { noticed, opensUp, readNorms, slugFrom } from './rules.ts'

describe('rules', () => {
  test('START-1: what members notice is the difference between two kinds', () => {
    expect(noticed('hobby', 'support')).toEqual(['unnamedYes', 'thanksBetween', 'celebrationsOff'])
    expect(noticed('support', 'family')).toEqual([])
    expect(noticed('team', 'project')).toEqual(['unnamedNo'])
  })

  test('a space opens up towards members and towards everybody, never the other way round', () => {
    expect(opensUp('invited', 'members')).toBe(true)
    expect(opensUp('members', 'public')).toBe(true)
    expect(opensUp('public', 'invited')).toBe(false)
  })

  test('an address is made from any name', () => {
    expect(slugFrom('Crème & Törtchen!')).toBe('creme-tortchen')
    expect(slugFrom('مساحة')).toBe('space')
  })

  test('norms come one a line, without the marks of a list', () => {
    expect(readNorms('- Speak of the plan\n\n•  Ask first \n')).toEqual(['Speak of the plan', 'Ask first'])
  })
})

describe('pages', () => {
  let place: TestApp
  let ines: TestMember
  let mira: TestMember
  const garden = {
    name: 'The Garden',
    description: 'Beds and bees.',
    kind: 'hobby',
    visibility: 'public',
    postingBy: 'members',
    norms: 'Ask first',
  }
  const spaceNamed = (name: string) =>
    place.house.db.selectFrom('spaces').selectAll().where('name', '=', name).executeTakeFirstOrThrow()

  beforeAll(async () => {
    place = await makeTestApp()
    ines = await place.member('Ines', { role: 'administrator' })
    mira = await place.member('Mira')
  })
  afterAll(() => place.close())

  test('a space is made, with its address, and stands in the log', async () => {
    const answer = await place.as(ines).form('/admin/spaces', garden)
    expect(answer.status).toBe(303)
    expect(await spaceNamed('The Garden')).toMatchObject({
      slug: 'the-garden',
      kind: 'hobby',
      norms: ['Ask first'],
    })
    expect(await (await place.as(ines).get('/admin/audit')).text()).toContain(
      'Ines made the space The Garden',
    )
  })

  test('two spaces of the same name get two addresses', async () => {
    await place.as(ines).form('/admin/spaces', { ...garden, description: 'Another' })
    const slugs = await place.house.db
      .selectFrom('spaces')
      .select('slug')
      .where('name', '=', 'The Garden')
      .orderBy('slug')
      .execute()
    expect(slugs.map(({ slug }) => slug)).toEqual(['the-garden', 'the-garden-2'])
    await place.house.db.deleteFrom('spaces').where('slug', '=', 'the-garden-2').execute()
  })

  test('START-1: before a kind is changed one page says what members will notice; nothing has changed until the yes', async () => {
    const { id } = await spaceNamed('The Garden')
    const first = await place.as(ines).form(`/admin/spaces/${id}`, { ...garden, kind: 'support' })
    expect(first.status).toBe(200)
    const page = await first.text()
    expect(page).toContain('Posts may go without a name.')
    expect(page).toContain('New thanks stay between the two people.')
    expect((await spaceNamed('The Garden')).kind).toBe('hobby')
    await place.as(ines).form(`/admin/spaces/${id}`, { ...garden, kind: 'support', seen: 'support public' })
    expect((await spaceNamed('The Garden')).kind).toBe('support')
  })

  test('opening what was written for fewer people is said first', async () => {
    const { id } = await spaceNamed('The Garden')
    const support = { ...garden, kind: 'support' }
    await place.as(ines).form(`/admin/spaces/${id}`, { ...support, visibility: 'invited' })
    expect((await spaceNamed('The Garden')).visibility).toBe('invited')
    const page = await (
      await place.as(ines).form(`/admin/spaces/${id}`, { ...support, visibility: 'public' })
    ).text()
    expect(page).toContain('found by search engines')
    expect((await spaceNamed('The Garden')).visibility).toBe('invited')
  })

  test('people are let into an invited space and taken out of it', async () => {
    const { id, slug } = await spaceNamed('The Garden')
    expect((await place.as(mira).get(`/spaces/${slug}`)).status).toBe(404)
    await place.as(ines).form(`/admin/spaces/${id}/people`, { whom: '@Mira' })
    expect((await place.as(mira).get(`/spaces/${slug}`)).status).toBe(200)
    await place.as(ines).form(`/admin/spaces/${id}/people/${mira.id}/remove`, {})
    expect((await place.as(mira).get(`/spaces/${slug}`)).status).toBe(404)
    const nobody = await place.as(ines).form(`/admin/spaces/${id}/people`, { whom: 'Nobody' })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('Nobody here has this name')
  })

  test('order changes by one place, and the ends stay the ends', async () => {
    for (const name of ['First', 'Second']) await place.as(ines).form('/admin/spaces', { ...garden, name })
    const order = async () =>
      (await place.house.db.selectFrom('spaces').select('name').orderBy('position').execute()).map(
        ({ name }) => name,
      )
    expect(await order()).toEqual(['The Garden', 'First', 'Second'])
    await place.as(ines).form(`/admin/spaces/${(await spaceNamed('Second')).id}/order`, { to: 'up' })
    await place.as(ines).form(`/admin/spaces/${(await spaceNamed('The Garden')).id}/order`, { to: 'up' })
    expect(await order()).toEqual(['The Garden', 'Second', 'First'])
  })

  test('a resting space takes nothing new until it is woken', async () => {
    const { id, slug } = await spaceNamed('First')
    await place.as(ines).form(`/admin/spaces/${id}/rest`, {})
    expect((await place.as(mira).form('/new', { space: slug, body: 'Hello' })).status).toBe(422)
    await place.as(ines).form(`/admin/spaces/${id}/wake`, {})
    expect((await place.as(mira).form('/new', { space: slug, body: 'Hello' })).status).toBe(303)
  })

  test('what cannot be kept comes back with a sentence', async () => {
    const refused = async (change: Record<string, string>) => {
      const answer = await place.as(ines).form('/admin/spaces', { ...garden, ...change })
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await refused({ name: ' \u200b' })).toContain('Give the space a name')
    expect(await refused({ kind: 'castle' })).toContain('Choose what kind of place it is')
    expect(await refused({ norms: 'a\nb\nc\nd\ne\nf\ng\nh' })).toContain('Seven lines')
    expect(await refused({ description: 'x'.repeat(301) })).toContain('300 characters')
  })

  test('members do not manage spaces, and odd addresses are not found', async () => {
    expect((await place.as(mira).get('/admin/spaces')).status).toBe(404)
    expect((await place.as(mira).form('/admin/spaces', garden)).status).toBe(404)
    for (const path of ['/admin/spaces/nonsense', `/admin/spaces/${mira.id}`, '/admin/spaces/x/people'])
      expect((await place.as(ines).get(path)).status).toBe(404)
  })
})
