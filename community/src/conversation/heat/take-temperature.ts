import { turnOf } from '@kindling/tone'
import { readHere } from '../../composer/index.ts'
import type { House, Listener } from '../../foundation/index.ts'
import { heatIn } from './rules.ts'
import { clearHeat, isHeating, lastMessages, setHeat } from './store.ts'

/** Reads the last messages of a thread, here and in memory, and keeps whether it is heating up. */
export async function takeTemperature(house: House, communityId: string, postId: string): Promise<void> {
  const messages = await lastMessages(house.db, communityId, postId)
  const last = messages.at(-1)
  const turns = await Promise.all(
    messages.map(async ({ authorId, body, at }) =>
      turnOf(body, await readHere(body), authorId, at.getTime()),
    ),
  )
  const was = await isHeating(house.db, communityId, postId, house.clock.now())
  const likelihood = heatIn(turns, was)
  if (likelihood !== undefined && last)
    await setHeat(house.db, { communityId, postId, likelihood, at: last.at })
  else if (was) await clearHeat(house.db, communityId, postId)
}

/** Whatever changes what stands in a thread may change where it is heading. */
export const thermometer: Listener = {
  name: 'thermometer',
  kinds: ['reply-written', 'reply-edited', 'reply-deleted', 'entry-hidden', 'entry-restored'],
  async hear(house, { communityId, postId }) {
    if (postId) await takeTemperature(house, communityId, postId)
  },
}
