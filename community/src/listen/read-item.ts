import { type EntryItem, readPost, readReply } from '../conversation/index.ts'
import { type House, isId, notFound, type Viewer } from '../foundation/index.ts'

/** An entry by its id alone, as this viewer sees it, with its post. @throws KindlingError not_found */
export async function readItem(house: House, viewer: Viewer, entryId: string): Promise<EntryItem> {
  if (!isId(entryId)) throw notFound()
  const reply = await readReply(house, viewer, entryId)
  const post = await readPost(house, viewer, reply?.postId ?? entryId)
  if (!post) throw notFound()
  return { post, entry: reply ?? post }
}
