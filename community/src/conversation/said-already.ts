import type { House, MemberViewer, Trx } from '../foundation/index.ts'
import type { ReadyPicture } from './pictures.ts'
import { writtenSince } from './store.ts'

/** A button pressed twice, or a form sent again because no answer came: nobody says the same twice by intent so soon. */
const TWICE_MILLISECONDS = 60_000

export interface Saying {
  spaceId: string
  /** Null: begins a post. */
  postId: string | null
  parentId: string | null
  title: string
  body: string
  unnamed: boolean
  pictures: readonly ReadyPicture[]
}

const PICTURE = /(?<=\/files\/)[0-9a-f-]{36}/g

/** Pictures get a new address each time they are sent. */
const apartFromPictures = (body: string) => body.replace(PICTURE, '')

/** Whether the pictures under two texts that read the same are the same pictures. */
async function samePictures(house: House, body: string, saying: Saying): Promise<boolean> {
  const sent = new Map(saying.pictures.map(({ id, picture }) => [id, picture.bytes]))
  const before = body.match(PICTURE) ?? []
  for (const [index, id] of (saying.body.match(PICTURE) ?? []).entries()) {
    if (before[index] === id) continue
    const bytes = sent.get(id)
    const kept = bytes && (await house.files.read(before[index]!))
    if (!kept || Buffer.compare(kept, bytes) !== 0) return false
  }
  return true
}

/**
 * The post or reply in which this member said exactly this a moment ago. Call it after the writing was
 * counted: that holds other writings of theirs until this one is done.
 */
export async function saidAlready(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  saying: Saying,
  now: Date,
): Promise<string | undefined> {
  const { spaceId, postId } = saying
  const since = new Date(now.getTime() - TWICE_MILLISECONDS)
  const own = await writtenSince(trx, {
    communityId: viewer.communityId,
    authorId: viewer.memberId,
    spaceId,
    postId,
    since,
  })
  const body = apartFromPictures(saying.body)
  for (const one of own) {
    const same =
      one.title === saying.title && one.parentId === saying.parentId && one.unnamed === saying.unnamed
    if (same && apartFromPictures(one.body) === body && (await samePictures(house, one.body, saying)))
      return one.id
  }
  return undefined
}
