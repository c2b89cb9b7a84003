import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowsOf } from './windows.ts'

/** Pieces of words of so many pieces each. */
const piecesOf = (words: number[]): Uint16Array =>
  Uint16Array.from(words.flatMap((pieces, token) => new Array<number>(pieces).fill(token)))
const sentence = (begin: number, end: number) => ({ begin, end, asks: false })

test('what fits is one window, also nothing at all', () => {
  expect(windowsOf(piecesOf([1, 2, 1]), [sentence(0, 3)], 8)).toEqual([{ begin: 0, end: 4 }])
  expect(windowsOf(piecesOf([]), [], 8)).toEqual([{ begin: 0, end: 0 }])
})

test('a window ends where a sentence does, and the next begins a sentence before', () => {
  const sentences = [sentence(0, 10), sentence(10, 14), sentence(14, 20), sentence(20, 30)]
  expect(windowsOf(piecesOf(new Array(30).fill(1)), sentences, 16)).toEqual([
    { begin: 0, end: 14 },
    { begin: 10, end: 20 },
    { begin: 14, end: 30 },
  ])
})

test('without a sentence that ends near, words stay whole and the overlap is a quarter', () => {
  const runs = windowsOf(piecesOf(new Array(20).fill(3)), [sentence(0, 20)], 16)
  expect(runs[0]).toEqual({ begin: 0, end: 15 })
  expect(runs[1]!.begin).toBe(9)
  for (const { begin } of runs) expect(begin % 3).toBe(0)
})

test('every piece is in a window, none is too large, and they go on', () => {
  const words = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 120 })
  fc.assert(
    fc.property(words, fc.array(fc.nat(120)), fc.integer({ min: 8, max: 126 }), (sizes, opens, room) => {
      const pieces = piecesOf(sizes)
      const runs = windowsOf(
        pieces,
        opens.map((begin) => sentence(begin, begin + 1)),
        room,
      )
      let covered = 0
      for (const [at, { begin, end }] of runs.entries()) {
        expect(begin).toBeLessThanOrEqual(covered)
        expect(end - begin).toBeLessThanOrEqual(room)
        if (at > 0) expect(begin).toBeGreaterThan(runs[at - 1]!.begin)
        covered = end
      }
      expect(covered).toBe(pieces.length)
    }),
  )
})
