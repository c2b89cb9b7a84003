import {
  type AppContext,
  type FileRow,
  fileById,
  type House,
  notFound,
  type Viewer,
} from '../foundation/index.ts'
import { readEntry } from './read-entry.ts'

/** Who may read an entry sees its pictures; what belongs to no entry is somebody's face, seen by all. */
async function maySee(house: House, viewer: Viewer, file: FileRow): Promise<boolean> {
  if (!file.postId) return true
  const item = await readEntry(house, viewer, file.postId, file.replyId)
  return item?.entry.readable ?? false
}

/** A picture. A file never changes, so a browser may keep it; nothing in between may. */
export async function showFile(c: AppContext, id: string): Promise<Response> {
  const { house, viewer } = c.var
  const file = await fileById(house.db, viewer.communityId, id)
  if (!file || !(await maySee(house, viewer, file))) throw notFound()
  const headers = { 'cache-control': 'private, max-age=31536000, immutable', etag: `"${id}"` }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  const bytes = await house.files.read(id)
  if (!bytes) throw notFound()
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': file.mediaType })
}
