import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newId } from '../ids/uuid.ts'
import { FolderFiles } from './folder-files.ts'
import { PICTURE_BYTES, pictureType, preparePicture } from './picture.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ad400e' } })

test('files are kept by id, read back as they were, and deleted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-files-'))
  const files = new FolderFiles(folder)
  const id = newId()
  await files.put(id, Buffer.from('a picture'))
  expect(Buffer.from((await files.read(id))!).toString()).toBe('a picture')
  await files.delete(id)
  await files.delete(id)
  expect(await files.read(id)).toBeUndefined()
  rmSync(folder, { recursive: true })
})

test('nothing but an id becomes part of a path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-files-'))
  const files = new FolderFiles(folder)
  for (const name of ['../../etc/passwd', '', '.', 'a/b', `${newId()}/../x`])
    await expect(files.put(name, Buffer.from('x'))).rejects.toThrow('no id')
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('the type of a picture is told by its content', async () => {
  for (const format of ['png', 'jpeg', 'webp', 'gif'] as const)
    expect(pictureType(await plain(4, 4).toFormat(format).toBuffer())).toBe(`image/${format}`)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const text of [svg, '%PDF-1.7', 'GIF', '', 'RIFFxxxxWAVE', 'xxxxxxxxWEBP', '<html>']) {
    expect(pictureType(Buffer.from(text))).toBeUndefined()
    await expect(preparePicture(Buffer.from(text))).rejects.toMatchObject({
      code: 'picture_type',
      status: 422,
    })
  }
})

test('what a camera wrote into a picture is removed, and its turn carried out', async () => {
  const taken = await plain(60, 40)
    .withExif({
      IFD0: { Copyright: 'somebody', Model: 'a telephone' },
      IFD3: { GPSLatitude: '52/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(taken).metadata()).orientation).toBe(6)
  const picture = await preparePicture(taken)
  const found = await sharp(picture.bytes).metadata()
  expect(found.format).toBe('webp')
  expect(found.exif ?? found.xmp ?? found.icc ?? found.iptc).toBeUndefined()
  expect([picture.width, picture.height]).toEqual([40, 60])
  expect(Buffer.from(picture.bytes).includes('telephone')).toBe(false)
})

test('a large picture becomes smaller, a small one stays', async () => {
  expect(await preparePicture(await plain(3000, 1000).png().toBuffer())).toMatchObject({
    width: 2000,
    height: 667,
  })
  expect(await preparePicture(await plain(20, 10).png().toBuffer())).toMatchObject({ width: 20, height: 10 })
})

test('a moving picture stands still', async () => {
  const frames = await sharp(await plain(8, 16).gif().toBuffer())
    .gif()
    .toBuffer()
  const picture = await preparePicture(frames)
  expect((await sharp(picture.bytes).metadata()).pages ?? 1).toBe(1)
})

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A whole, black square of one bit a pixel: a few kilobytes, whatever its side. */
function blackSquare(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a small file that unfolds to too many pixels is refused, the same with fewer is not', async () => {
  expect(blackSquare(9_000).length).toBeLessThan(50_000)
  await expect(preparePicture(blackSquare(9_000))).rejects.toMatchObject({
    code: 'picture_unreadable',
    status: 422,
  })
  expect(await preparePicture(blackSquare(3_000))).toMatchObject({ width: 2000 })
})

test('too much, or half a picture: each is refused with what to do', async () => {
  await expect(preparePicture(new Uint8Array(PICTURE_BYTES + 1))).rejects.toMatchObject({
    code: 'picture_too_large',
  })
  const half = (await plain(400, 400).jpeg().toBuffer()).subarray(0, 300)
  await expect(preparePicture(half)).rejects.toMatchObject({
    code: 'picture_unreadable',
    details: { field: 'pictures' },
  })
  await expect(
    preparePicture(Buffer.from('\x89PNG\r\n\x1a\n and nothing more', 'latin1')),
  ).rejects.toMatchObject({ code: 'picture_unreadable' })
})
