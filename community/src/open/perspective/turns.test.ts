import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const long = 'a'.repeat(2_001)

test('long texts come in their order, with room for others between them; short ones wait for nobody', async () => {
  const turns = new Turns()
  const heard: string[] = []
  const wait = async (name: string, text: string) => {
    await turns.wait(text)
    heard.push(name)
  }
  const arrives = new Promise<void>((resolve) =>
    setImmediate(() => {
      heard.push('arrived')
      setImmediate(resolve)
    }),
  )
  await Promise.all([wait('one', long), wait('two', long), wait('short', 'Hm.'), arrives])
  expect(heard[0]).toBe('short')
  expect(heard.indexOf('one')).toBeLessThan(heard.indexOf('two'))
  expect(heard.indexOf('arrived')).toBeLessThan(heard.indexOf('two'))
})
