import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv } from './request.ts'
import { show } from './show.ts'

async function shown(text: string): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (c) => show(c, text))
  return (await app.request('/')).text()
}

test.each([
  ['nothing', ''],
  ['plain letters', 'Beans'],
  ['letters and signs of many scripts', 'Grüße “豆” 🙂 \u{10ffff} \u0000'],
  ['more than most pages hold', 'Ω long '.repeat(200_000)],
])('a page arrives as it was written: %s', async (_, text) => {
  expect(await shown(text)).toBe(text)
})

test('half of a character becomes a mark in its place', async () => {
  expect(await shown('a\ud83db')).toBe('a\ufffdb')
})
