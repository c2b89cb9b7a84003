import { roundOf } from '../../src/shine/spotlights/rules.ts'
import type { TestApp } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'
import { type Asked, type Corner, form, formOrJson, json, partsOf } from './corner.ts'

/** Words in a spotlight of which the owner may do what the route does; where it is about hosting, the owner hosts. */
async function spotlightFor(place: TestApp, { owner, route }: Asked): Promise<Record<string, string>> {
  const { house, communityId } = place
  await asLargeAs(place, 'house')
  const { writeAbout, importSpotlights } = await import('../../src/shine/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  await house.pool.query(`delete from spotlights; delete from spotlight_words; delete from spotlight_hosts; delete from spotlight_draws;
    delete from spotlight_choices; delete from limits`)
  const other = await place.member('Somebody else')
  if (route.endsWith('/take-back') || route === 'DELETE /api/v1/spotlight/words/:id')
    return { id: await writeAbout(house, owner.viewer, other.handle, 'They waited.') }
  const now = house.clock.now()
  const words = { id: newId(), writerId: other.id, aboutId: owner.id, words: 'They waited.', writtenAt: now }
  const lit = { id: newId(), memberId: owner.id, from: now, told: [words] }
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth(), date: now.getUTCDate() }
  await house.db
    .transaction()
    .execute((trx) => importSpotlights(trx, { communityId, today, hostId: owner.id, lit, waiting: [] }))
  if (/preview|answer/.test(route)) await house.db.updateTable('spotlights').set({ answer: null }).execute()
  if (/yes$|PUT .*host$/.test(route)) await house.db.deleteFrom('spotlight_hosts').execute()
  if (/ask(ed)?$/.test(route)) {
    const drawn = {
      community_id: communityId,
      round: roundOf(today),
      host_id: owner.id,
      member_ids: [other.id],
      asked_id: other.id,
    }
    await house.db.insertInto('spotlight_draws').values(drawn).execute()
  }
  return { id: /words/.test(route) ? words.id : lit.id, other: other.id, otherHandle: other.handle }
}

/** Words are for whom they are about, here the owner; no role opens them. The owner hosts, and nobody did before. */
export const spotlights: Corner = {
  routes: {
    'GET /spotlight': 'snyyyyy',
    'GET /spotlight/about/:handle': 'snynyyy',
    'POST /spotlight/about/:handle': 'snynyyy',
    'GET /spotlight/host': 'snyyyyy',
    'POST /spotlight/host/ask': 'snnynnn',
    'POST /spotlight/host/draw': 'snnynnn',
    'POST /spotlight/host/hand-back': 'snnynnn',
    'POST /spotlight/host/yes': 'snyyyyy',
    'GET /spotlight/kept': 'snyyyyy',
    'POST /spotlight/kept/choices': 'snyyyyy',
    'POST /spotlight/words/:id/hide': 'snnynnn',
    'POST /spotlight/words/:id/show': 'snnynnn',
    'POST /spotlight/words/:id/take-back': 'snnynnn',
    'GET /spotlight/:id/preview': 'snnynnn',
    'POST /spotlight/:id/answer': 'snnynnn',
    'POST /spotlight/:id/end': 'snnynnn',
    'GET /admin/spotlight': 'snnnnyy',
    'POST /admin/spotlight': 'snnnnyy',
    'GET /api/v1/spotlight': 'snyyyyy',
    'DELETE /api/v1/spotlight/:id': 'snnynnn',
    'GET /api/v1/spotlight/:id/preview': 'snnynnn',
    'PUT /api/v1/spotlight/:id/answer': 'snnynnn',
    'PUT /api/v1/spotlight/about/:handle': 'snynyyy',
    'GET /api/v1/spotlight/choices': 'snyyyyy',
    'PUT /api/v1/spotlight/choices': 'snyyyyy',
    'POST /api/v1/spotlight/draw': 'snnynnn',
    'POST /api/v1/spotlight/draw/asked': 'snnynnn',
    'GET /api/v1/spotlight/host': 'snyyyyy',
    'PUT /api/v1/spotlight/host': 'snyyyyy',
    'DELETE /api/v1/spotlight/host': 'snnynnn',
    'GET /api/v1/spotlight/kept': 'snyyyyy',
    'DELETE /api/v1/spotlight/words/:id': 'snnynnn',
    'PUT /api/v1/spotlight/words/:id/showing': 'snnynnn',
  },
  values: spotlightFor,
  body: ({ route, member }, _, values) => {
    const [, path] = partsOf(route)
    if (path.endsWith('/answer')) return formOrJson(path, { answer: 'keep' })
    if (path.endsWith('/draw/asked')) return json({ handle: values.otherHandle })
    if (path.endsWith('/choices') && path.startsWith('/api')) return json({ asks: true, written: true })
    if (path.endsWith('/showing')) return json({ step: 'hide' })
    if (path.endsWith('/about/:handle')) return formOrJson(path, { words: 'They waited.' })
    if (path.startsWith('/api')) return {}
    return form({ member: values.other ?? '', handle: member.handle })
  },
}
