import type { TestApp } from './app.ts'

const MINUTE = 60_000

/**
 * Lets a place be as large as fifty who write make it (START-2), without fifty people: posts of somebody nobody knows,
 * which no page shows.
 */
export async function asManyWriters(place: TestApp, count = 50): Promise<void> {
  const { newId } = await import('../../src/foundation/index.ts')
  const { house, communityId } = place
  const at = house.clock.now()
  const row = () => ({
    community_id: communityId,
    id: newId(at.getTime()),
    space_id: newId(),
    author_id: newId(),
    title: '',
    body: '',
    html: '',
    created_at: at,
    active_at: at,
  })
  const rows = Array.from({ length: count }, row)
  await house.db
    .insertInto('posts')
    .values(rows as never)
    .execute()
  // How many write is read once a minute.
  house.clock.forward(MINUTE + 1)
}

/** Lets a place be as large as a stage asks for (START-2), if it is not already: how large it is, is read once a minute. */
export async function asLargeAs(place: TestApp, stage: 'room' | 'house'): Promise<void> {
  const { hasReached, stageOf } = await import('../../src/conversation/index.ts')
  if (hasReached(await stageOf(place.house, place.communityId), stage)) return
  await asManyWriters(place, stage === 'room' ? 12 : 50)
}
