import { expect, test } from 'vitest'
import { isTag } from './tag.ts'

test.each(['de', 'en-US', 'zh-Hant-TW', 'gsw', 'de-1996-x-abcdefgh'])('%s is a tag', (text) => {
  expect(isTag(text)).toBe(true)
})

test.each(['', 'call 555', 'en\u0000', 'e', 'german', `en${'-abcdefgh'.repeat(4)}`])('%j is none', (text) => {
  expect(isTag(text)).toBe(false)
})
