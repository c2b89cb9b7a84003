import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, form, json, partsOf, type Thread, type Values } from './corner.ts'

/** A conversation between the owner and somebody who is none of the viewers, in which the owner may do what the route does. */
async function conversationOf(
  place: TestApp,
  { owner, route }: Asked,
): Promise<{ id: string; message: string }> {
  const { answer, answerRequest, writeTo } = await import('../../src/messages/index.ts')
  const other = await place.member('Somebody else')
  const ownerAsks = route.endsWith('/take-back') || route.startsWith('DELETE')
  const [from, to] = ownerAsks ? [owner, other] : [other, owner]
  const first = { to: to.handle, reason: 'The beans', body: 'How are they?' }
  const { conversationId: id, messageId } = await writeTo(place.house, from.viewer, first)
  if (!route.includes(':message')) return { id, message: messageId }
  await answerRequest(place.house, other.viewer, id, 'accept')
  return { id, message: await answer(place.house, owner.viewer, id, 'And this.') }
}

/** "I am here" under words of the owner's. */
async function openingOf(place: TestApp, { owner }: Asked, { post }: Thread): Promise<string> {
  const { leaveOpening } = await import('../../src/messages/index.ts')
  const other = await place.member('Somebody else')
  await leaveOpening(place.house, other.viewer, post)
  const rows = place.house.db.selectFrom('message_openings').select('id').where('entry_id', '=', post)
  return (await rows.where('author_id', '=', owner.id).executeTakeFirstOrThrow()).id
}

/** Only the two see a conversation, and no role opens one. The owner is one of them. */
export const messages: Corner = {
  routes: {
    'GET /messages': 'snyyyyy',
    'GET /messages/new': 'snyyyyy',
    'POST /messages/new': 'snynyyy',
    'GET /messages/requests': 'snyyyyy',
    'GET /messages/:id': 'snnynnn',
    'POST /messages/:id': 'snnynnn',
    'POST /messages/:id/accept': 'snnynnn',
    'POST /messages/:id/not-now': 'snnynnn',
    'POST /messages/:id/take-back': 'snnynnn',
    'POST /messages/:id/:message/take-back': 'snnynnn',
    'GET /here': 'snyyyyy',
    'POST /here': 'snyyyyy',
    'POST /here/:id/put-away': 'snnynnn',
    'POST /here/take-back': 'snyyyyy',
    'GET /settings/messages': 'snyyyyy',
    'POST /settings/messages': 'snyyyyy',
    'GET /api/v1/messages': 'snyyyyy',
    'POST /api/v1/messages': 'snynyyy',
    'GET /api/v1/messages/requests': 'snyyyyy',
    'GET /api/v1/messages/settings': 'snyyyyy',
    'PUT /api/v1/messages/settings': 'snyyyyy',
    'GET /api/v1/messages/:id': 'snnynnn',
    'POST /api/v1/messages/:id': 'snnynnn',
    'DELETE /api/v1/messages/:id': 'snnynnn',
    'PUT /api/v1/messages/:id/answer': 'snnynnn',
    'DELETE /api/v1/messages/:id/:message': 'snnynnn',
    'PUT /api/v1/here/:entry': 'snyyyyy',
    'DELETE /api/v1/here/:entry': 'snyyyyy',
  },
  ownThread: (method, pattern) => acts(method) && pattern.includes('here'),
  values: async (place, asked, thread): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    if (pattern.startsWith('/here/')) return { id: await openingOf(place, asked, thread) }
    return pattern.includes('/messages/:id') ? conversationOf(place, asked) : {}
  },
  body: ({ route, owner }, { post }) => {
    const [, path] = partsOf(route)
    if (path === '/api/v1/messages/settings')
      return json({ takes: 'requests', quietFrom: null, quietUntil: null })
    if (path.endsWith('/answer')) return json({ says: 'accept' })
    if (path === '/api/v1/messages') return json({ to: owner.handle, reason: 'Hello', body: 'Hello' })
    if (path.startsWith('/api')) return json({ body: 'Hello' })
    return form({ to: owner.handle, reason: 'Hello', body: 'Hello', entry: post, takes: 'requests' })
  },
  query: (pattern, { post }) => (pattern === '/here' ? `?entry=${post}` : ''),
}
