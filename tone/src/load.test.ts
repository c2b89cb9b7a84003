import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { loadQuick } from './load.ts'
import { loadQuick as loadInNode } from './node.ts'
import { read } from './read.ts'

const bytes = tinyModel()
const server = createServer((request, response) => {
  if (request.url === '/quick.bin') response.end(bytes)
  else response.writeHead(404).end()
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('from an address, from bytes, from a buffer', async () => {
  for (const from of [`${address}/quick.bin`, new URL(`${address}/quick.bin`), bytes, bytes.slice().buffer])
    expect((await loadQuick(from)).version).toBe('fixture')
  expect(read('hello').model.version).toBe('fixture')
})

test('where there is none, a sentence says where it was looked for', async () => {
  await expect(loadQuick(`${address}/none.bin`)).rejects.toMatchObject({
    code: 'model_missing',
    message: expect.stringContaining('/none.bin'),
  })
  await expect(loadQuick('http://127.0.0.1:1/quick.bin')).rejects.toMatchObject({ code: 'model_missing' })
  await expect(loadInNode(new URL('file:///nowhere/quick.bin'))).rejects.toMatchObject({
    code: 'model_missing',
  })
})
