import type { TestApp } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'
import { type Asked, acts, type Corner, form, formOrJson, json, partsOf } from './corner.ts'

/** A celebration of the owner's, in which the member added a line and both were asked to be named. */
async function celebrationFor(place: TestApp, { owner, member, space, route }: Asked) {
  const { house, communityId } = place
  await asLargeAs(place, 'house')
  const { importCelebration, reportWords } = await import('../../src/shine/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  await house.pool.query(`delete from celebrations; delete from celebration_people; delete from celebration_lines;
    delete from celebration_reports; delete from limits`)
  const other = await place.member('Somebody else')
  const openedAt = house.clock.now()
  const id = newId(openedAt.getTime())
  const line = { id: newId(), words: 'I was there.', writtenAt: openedAt }
  // Who adds, and who is asked: the owner, where the route is for them.
  const isOwners = /named$|DELETE .*line$/.test(route)
  const [opener, writer] =
    isOwners || /cheer$|lines$|line$|report/.test(route) ? [other, owner] : [owner, member]
  await house.db.transaction().execute((trx) =>
    importCelebration(trx, {
      communityId,
      id,
      spaceId: space.id,
      openerId: opener.id,
      kind: 'together',
      title: 'The ramp carries',
      reached: 'It is dry.',
      words: 'It took three weekends.',
      openedAt,
      restsAt: new Date(openedAt.getTime() + 86_400_000),
      named: [owner.id],
      lines: [{ ...line, memberId: writer.id }],
    }),
  )
  if (route.startsWith('POST /admin')) await reportWords(house, owner.viewer, id, member.id)
  return {
    id,
    member: /report/.test(route) ? other.id : writer.id,
    handle: member.handle,
    other: other.handle,
  }
}

/** For members who read its space. The owner opened it, or is who was asked. */
export const celebrations: Corner = {
  routes: {
    'GET /spaces/:slug/celebrations': 'snyyyyy',
    'GET /celebrations/new': 'snyyyyy',
    'POST /celebrations/new': 'snyyyyy',
    'POST /celebrations/offer': 'snyyyyy',
    'GET /celebrations/:id': 'snyyyyy',
    'POST /celebrations/:id/lines': 'snyyyyy',
    'POST /celebrations/:id/lines/take-away': 'snyynyy',
    'POST /celebrations/:id/cheer': 'snyyyyy',
    'POST /celebrations/:id/named': 'snnynnn',
    'POST /celebrations/:id/report': 'snyyyyy',
    'POST /celebrations/:id/rest': 'snnynyy',
    'POST /celebrations/:id/take-away': 'snnynyy',
    'GET /admin/celebrations': 'snnnnyy',
    'POST /admin/celebrations': 'snnnnny',
    'POST /admin/celebrations/words/:id': 'snnnnyy',
    'GET /api/v1/spaces/:slug/celebrations': 'snyyyyy',
    'POST /api/v1/spaces/:slug/celebrations': 'snyyyyy',
    'GET /api/v1/celebrations/:id': 'snyyyyy',
    'DELETE /api/v1/celebrations/:id': 'snnynyy',
    'PUT /api/v1/celebrations/:id/rest': 'snnynyy',
    'PUT /api/v1/celebrations/:id/line': 'snyyyyy',
    'DELETE /api/v1/celebrations/:id/line': 'snyyyyy',
    'PUT /api/v1/celebrations/:id/cheer': 'snyyyyy',
    'DELETE /api/v1/celebrations/:id/lines/:handle': 'snyynyy',
    'PUT /api/v1/celebrations/:id/named': 'snnynnn',
    'POST /api/v1/celebrations/:id/reports': 'snyyyyy',
  },
  ownThread: acts,
  values: celebrationFor,
  body: ({ route, space }, _, values) => {
    const [, path] = partsOf(route)
    const opened = {
      kind: 'together',
      title: 'The roof is dry',
      reached: 'It holds.',
      words: 'Two weekends.',
    }
    if (path.endsWith('/celebrations') && path.startsWith('/api')) return json(opened)
    if (path.endsWith('/new')) return form({ ...opened, space: space.slug, people: '' })
    if (path.endsWith('/offer')) return form({ offer: 'first', says: 'keep' })
    if (path.endsWith('/named')) return formOrJson(path, { answer: 'yes' })
    if (path.endsWith('/reports')) return json({ handle: values.other })
    if (/(lines|line)$/.test(path)) return formOrJson(path, { words: 'I remember.' })
    if (path.startsWith('/api')) return {}
    return form({ member: values.member ?? '', says: 'fine' })
  },
}
