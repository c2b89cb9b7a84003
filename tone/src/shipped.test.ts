import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadQuick, read } from './node.ts'
import { readModelFile } from './quick/model-file.ts'

const file = readFileSync(new URL('./model/quick.bin', import.meta.url))

test('the shipped model is found beside the package and read', async () => {
  const { name, version } = await loadQuick()
  expect(name).toBe('quick')
  expect(version).toMatch(/^\d{4}-\d\d-\d\d-\d+$/)
  expect(read('hello').model).toEqual({ name, version })
})

test('a first writer downloads at most 3 MB', () => {
  // A middling quality; what servers send is smaller still.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  expect(brotliCompressSync(file, { params }).length).toBeLessThan(3_000_000)
})

test('its tensors fill the file to the last byte', () => {
  const { tensors } = readModelFile(file)
  const total = [...tensors.values()].reduce((sum, { header: { shape }, values, rows }) => {
    const bitmap = rows ? Math.ceil(shape[0]! / 8) : 0
    return sum + ((bitmap + 3) & ~3) + ((values.byteLength + 3) & ~3)
  }, 0)
  const header = (4 + file.readUInt32LE(0) + 3) & ~3
  expect(header + total).toBe(file.length)
})
