import { type House, mentionedHandles, notFound, renderMarkdown, type Viewer } from '../foundation/index.ts'
import { namesByHandle } from '../members/index.ts'
import { entryPolicy, factsOfEntry } from './policy.ts'
import { readEntry } from './read-entry.ts'
import type { EntryItem } from './slots.ts'
import { readSource, versionsOf } from './words-store.ts'

/** What an entry said from a time on. */
export interface Version {
  /** Null for replies. */
  title: string | null
  html: string
  from: Date
}

export interface History extends EntryItem {
  /** Youngest first, beginning with how it stands. */
  versions: Version[]
}

/**
 * What a post or reply (`replyId`) says and said before it was changed, for who may read what it says now.
 * @throws KindlingError `not_found`
 */
export async function readHistory(
  house: House,
  viewer: Viewer,
  postId: string,
  replyId: string | null,
): Promise<History> {
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.readHistory(viewer, factsOfEntry(item.post, item.entry))) throw notFound()
  const [source, old] = await Promise.all([
    readSource(house.db, viewer.communityId, postId, replyId),
    versionsOf(house.db, viewer.communityId, replyId ?? postId),
  ])
  if (!source) throw notFound()
  const said = [{ ...source, written_at: source.editedAt ?? source.createdAt }, ...old]
  const handles = said.flatMap(({ body }) => mentionedHandles(body))
  const found = await namesByHandle(house.db, viewer.communityId, handles)
  const names = new Map([...found].map(([handle, { name }]) => [handle, name]))
  const versions = said.map(({ title, body, written_at }) => ({
    title,
    html: renderMarkdown(body, names),
    from: written_at,
  }))
  return { ...item, versions }
}
