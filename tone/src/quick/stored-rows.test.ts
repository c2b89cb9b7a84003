import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StoredRows } from './stored-rows.ts'

test('rows are counted as they stand, and those left out are -1', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const rows = StoredRows.fromBytes(bytes)
      let stored = 0
      for (let row = 0; row < bytes.length * 8; row++) {
        const there = (bytes[row >> 3]! >> (row & 7)) & 1
        expect(rows.at(row)).toBe(there ? stored : -1)
        stored += there
      }
      expect(rows.count).toBe(stored)
    }),
  )
})
