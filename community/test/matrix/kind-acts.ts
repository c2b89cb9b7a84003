import type { TestApp } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'
import { type Asked, type Corner, form, formOrJson, partsOf } from './corner.ts'

/** An idea of the owner's, with what they told of it. */
async function kindActFor(place: TestApp, { owner }: Asked): Promise<{ id: string }> {
  await asLargeAs(place, 'house')
  const { importAct } = await import('../../src/shine/index.ts')
  const { newId } = await import('../../src/foundation/index.ts')
  const now = place.house.clock.now()
  const id = newId()
  const told = [{ id: newId(), memberId: owner.id, words: 'I rang.', toldAt: now }]
  const act = {
    communityId: place.communityId,
    id,
    authorId: owner.id,
    words: 'Ring somebody.',
    createdAt: now,
    told,
  }
  await place.house.db.transaction().execute((trx) => importAct(trx, act))
  return { id }
}

/** The idea is the owner's, and so is what was told of it. */
export const kindActs: Corner = {
  routes: {
    'GET /kind-acts': 'snyyyyy',
    'GET /kind-acts/new': 'snyyyyy',
    'POST /kind-acts/new': 'snyyyyy',
    'GET /kind-acts/done': 'snyyyyy',
    'GET /kind-acts/:id': 'snyyyyy',
    'POST /kind-acts/:id/did': 'snyyyyy',
    'POST /kind-acts/:id/undo': 'snyyyyy',
    'GET /kind-acts/:id/story': 'snyyyyy',
    'POST /kind-acts/:id/story': 'snyyyyy',
    'POST /kind-acts/:id/story/take-back': 'snnynyy',
    'POST /kind-acts/:id/take-away': 'snnynyy',
    'GET /api/v1/kind-acts': 'snyyyyy',
    'POST /api/v1/kind-acts': 'snyyyyy',
    'GET /api/v1/kind-acts/done': 'snyyyyy',
    'GET /api/v1/kind-acts/today': 'snyyyyy',
    'DELETE /api/v1/kind-acts/:id': 'snnynyy',
    'GET /api/v1/kind-acts/:id': 'snyyyyy',
    'PUT /api/v1/kind-acts/:id/did': 'snyyyyy',
    'DELETE /api/v1/kind-acts/:id/did': 'snyyyyy',
    'PUT /api/v1/kind-acts/:id/story': 'snyyyyy',
    'DELETE /api/v1/kind-acts/:id/story': 'snnynnn',
  },
  values: kindActFor,
  body: ({ route, owner }) => {
    const [, path] = partsOf(route)
    if (/(story|kind-acts|new)$/.test(path)) return formOrJson(path, { words: 'They waited.' })
    return path.startsWith('/api') ? {} : form({ words: 'They waited.', member: owner.id })
  },
}
