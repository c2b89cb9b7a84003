import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Assets } from './assets.ts'

const style = 'p{color:red}'.repeat(200)

function built(): Assets {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-assets-'))
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ 'style.css': 'style.1.css', 'face.woff2': 'face.1.woff2', 'quick.bin': 'quick.1.bin' }),
  )
  writeFileSync(join(folder, 'style.1.css'), style)
  writeFileSync(join(folder, 'style.1.css.br'), brotliCompressSync(style))
  writeFileSync(join(folder, 'face.1.woff2'), 'packed already')
  writeFileSync(join(folder, 'quick.1.bin'), 'a model')
  writeFileSync(join(folder, 'quick.1.bin.br'), brotliCompressSync('a model'))
  writeFileSync(join(folder, 'secret.css'), 'not in the manifest')
  return new Assets(folder)
}

test('text travels small, and is the same when unpacked', async () => {
  const assets = built()
  const whole = await assets.read('style.1.css')
  const small = await assets.readSmall('style.1.css')
  expect(small!.length).toBeLessThan(whole!.length / 10)
  expect(brotliDecompressSync(small!).equals(whole!)).toBe(true)
})

test('what is packed already is not packed again', async () => {
  expect(await built().readSmall('face.1.woff2')).toBeUndefined()
})

test('a model travels as it was packed when it was built', async () => {
  const assets = built()
  expect(String(await assets.read('quick.1.bin'))).toBe('a model')
  expect(String(brotliDecompressSync((await assets.readSmall('quick.1.bin'))!))).toBe('a model')
})

test('only what was built is served', async () => {
  const assets = built()
  for (const file of [
    'secret.css',
    '../manifest.json',
    'manifest.json',
    'quick.1.bin.br',
    'style.1.css.br',
    '',
  ]) {
    expect(await assets.read(file)).toBeUndefined()
    expect(await assets.readSmall(file)).toBeUndefined()
  }
})
