import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, json, partsOf, type Thread, type Values } from './corner.ts'

async function caseOf(place: TestApp, asked: Asked, { post }: Thread): Promise<string> {
  const { reportEntry } = await import('../../src/mend/index.ts')
  const note = { postId: post, replyId: null, wish: 'note' as const, note: '' }
  const { caseId } = await reportEntry(place.house, asked.member.viewer, note)
  return caseId
}

async function hiddenCase(place: TestApp, asked: Asked, thread: Thread): Promise<string> {
  const { decideCase } = await import('../../src/mend/index.ts')
  const caseId = await caseOf(place, asked, thread)
  await decideCase(place.house, asked.steward.viewer, {
    caseId,
    seen: 0,
    what: 'hide',
    reason: 'About the plan.',
    toReporter: '',
  })
  return caseId
}

/** Something of the owner's that waits for a steward's look: they are new, and it has a link. */
async function heldPost(place: TestApp, { owner, space }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  return place.post(owner, space, { body: `Look: https://elsewhere.example/${newId()}` })
}

/** Reports, cases, what waits for a look, and what was hidden. */
export const mend: Corner = {
  routes: {
    'GET /held/:id': 'snnnnyy',
    'POST /held/:id/hide': 'snnnnyy',
    'POST /held/:id/let-through': 'snnnnyy',
    'GET /look-again/:id': 'snnynnn',
    'POST /look-again/:id': 'snnynnn',
    'GET /bothers': 'snynyyy',
    'POST /bothers': 'snynyyy',
    'GET /bothers/notes': 'snyyyyy',
    'POST /bothers/notes/:id/erase': 'snyyyyy',
    'GET /api/v1/bothers/notes': 'snyyyyy',
    'POST /api/v1/bothers/notes': 'snynyyy',
    'DELETE /api/v1/bothers/notes/:id': 'snyyyyy',
    'GET /report': 'snyyyyy',
    'POST /report': 'snyyyyy',
    'GET /reports': 'snyyyyy',
    'GET /reports/:id': 'snnnnyy',
    'GET /reports/:id/:step': 'snnnnyy',
    'POST /reports/:id/:step': 'snnnnyy',
    'GET /today': 'snnnnyy',
    'GET /api/v1/cases': 'snnnnyy',
    'GET /api/v1/cases/:id': 'snnnnyy',
    'POST /api/v1/cases/:id/steps': 'snnnnyy',
    'GET /api/v1/held': 'snnnnyy',
    'POST /api/v1/held/:id/hide': 'snnnnyy',
    'POST /api/v1/held/:id/let-through': 'snnnnyy',
    'GET /api/v1/hidden': 'snyyyyy',
    'POST /api/v1/hidden/:id/look-again': 'snnynnn',
    'GET /api/v1/reports': 'snyyyyy',
    'POST /api/v1/reports': 'snyyyyy',
  },
  ownThread: (method, pattern) => acts(method) || /\/(reports|look-again|cases|hidden)\//.test(pattern),
  values: async (place, asked, thread): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    if (/\/(reports|cases)\/:id/.test(pattern)) return { id: await caseOf(place, asked, thread) }
    if (/\/held\/:id/.test(pattern)) return { id: await heldPost(place, asked) }
    if (/\/(look-again|hidden)\/:id/.test(pattern)) return { id: await hiddenCase(place, asked, thread) }
    return {}
  },
  body: ({ route }, { post }) => {
    const [, path] = partsOf(route)
    if (path === '/api/v1/reports' || path === '/api/v1/bothers/notes') return json({ postId: post })
    if (path.endsWith('/steps')) return json({ what: 'note', seen: 0, reason: 'Hello' })
    if (path.endsWith('/hide') && path.startsWith('/api')) return json({ reason: 'Hello' })
    return path.startsWith('/api') && path.endsWith('/look-again') ? json({ kind: 'changed' }) : undefined
  },
  query: (pattern, { post }) => (/^\/(report|bothers)$/.test(pattern) ? `?post=${post}` : ''),
}
