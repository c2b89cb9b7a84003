import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carefulModel } from '../../test/careful-model.ts'
import { tinyModel } from '../../test/tiny-model.ts'
import { languageOf } from '../language/language.ts'
import { loadCareful, loadQuick, read, readCarefully } from '../node.ts'
import { makeQuickModel } from '../quick/model.ts'
import { CAREFUL_TEXT_AT_MOST } from './ask.ts'
import { makeCarefulModel } from './model.ts'
import { readCareful } from './read-careful.ts'

const quick = tinyModel()
const careful = carefulModel()
const here = makeCarefulModel(careful, makeQuickModel(quick))
const readHere = (text: string) => readCareful(here, text, { language: (one) => languageOf(one) })
const messages = Array.from({ length: 40 }, (_, at) => `you are thing w${at} in my garden`)

const worker = new URL('../../test/worker-from-sources.mjs', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'kindling-careful-'))
const fileOf = (name: string) => pathToFileURL(join(folder, name))
const server = createServer((request, response) => {
  const found = { '/careful.bin': careful, '/quick.bin': quick }[request.url ?? '']
  if (found) response.end(found)
  else response.writeHead(404).end()
})
let site = ''

beforeAll(async () => {
  writeFileSync(fileOf('careful.bin'), careful)
  writeFileSync(fileOf('quick.bin'), quick)
  writeFileSync(fileOf('other.bin'), carefulModel({ quick: 'yesterday' }))
  writeFileSync(fileOf('breaks.mjs'), 'setTimeout(() => { throw new Error("out of luck") }, 20)')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await loadQuick(quick)
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('before it is loaded, careful is an error that says what to do, and auto is quick', async () => {
  await expect(readCarefully('you', { reader: 'careful' })).rejects.toMatchObject({
    code: 'model_missing',
    message: expect.stringContaining('loadCareful'),
  })
  expect(await readCarefully('you are')).toEqual(read('you are'))
})

test('what was asked first is answered first, as this thread would answer', async () => {
  const reader = await loadCareful(careful, { quick, worker })
  expect(reader.about).toEqual({
    name: 'careful',
    version: 'fixture',
    quick: 'fixture',
    ask: { from: 0.1, until: 0.95 },
  })
  const order: number[] = []
  const readings = await Promise.all(
    messages.map(async (text, at) => {
      const reading = await readCarefully(text, { reader: 'careful' })
      order.push(at)
      return reading
    }),
  )
  expect(readings).toEqual(messages.map(readHere))
  expect(order).toEqual(messages.map((_, at) => at))
})

test('from files and from addresses, it reads the same', async () => {
  for (const base of [folder.replace(/^/, 'file://'), site]) {
    const reader = await loadCareful(new URL(`${base}/careful.bin`), { quick: `${base}/quick.bin`, worker })
    expect(reader.about.version).toBe('fixture')
    expect(await readCarefully('you are here', { reader: 'careful' })).toEqual(readHere('you are here'))
  }
})

test('auto asks the careful reader where the quick one is unsure, and only there', async () => {
  const likelihoods = messages.map((text) => read(text).why.likelihood).sort((one, other) => one - other)
  const ask = { from: likelihoods[10]!, until: likelihoods[29]! }
  await loadCareful(carefulModel({ ask }), { quick, worker })
  const readings = await Promise.all(messages.map((text) => readCarefully(text)))
  expect(readings.filter(({ model }) => model.name === 'careful')).toHaveLength(20)
  for (const [at, reading] of readings.entries()) {
    const own = read(messages[at]!)
    const unsure = own.why.likelihood >= ask.from && own.why.likelihood <= ask.until
    expect(reading).toEqual(unsure ? readHere(messages[at]!) : own)
  }
})

test('what quick made of a text already is not made again', async () => {
  await loadCareful(carefulModel({ ask: { from: 0.2, until: 1 } }), { quick, worker })
  const made = read('you are')
  const told = { ...made, why: { ...made.why, likelihood: 0.1 } }
  for (const reader of ['quick', 'auto'] as const)
    expect(await readCarefully('you are', { reader, quick: told })).toBe(told)
  const unsure = { ...told, why: { ...told.why, likelihood: 0.5 } }
  expect(await readCarefully('you are', { quick: unsure })).toEqual(readHere('you are'))
  expect(await readCarefully('you are', { reader: 'careful', quick: told })).toEqual(readHere('you are'))
})

test('auto never asks about other languages or texts too long; careful says so', async () => {
  await loadCareful(carefulModel({ ask: { from: 0, until: 1 } }), { quick, worker })
  const long = 'you are '.repeat(CAREFUL_TEXT_AT_MOST / 8 + 1)
  for (const text of ['Das ist nicht dein Ernst, oder?', long])
    expect((await readCarefully(text)).model.name).toBe('quick')
  expect((await readCarefully('you are')).model.name).toBe('careful')
  await expect(readCarefully(long, { reader: 'careful' })).rejects.toMatchObject({
    code: 'text_too_long_for_careful',
  })
  expect((await readCarefully('you are', { reader: 'quick' })).model.name).toBe('quick')
})

test('what cannot be read is a typed error before anybody is asked', async () => {
  await expect(readCarefully(undefined as unknown as string)).rejects.toMatchObject({
    code: 'text_not_string',
  })
  await expect(readCarefully('you', { reader: 'best' as 'quick' })).rejects.toMatchObject({
    code: 'reader_missing',
  })
})

test.each([
  ['a model that is not there', () => ({ from: fileOf('none.bin') }), 'model_missing'],
  ['an address that is not there', () => ({ from: `${site}/none.bin` }), 'model_missing'],
  ['another kind of model', () => ({ from: quick }), 'model_unreadable'],
  ['a model for another quick one', () => ({ from: fileOf('other.bin') }), 'models_differ'],
  ['a worker that breaks', () => ({ from: careful, worker: fileOf('breaks.mjs') }), 'reader_failed'],
])('%s is a typed error, and the reader before goes on', async (_, make, code) => {
  await loadCareful(careful, { quick, worker })
  const { from, worker: own = worker } = make() as { from: URL; worker?: URL }
  await expect(loadCareful(from, { quick, worker: own })).rejects.toMatchObject({ code })
  expect((await readCarefully('you are', { reader: 'careful' })).model.name).toBe('careful')
})

test('a worker that breaks while it reads: careful is an error, auto is quick', async () => {
  writeFileSync(
    fileOf('weak.mjs'),
    `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ kind }) => {
      if (kind === 'read') throw new Error('too much')
      parentPort.postMessage({ kind: 'ready', about: { name: 'careful', version: 'weak', quick: 'fixture', ask: { from: 0, until: 1 } } })
    })`,
  )
  await loadCareful(careful, { quick, worker: fileOf('weak.mjs') })
  const [first, second] = [readCarefully('you are', { reader: 'careful' }), readCarefully('you are')]
  await expect(first).rejects.toMatchObject({
    code: 'reader_failed',
    message: expect.stringContaining('too much'),
  })
  expect((await second).model.name).toBe('quick')
  expect((await readCarefully('you are')).model.name).toBe('quick')
  await expect(readCarefully('you are', { reader: 'careful' })).rejects.toMatchObject({
    code: 'reader_failed',
  })
})
