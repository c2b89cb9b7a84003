import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepSecret } from './keep-secret.ts'

let dataFolder: string
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kindling-secret-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true }))

test('is made once, for its owner only, and stays', () => {
  const secret = keepSecret({ secret: undefined, dataFolder })
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(keepSecret({ secret: undefined, dataFolder })).toBe(secret)
  expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataFolder)).toEqual(['secret'])
})

test('a configured one comes first, and nothing is written', () => {
  const given = 'x'.repeat(40)
  expect(keepSecret({ secret: given, dataFolder })).toBe(given)
  expect(readdirSync(dataFolder)).toEqual([])
})

test('a damaged one is said so', () => {
  writeFileSync(join(dataFolder, 'secret'), 'half')
  expect(() => keepSecret({ secret: undefined, dataFolder })).toThrow('is damaged. Restore it from a backup')
})
