import type { TestApp } from '../kit/app.ts'
import { type Asked, type Corner, json, type Values } from './corner.ts'

async function tokenOf(place: TestApp, { owner }: Asked): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const id = newId()
  const row = {
    community_id: place.communityId,
    id,
    member_id: owner.id,
    name: 'Script',
    hash: id,
    scopes: ['read'],
    created_at: place.house.clock.now(),
    expires_at: null,
    last_used_on: null,
  }
  await place.house.db.insertInto('api_tokens').values(row).execute()
  return id
}

/** People, what reaches them, and settings of one's own. */
export const people: Corner = {
  routes: {
    'GET /bounds/:handle/block': 'snyyyyy',
    'POST /bounds/:handle/block': 'snyyyyy',
    'POST /bounds/:handle/mute': 'snyyyyy',
    'POST /bounds/:handle/unblock': 'snyyyyy',
    'POST /bounds/:handle/unmute': 'snyyyyy',
    'GET /letters/end/:member/:what/:signature': 'nnnnnnn',
    'POST /letters/end/:member/:what/:signature': 'nnnnnnn',
    'GET /live': 'snyyyyy',
    'GET /members': 'snyyyyy',
    'GET /members/:handle': 'snyyyyy',
    'POST /members/:handle/follow': 'snynyyy',
    'POST /members/:handle/unfollow': 'snynyyy',
    'GET /notices': 'snyyyyy',
    'GET /settings/boundaries': 'snyyyyy',
    'GET /settings/attention': 'snyyyyy',
    'POST /settings/attention': 'snyyyyy',
    'GET /settings/notices': 'snyyyyy',
    'POST /settings/notices': 'snyyyyy',
    'GET /settings': 'snyyyyy',
    'GET /settings/profile': 'snyyyyy',
    'POST /settings/profile': 'snyyyyy',
    'POST /settings/profile/picture': 'snyyyyy',
    'POST /settings/profile/picture/remove': 'snyyyyy',
    'GET /settings/tokens': 'snyyyyy',
    'POST /settings/tokens': 'snyyyyy',
    'POST /settings/tokens/:id/take-back': 'snyyyyy',
    'GET /api/v1/me': 'snyyyyy',
    'PATCH /api/v1/me': 'snyyyyy',
    'GET /api/v1/me/blocks': 'snyyyyy',
    'GET /api/v1/me/follows': 'snyyyyy',
    'GET /api/v1/me/mutes': 'snyyyyy',
    'GET /api/v1/members': 'snyyyyy',
    'GET /api/v1/members/:handle': 'snyyyyy',
    'DELETE /api/v1/members/:handle/block': 'snyyyyy',
    'PUT /api/v1/members/:handle/block': 'snyyyyy',
    'DELETE /api/v1/members/:handle/follow': 'snynyyy',
    'PUT /api/v1/members/:handle/follow': 'snynyyy',
    'DELETE /api/v1/members/:handle/mute': 'snyyyyy',
    'PUT /api/v1/members/:handle/mute': 'snyyyyy',
    'GET /api/v1/notices': 'snyyyyy',
    'POST /api/v1/notices/seen': 'snyyyyy',
    'GET /api/v1/attention': 'snyyyyy',
    'PATCH /api/v1/attention': 'snyyyyy',
    'GET /api/v1/notices/settings': 'snyyyyy',
    'PATCH /api/v1/notices/settings': 'snyyyyy',
  },
  values: async (place, asked): Promise<Values> =>
    asked.route.includes('/tokens/:id') ? { id: await tokenOf(place, asked) } : {},
  body: ({ route }) => (route === 'PATCH /api/v1/me' ? json({ pronouns: 'she/her' }) : undefined),
}
