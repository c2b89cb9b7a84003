import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, form, json, partsOf, type Thread, type Values } from './corner.ts'

async function pictureOf(place: TestApp, { owner }: Asked): Promise<string> {
  const { addFile, newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  await place.house.files.put(id, new Uint8Array([1]))
  const row = {
    ownerId: owner.id,
    postId: null,
    replyId: null,
    mediaType: 'image/webp',
    width: 1,
    height: 1,
    alt: '',
    decorative: true,
  }
  await addFile(place.house.db, {
    communityId: place.communityId,
    id,
    ...row,
    createdAt: place.house.clock.now(),
  })
  return id
}

/** A thread in which the member suggested taking it slower, and the owner is asked. */
async function askedForPace(place: TestApp, { member }: Asked, { post }: Thread): Promise<string> {
  const { suggestPace } = await import('../../src/conversation/index.ts')
  await place.reply(member, post)
  await suggestPace(place.house, member.viewer, post)
  return post
}

export const conversation: Corner = {
  routes: {
    'GET /files/:id': 'yyyyyyy',
    'GET /lately': 'yyyyyyy',
    'GET /new': 'snyyyyy',
    'POST /new': 'snyyyyy',
    'GET /posts/:id': 'yyyyyyy',
    'POST /posts/:id/bookmark': 'snyyyyy',
    'GET /posts/:id/edit': 'snnynnn',
    'POST /posts/:id/edit': 'snnynnn',
    'POST /posts/:id/follow': 'snyyyyy',
    'POST /posts/:id/heat/hide': 'snyyyyy',
    'POST /posts/:id/heat/leave': 'snyyyyy',
    'GET /posts/:id/history/:entry': 'yyyyyyy',
    'POST /posts/:id/lock': 'snnnnyy',
    'GET /posts/:id/move': 'snnynyy',
    'POST /posts/:id/move': 'snnynyy',
    'GET /posts/:id/new': 'yyyyyyy',
    'POST /posts/:id/pace': 'snnynyy',
    'POST /posts/:id/pace/answer': 'snnynnn',
    'POST /posts/:id/pace/end': 'snyynyy',
    'POST /posts/:id/pin': 'snnnnyy',
    'POST /posts/:id/replies': 'snyyyyy',
    'GET /posts/:id/replies/:reply': 'yyyyyyy',
    'POST /posts/:id/replies/:reply/bookmark': 'snyyyyy',
    'GET /posts/:id/replies/:reply/edit': 'snnynnn',
    'POST /posts/:id/replies/:reply/edit': 'snnynnn',
    'GET /posts/:id/replies/:reply/more': 'snyyyyy',
    'GET /posts/:id/replies/:reply/take-back': 'snnynnn',
    'POST /posts/:id/replies/:reply/take-back': 'snnynnn',
    'POST /posts/:id/replies/:reply/unbookmark': 'snyyyyy',
    'GET /posts/:id/stand-by': 'snyyyyy',
    'GET /posts/:id/take-back': 'snnynnn',
    'POST /posts/:id/take-back': 'snnynnn',
    'POST /posts/:id/unbookmark': 'snyyyyy',
    'POST /posts/:id/unfollow': 'snyyyyy',
    'POST /posts/:id/unlock': 'snnnnyy',
    'POST /posts/:id/unpin': 'snnnnyy',
    'GET /search': 'yyyyyyy',
    'GET /spaces': 'yyyyyyy',
    'GET /spaces/:slug': 'yyyyyyy',
    'GET /spaces/:slug/feed.xml': 'yyyyyyy',
    'POST /spaces/:slug/follow': 'snyyyyy',
    'POST /spaces/:slug/unfollow': 'snyyyyy',
    'GET /bookmarks': 'snyyyyy',
    'GET /following': 'snyyyyy',
    'GET /api/v1/bookmarks': 'snyyyyy',
    'GET /api/v1/posts': 'yyyyyyy',
    'POST /api/v1/posts': 'snyyyyy',
    'DELETE /api/v1/posts/:id': 'snnynnn',
    'GET /api/v1/posts/:id': 'yyyyyyy',
    'PATCH /api/v1/posts/:id': 'snnynnn',
    'DELETE /api/v1/posts/:id/bookmark': 'snyyyyy',
    'PUT /api/v1/posts/:id/bookmark': 'snyyyyy',
    'DELETE /api/v1/posts/:id/follow': 'snyyyyy',
    'PUT /api/v1/posts/:id/follow': 'snyyyyy',
    'GET /api/v1/posts/:id/history': 'yyyyyyy',
    'DELETE /api/v1/posts/:id/lock': 'snnnnyy',
    'PUT /api/v1/posts/:id/lock': 'snnnnyy',
    'DELETE /api/v1/posts/:id/pace': 'snyynyy',
    'GET /api/v1/posts/:id/pace': 'snyyyyy',
    'POST /api/v1/posts/:id/pace': 'snnynyy',
    'PUT /api/v1/posts/:id/pace/answer': 'snnynnn',
    'DELETE /api/v1/posts/:id/pin': 'snnnnyy',
    'PUT /api/v1/posts/:id/pin': 'snnnnyy',
    'GET /api/v1/posts/:id/replies': 'yyyyyyy',
    'POST /api/v1/posts/:id/replies': 'snyyyyy',
    'PUT /api/v1/posts/:id/space': 'snnynyy',
    'DELETE /api/v1/replies/:id': 'snnynnn',
    'GET /api/v1/replies/:id': 'yyyyyyy',
    'PATCH /api/v1/replies/:id': 'snnynnn',
    'DELETE /api/v1/replies/:id/bookmark': 'snyyyyy',
    'PUT /api/v1/replies/:id/bookmark': 'snyyyyy',
    'GET /api/v1/replies/:id/history': 'yyyyyyy',
    'GET /api/v1/search': 'yyyyyyy',
    'GET /api/v1/spaces': 'yyyyyyy',
    'GET /api/v1/spaces/:slug': 'yyyyyyy',
    'DELETE /api/v1/spaces/:slug/follow': 'snyyyyy',
    'PUT /api/v1/spaces/:slug/follow': 'snyyyyy',
  },
  ownThread: (method, pattern) => acts(method) && /posts|replies/.test(pattern),
  values: async (place, asked, thread): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    if (pattern.startsWith('/files/')) return { id: await pictureOf(place, asked) }
    if (pattern.startsWith('/api/v1/replies/')) return { id: thread.reply }
    const aboutPace = /\/pace\/(answer|end)$/.test(pattern) || asked.route === 'DELETE /api/v1/posts/:id/pace'
    return aboutPace ? { id: await askedForPace(place, asked, thread) } : {}
  },
  body: ({ route, space }) => {
    const [, path] = partsOf(route)
    if (path.endsWith('/space')) return json({ space: space.slug })
    if (path === '/api/v1/posts') return json({ space: space.slug, body: 'Hello' })
    if (!path.endsWith('/pace/answer')) return undefined
    return path.startsWith('/api') ? json({ agreed: true }) : form({ agreed: 'yes' })
  },
}
