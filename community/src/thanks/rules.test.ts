import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needs } from '../conversation/index.ts'
import { firstShowing, gifts, hugForms, passageIn, sisterOf } from './rules.ts'

test('THANKS-1 nothing is shown that the giver did not offer, or where the space does not allow it', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom('always' as const, 'ask' as const, 'never' as const, undefined),
      fc.boolean(),
      (offered, choice, allows) => {
        const showing = firstShowing(offered, choice, allows)
        if (!offered || !allows) expect(showing).toBe('between')
        if (choice !== 'always') expect(showing).not.toBe('shown')
      },
    ),
  )
})

test('THANKS-2 a sister stands only where it fits, and where somebody wants no hug there is none', () => {
  expect(sisterOf('celebrate', 'none')).toBe('cheer')
  expect(sisterOf('feedback', 'none')).toBe('star')
  for (const hug of hugForms) expect(sisterOf('listening', hug)).toBe(hug === 'none' ? undefined : hug)
  // Who wrote without a name is offered the same by everybody.
  expect(sisterOf('listening', undefined)).toBe('with-you')
  const others = needs.filter((need) => !['celebrate', 'feedback', 'listening'].includes(need))
  for (const need of [...others, null]) expect(sisterOf(need, 'hug')).toBeUndefined()
})

test('THANKS-2 whatever stands beside Thank is a gift', () => {
  fc.assert(
    fc.property(fc.constantFrom(...needs, null), fc.constantFrom(...hugForms, undefined), (need, hug) => {
      const sister = sisterOf(need, hug)
      expect(sister === undefined || gifts.includes(sister)).toBe(true)
    }),
  )
})

test('THANKS-1 a passage is words of the entry, however they are spaced', () => {
  expect(passageIn('You were there;\n that was  the whole of it.', 'there; that was')).toBe('there; that was')
  expect(passageIn('You were there.', 'You were late')).toBeUndefined()
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, passage, after) => {
      const whole = `${before} ${passage} ${after}`
      const found = passageIn(whole, passage)
      expect(found).toBe(passage.replace(/\s+/g, ' ').trim())
    }),
    { numRuns: 50 },
  )
})
