import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrMatrix } from './matrix.ts'
import { qrSvg } from './qr-svg.ts'

/** The squares as one fingerprint; what stands here was read back by another program (jsQR) when it was written. */
function fingerprint(text: string): string {
  const rows = qrMatrix(text)!
  return createHash('sha256')
    .update(rows.map((row) => row.map(Number).join('')).join('\n'))
    .digest('hex')
    .slice(0, 16)
}

test.each([
  ['version 1', 'a fence', 21, '370a7193f6c56914'],
  ['version 7, with its number', `otpauth://totp/${'x'.repeat(95)}`, 45, '044f0914348dab6b'],
  ['version 15, the largest', 'x9%'.repeat(137), 77, '2f3eec10b4ce4e63'],
])('%s', (_, text, side, print) => {
  expect(qrMatrix(text)).toHaveLength(side)
  expect(fingerprint(text)).toBe(print)
})

test('a text that is too long draws nothing', () => {
  expect(qrSvg('x'.repeat(413), 'QR code')).toBe('')
})

test('the title cannot break out', () => {
  expect(qrSvg('a', '<b>"')).toContain('<title>&#60;b&#62;&#34;</title>')
})
