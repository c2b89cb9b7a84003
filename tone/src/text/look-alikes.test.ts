import { expect, test } from 'vitest'
import { foldLookAlikes, latinFor } from './look-alikes.ts'

function fold(text: string): string {
  const codes = Uint16Array.from(text, (sign) => sign.charCodeAt(0))
  foldLookAlikes(codes, codes.length)
  return String.fromCharCode(...codes)
}

test.each([
  ['ѕtuріd', 'stupid', 'one word of two scripts'],
  ['you аrе', 'you are', 'a word of look-alikes in a Latin text'],
  ['это ѕtuріd', 'это stupid', 'the mixed word alone where there is real Cyrillic'],
  ['это да', 'это да', 'no Latin at all'],
  ['ᴏᴋ да', 'ok да', 'small capitals everywhere'],
])('%s becomes %s: %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('every look-alike leads to a Latin letter, and no Latin letter is one', () => {
  let count = 0
  for (let code = 0; code < 65_536; code++) {
    const latin = latinFor(code)
    if (latin === 0) continue
    count++
    expect(code).toBeGreaterThan(127)
    expect(String.fromCharCode(latin)).toMatch(/^[a-zԁԍԛԝ]$/)
  }
  expect(count).toBeGreaterThan(80)
})
