import { type House, isId, type Viewer } from '../foundation/index.ts'
import { entryPolicy, factsOf, factsOfEntry } from './policy.ts'
import { readEntry } from './read-entry.ts'
import { quoteOf } from './rules.ts'
import { readSource } from './words-store.ts'

/** Words to begin an answer with, if they may be quoted. */
export async function quoteEntry(
  house: House,
  viewer: Viewer,
  postId: string,
  entryId: string | undefined,
): Promise<string | undefined> {
  if (!entryId || !isId(entryId)) return undefined
  const replyId = entryId === postId ? null : entryId
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.quote(viewer, factsOf(item.post), factsOfEntry(item.post, item.entry)))
    return undefined
  const source = await readSource(house.db, viewer.communityId, postId, replyId)
  return source && quoteOf(source.body)
}
