import { expect, test } from 'vitest'
import { hashOfSecret } from '../../foundation/secrets/hash-secret.ts'
import { callersOf, keyFileLine, newKey, parseKeyFile, requireCaller } from './keys.ts'

const [forum, paper] = [newKey(), newKey()]
const kept = [
  { name: 'forum', hash: hashOfSecret(forum), perMinute: 60 },
  { name: 'paper', hash: hashOfSecret(paper), perMinute: undefined },
]

test('a file of keys and back', () => {
  const file = `# who may ask\n${kept.map(keyFileLine).join('\r\n')}\n\n`
  expect(parseKeyFile(file)).toEqual(kept)
  expect(file).not.toContain(forum)
})

const find = (hash: string) => callersOf(kept).get(hash)

test('each key is its own caller', async () => {
  expect(await requireCaller(forum, find)).toMatchObject({ name: 'forum', perMinute: 60 })
  expect(await requireCaller(paper, find)).toMatchObject({ name: 'paper', perMinute: undefined })
})

test.each([
  [undefined, "Method doesn't allow unregistered callers"],
  ['', "Method doesn't allow unregistered callers"],
  ['AIzaSySomething', 'API key not valid. Please pass a valid API key.'],
])('without a key that fits: %s', async (key, message) => {
  await expect(requireCaller(key, find)).rejects.toThrow(message)
})

test.each([
  ['forum', 'Line 1 of the key file is not'],
  [`forum ${'0'.repeat(64)} often`, 'Line 1 of the key file is not'],
  [`forum ${'0'.repeat(64)} 0`, 'Line 1 of the key file is not'],
  [`forum ${'0'.repeat(64)} 1 2`, 'Line 1 of the key file is not'],
  [`a ${'0'.repeat(64)}\na ${'1'.repeat(64)}`, 'Line 2 of the key file names a caller'],
])('a line that is wrong is named, not shown: %#', (content, message) => {
  expect(() => parseKeyFile(content)).toThrow(message)
})
