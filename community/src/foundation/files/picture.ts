import type { Sharp } from 'sharp'
import { KindlingError } from '../errors/kindling-error.ts'
import { unfitting } from '../http/request.ts'
import { fileErrors } from './words.ts'

/** A picture as it is stored: re-encoded, turned upright, without anything its camera wrote into it. */
export interface Picture {
  bytes: Uint8Array
  mediaType: 'image/webp'
  width: number
  height: number
}

export const PICTURE_BYTES = 8 * 1024 * 1024
/** What a file field offers, and what is taken: decided by content, never by name. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
const LONGEST_SIDE = 2000
/** More than any telephone makes; a small file that unfolds to more is meant to hurt. */
const MOST_PIXELS = 64_000_000

const starts: readonly { type: (typeof PICTURE_TYPES)[number]; at: number; bytes: string }[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
]

/** The type by the first bytes; undefined for everything we do not take. */
export function pictureType(bytes: Uint8Array): (typeof PICTURE_TYPES)[number] | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  const found = starts.find((start) => head.startsWith(start.bytes, start.at))
  return found?.type === 'image/webp' && !head.startsWith('RIFF') ? undefined : found?.type
}

async function open(bytes: Uint8Array): Promise<Sharp> {
  // Loaded when the first picture comes: most starts of the server never need it.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 }).timeout({
    seconds: 20,
  })
}

/**
 * Checks a picture by its content and makes it ready to be stored and shown.
 * @param side the longest side it may have afterwards
 * @param shape square cuts it around what catches the eye, for faces
 * @throws KindlingError `picture_too_large`, `picture_type`, `picture_unreadable`
 */
export async function preparePicture(
  bytes: Uint8Array,
  side = LONGEST_SIDE,
  shape: 'whole' | 'square' = 'whole',
): Promise<Picture> {
  if (bytes.byteLength > PICTURE_BYTES)
    throw unfitting('pictures', 'picture_too_large', fileErrors.pictureTooLarge)
  if (!pictureType(bytes)) throw unfitting('pictures', 'picture_type', fileErrors.pictureType)
  try {
    const sharp = await open(bytes)
    // Metadata stays behind by itself; the camera's turn of the picture is carried out first.
    const fit =
      shape === 'square'
        ? ({ fit: 'cover', position: 'attention' } as const)
        : ({ fit: 'inside', withoutEnlargement: true } as const)
    const upright = sharp.rotate().resize({ width: side, height: side, ...fit })
    const { data, info } = await upright.webp({ quality: 82 }).toBuffer({ resolveWithObject: true })
    return { bytes: data, mediaType: 'image/webp', width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof KindlingError) throw error
    throw unfitting('pictures', 'picture_unreadable', fileErrors.pictureUnreadable)
  }
}
