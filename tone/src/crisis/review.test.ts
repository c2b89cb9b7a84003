import { expect, test } from 'vitest'
import { assertReviewed } from './review.ts'

const now = new Date('2026-11-29T12:00:00Z')

test.each(['2026-11-29', '2026-01-31', '2024-02-29'])('a day that was: %s', (on) => {
  expect(() => assertReviewed({ by: 'Ada, listener since 2019', on }, now)).not.toThrow()
})

test.each(['', '2026-02-31', '2027-01-01', 'yesterday', '2026-11-29T12:00', '0000-00-00', undefined, 7])(
  'no day: %s',
  (on) => {
    expect(() => assertReviewed({ by: 'Ada', on: on as string }, now)).toThrow(
      expect.objectContaining({ code: 'not_reviewed' }),
    )
  },
)
