import type { TestApp } from '../kit/app.ts'
import {
  type Asked,
  acts,
  type Corner,
  formOrJson,
  json,
  partsOf,
  type Thread,
  type Values,
} from './corner.ts'

/** What a member hears in the owner's post. */
async function hearingFor(place: TestApp, { member }: Asked, { post }: Thread): Promise<string> {
  const { sayHearing } = await import('../../src/listen/index.ts')
  return sayHearing(place.house, member.viewer, { entryId: post, words: 'They are late.' })
}

export const listen: Corner = {
  routes: {
    'GET /listen/hear': 'snynyyy',
    'POST /listen/hear': 'snynyyy',
    'GET /listen/hearings/:id/correct': 'snnynnn',
    'POST /listen/hearings/:id/correct': 'snnynnn',
    'POST /listen/hearings/:id/take-away': 'snyynyy',
    'POST /listen/hearings/:id/yes': 'snnynnn',
    'GET /listen/matters': 'snyyyyy',
    'POST /listen/matters': 'snyyyyy',
    'POST /listen/matters/take-away': 'snyyyyy',
    'GET /listen/side': 'snynyyy',
    'POST /listen/threads/:id/not-now': 'snyyyyy',
    'GET /api/v1/posts/:id/hearings': 'yyyyyyy',
    'DELETE /api/v1/posts/:id/matters': 'snyyyyy',
    'GET /api/v1/posts/:id/matters': 'snyyyyy',
    'PUT /api/v1/posts/:id/matters': 'snyyyyy',
    'GET /api/v1/entries/:id/side': 'snynyyy',
    'POST /api/v1/hearings': 'snyyyyy',
    'DELETE /api/v1/hearings/:id': 'snyynyy',
    'PUT /api/v1/hearings/:id/answer': 'snnynnn',
  },
  ownThread: acts,
  values: async (place, asked, thread): Promise<Values> =>
    asked.route.includes('/hearings/:id') ? { id: await hearingFor(place, asked, thread) } : {},
  body: ({ route }, { post }) => {
    const [, path] = partsOf(route)
    if (path.startsWith('/api') && path.endsWith('/answer')) return json({})
    return formOrJson(path, { post, entry: post, entryId: post, words: 'Hello' })
  },
  query: (pattern, { post }) => {
    if (pattern === '/listen/matters') return `?post=${post}`
    return /^\/listen\/(hear|side)$/.test(pattern) ? `?entry=${post}` : ''
  },
}
