import {
  addFile,
  type House,
  type MemberViewer,
  newId,
  preparePicture,
  removeFile,
} from '../../foundation/index.ts'
import { setPicture } from './store.ts'

/** The side of a face in pixels: four times what a page shows, for sharp screens. */
const SIDE = 320

async function forget(house: House, communityId: string, before: string | null): Promise<void> {
  if (!before) return
  await removeFile(house.db, communityId, before)
  await house.files.delete(before)
}

/**
 * Gives a member a picture: cut square, without anything its camera wrote into it.
 * @throws KindlingError `picture_too_large`, `picture_type`, `picture_unreadable`
 */
export async function giveMyPicture(house: House, viewer: MemberViewer, bytes: Uint8Array): Promise<string> {
  const picture = await preparePicture(bytes, SIDE, 'square')
  const now = house.clock.now()
  const id = newId(now.getTime())
  // The bytes first: a row without its file would show a broken picture, a file without its row harms nobody.
  await house.files.put(id, picture.bytes)
  const before = await house.db.transaction().execute(async (trx) => {
    await addFile(trx, {
      communityId: viewer.communityId,
      id,
      ownerId: viewer.memberId,
      postId: null,
      replyId: null,
      mediaType: picture.mediaType,
      width: picture.width,
      height: picture.height,
      alt: '',
      decorative: true,
      createdAt: now,
    })
    return setPicture(trx, viewer.communityId, viewer.memberId, id)
  })
  await forget(house, viewer.communityId, before)
  return id
}

/** Takes a member's picture away; initials stand in its place. */
export async function removeMyPicture(house: House, viewer: MemberViewer): Promise<void> {
  const before = await setPicture(house.db, viewer.communityId, viewer.memberId, null)
  await forget(house, viewer.communityId, before)
}
