import {
  addFile,
  type House,
  type MemberViewer,
  newId,
  PICTURE_BYTES,
  type Picture,
  pictureLine,
  preparePicture,
  type Trx,
  type Typed,
} from '../foundation/index.ts'

/** At most this many with one post or reply. */
export const PICTURES_EACH = 4
export const ALT_LENGTH = 500

/** A picture as it came with a form, and what its owner said it shows. */
export interface ChosenPicture {
  bytes: Uint8Array
  alt: string
  decorative: boolean
}

/** A picture that will be stored with an entry. */
export interface ReadyPicture extends Omit<ChosenPicture, 'bytes'> {
  id: string
  picture: Picture
}

/** Pictures from the fields `picture1` to `picture4`, with what stands beside each. */
export async function readPictures(typed: Typed, files: Record<string, File[]>): Promise<ChosenPicture[]> {
  const chosen: ChosenPicture[] = []
  for (let place = 1; place <= PICTURES_EACH; place++) {
    const file = files[`picture${place}`]?.[0]
    if (!file) continue
    const alt = (typed[`alt${place}`] ?? '')
      .replaceAll('\u0000', '')
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .trim()
    chosen.push({
      // One byte more than allowed says as much as all of them.
      bytes: new Uint8Array(await file.slice(0, PICTURE_BYTES + 1).arrayBuffer()),
      alt: alt.slice(0, ALT_LENGTH).toWellFormed(),
      decorative: (typed[`shows${place}`] ?? '').split(',').includes('decorative') && !alt,
    })
  }
  return chosen
}

/** The lines that show them, under the words. `undescribed` stands where nobody could say what it shows. */
export function pictureLines(pictures: readonly ReadyPicture[], undescribed: string): string {
  return pictures.map((one) => pictureLine(one.id, one.decorative ? '' : one.alt || undescribed)).join('\n\n')
}

/**
 * Writes an entry with its pictures: they are stored before it, and gone again when it was not written.
 * @throws KindlingError when one of them cannot be taken
 */
export async function withPictures<Result>(
  house: House,
  chosen: readonly ChosenPicture[],
  write: (pictures: ReadyPicture[]) => Promise<Result>,
): Promise<Result> {
  const ready: ReadyPicture[] = []
  // One after the other: four at once would hold four unfolded pictures in memory.
  for (const { bytes, alt, decorative } of chosen.slice(0, PICTURES_EACH))
    ready.push({ id: newId(), alt, decorative, picture: await preparePicture(bytes) })
  try {
    for (const { id, picture } of ready) await house.files.put(id, picture.bytes)
    return await write(ready)
  } catch (error) {
    await dropPictures(house, ready)
    throw error
  }
}

/** Lets go of stored pictures that no entry has taken. */
export async function dropPictures(house: House, ready: readonly ReadyPicture[]): Promise<void> {
  for (const { id } of ready) await house.files.delete(id)
}

/** Enters pictures with the entry they belong to. */
export async function addPictures(
  trx: Trx,
  viewer: MemberViewer,
  pictures: readonly ReadyPicture[],
  where: { postId: string; replyId: string | null },
  now: Date,
): Promise<void> {
  for (const { id, picture, alt, decorative } of pictures)
    await addFile(trx, {
      communityId: viewer.communityId,
      id,
      ownerId: viewer.memberId,
      ...where,
      mediaType: picture.mediaType,
      width: picture.width,
      height: picture.height,
      alt,
      decorative,
      createdAt: now,
    })
}
