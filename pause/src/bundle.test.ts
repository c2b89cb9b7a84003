import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPause } from '../../scripts/lib/pause.mjs'
import { readBy } from '../test/read-by.ts'
import { definePause, KindPause } from './index.ts'
import * as otherWords from './other-words.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kind-pause-'))
  await buildPause(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = () => readFileSync(join(folder, 'kind-pause.js'))

test('one script tag loads at most 45 KB; the model and what finds other words lie beside it', () => {
  expect(brotliCompressSync(script()).length).toBeLessThanOrEqual(45_000)
  expect(brotliCompressSync(readFileSync(join(folder, 'other-words.js'))).length).toBeLessThanOrEqual(43_000)
  expect(statSync(join(folder, 'quick.bin')).size).toBeGreaterThan(1_000_000)
  expect(script().toString()).toContain('new URL("./quick.bin",import.meta.url)')
})

test('it stands alone and makes no code of text: strict policies let it be', () => {
  const alone = script().toString().replace('import("./other-words.js")', '')
  expect(alone).not.toMatch(/\bimport\s*[{*"']|\bimport\(|\beval\(|new Function|innerHTML|\.style\./)
})

test('what finds other words brings no reader, and finds what the sources find', async () => {
  const file = join(folder, 'other-words.js')
  expect(readFileSync(file, 'utf8')).not.toContain('No model is loaded')
  const shipped: typeof otherWords = await import(/* @vite-ignore */ pathToFileURL(file).href)
  const [draft, read] = ['Fix the tests, idiot.', readBy('quick')]
  const found = otherWords.rephraseWith(draft, read(draft), read)
  expect(found.length).toBeGreaterThan(0)
  expect(shipped.rephraseWith(draft, read(draft), read)).toEqual(found)
  expect(shipped.mayBeRephrased(draft, read(draft))).toBe(true)
  expect(await shipped.rephraseCarefullyWith(draft, read(draft), async (text) => read(text))).toEqual(found)
})

test('where pages are made on a server, the package can be imported and does nothing', () => {
  expect(() => definePause()).not.toThrow()
  expect(KindPause).toBeTypeOf('function')
  execFileSync(process.execPath, [
    '--input-type=module',
    '-e',
    `await import(${JSON.stringify(`file://${folder}/kind-pause.js`)})`,
  ])
})
