import { type CarefulReader, read, ToneError } from '@kindling/tone'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../../../test/kit/perspective.ts'
import { type Failure, PerspectiveReader } from './reader.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const french = 'Ce monsieur est un imbécile et je ne veux plus le voir ici.'
/** The kit has loaded the models; there is no careful one. */
const nothingMore = { plain: async () => {}, careful: async () => undefined as unknown as CarefulReader }

test.each(['quick', 'auto'] as const)('%s: a glance is not made twice', async (name) => {
  const reader = await PerspectiveReader.start(name, { load: nothingMore })
  for (const text of ['Lovely soup, thank you.', french]) {
    const seen = reader.glance(text)
    const reading = await reader.read(text, 'en', seen)
    expect(reading.scores).toBe(seen.scores)
    expect(reading).toMatchObject({ scores: read(text, { lang: 'en' }).scores, model: seen.model })
  }
  const german = 'Das ist nicht dein Ernst, oder?'
  const seen = reader.glance(german)
  expect(await reader.read(german, 'de', seen)).toBe(seen)
  expect((await reader.read(german, 'en', seen)).model).toEqual(read('', { lang: 'en' }).model)
})

test('what is answered in a language, wherever it is spoken', async () => {
  const reader = await PerspectiveReader.start('quick', { load: nothingMore })
  const count = (tag: string) => reader.attributesIn(tag).size
  expect(count('en')).toBeGreaterThan(20)
  expect(count('en-us')).toBe(count('en'))
  expect([...reader.attributesIn('de-at')]).toEqual([...reader.attributesIn('de')])
  expect(count('zh')).toBeGreaterThan(0)
  for (const tag of ['zh-tw', 'zh-hant', 'fr', 'tr-tr']) expect(count(tag)).toBe(0)
})

test('what did not load is loaded anew each minute, and told once a try', async () => {
  const failures: Failure[] = []
  let broken = true
  const load = {
    async plain() {
      if (broken) throw new ToneError('model_missing', 'No model.')
    },
  }
  const reader = await PerspectiveReader.start('quick', { load, failed: (one) => failures.push(one) })
  expect(reader.failure?.code).toBe('model_missing')
  expect(() => reader.glance('Hm.')).toThrow('nothing can be scored')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(failures.map(({ code }) => code)).toEqual(['model_missing', 'model_missing'])
  broken = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reader.failure).toBeUndefined()
  expect(reader.glance('Hm.').language.tag).toBe('en')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(failures).toHaveLength(2)
})

test('what fails while it reads is loaded anew as well', async () => {
  const failures: Failure[] = []
  let loads = 0
  const load = {
    ...nothingMore,
    careful() {
      loads++
      return nothingMore.careful()
    },
  }
  // No careful model is there.
  const reader = await PerspectiveReader.start('careful', { load, failed: (one) => failures.push(one) })
  const seen = reader.glance('Hm.')
  await expect(reader.read('Hm.', 'en', seen)).rejects.toMatchObject({ httpStatus: 503 })
  expect(reader.failure?.code).toBe('model_missing')
  await expect(reader.read('Hm.', 'en', seen)).rejects.toMatchObject({ httpStatus: 503 })
  expect([failures.length, loads]).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(60_000)
  expect([reader.failure, loads]).toEqual([undefined, 2])
})

test('auto whose careful reader broke goes on with the quick one until there is another', async () => {
  const failures: Failure[] = []
  const loaded: (Pick<CarefulReader, 'alive'> | undefined)[] = [{ alive: false }, undefined, { alive: true }]
  const load = {
    ...nothingMore,
    async careful() {
      const next = loaded.shift()
      if (!next) throw new ToneError('model_missing', 'No careful model.')
      return next as CarefulReader
    },
  }
  const reader = await PerspectiveReader.start('auto', { load, failed: (one) => failures.push(one) })
  const asked = () => reader.read('Hm.', 'en', reader.glance('Hm.'))
  expect((await asked()).model.name).toBe('quick')
  await asked()
  expect(failures.map(({ code }) => code)).toEqual(['careful_reader_failed'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await asked()).model.name).toBe('quick')
  expect(reader.failure).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60_000)
  await asked()
  expect(failures.map(({ code }) => code)).toEqual(['careful_reader_failed', 'model_missing'])
  expect(loaded).toEqual([])
})

test('auto without its careful reader begins with the quick one, and loads no more than that anew', async () => {
  const failures: Failure[] = []
  const loads: string[] = []
  const load = {
    async plain() {
      loads.push('plain')
    },
    async careful(): Promise<CarefulReader> {
      loads.push('careful')
      throw new ToneError('model_missing', 'No careful model.')
    },
  }
  const reader = await PerspectiveReader.start('auto', { load, failed: (one) => failures.push(one) })
  expect(reader.failure).toBeUndefined()
  expect((await reader.read('Hm.', 'en', reader.glance('Hm.'))).model.name).toBe('quick')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(loads).toEqual(['plain', 'careful', 'careful'])
  expect(failures).toHaveLength(2)
})
