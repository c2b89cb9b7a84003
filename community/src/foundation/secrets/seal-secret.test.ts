import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSealed, sealSecret } from './seal-secret.ts'

const house = { secret: 'a secret for tests, which is long enough', dataFolder: '/nowhere' }
const whose = { purpose: 'own model', communityId: 'one' }

test('what is sealed opens again, and looks like nothing of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (secret) => {
      const sealed = sealSecret(house, whose, secret)
      expect(openSealed(house, whose, sealed)).toBe(secret)
      expect(sealed).not.toContain(secret)
      expect(sealSecret(house, whose, secret)).not.toBe(sealed)
    }),
    { numRuns: 30 },
  )
})

test('it opens for nothing and nobody else, and not once it was changed', () => {
  const sealed = sealSecret(house, whose, 'sk-local-1234')
  expect(openSealed(house, { ...whose, communityId: 'two' }, sealed)).toBeUndefined()
  expect(openSealed(house, { ...whose, purpose: 'letters' }, sealed)).toBeUndefined()
  expect(openSealed({ ...house, secret: `${house.secret} now` }, whose, sealed)).toBeUndefined()
  const parts = sealed.split('.')
  const changed = [...parts.slice(0, 3), `A${parts[3]!.slice(1)}B`].join('.')
  for (const wrong of ['', 'v1', 'v1...', 'v2.a.b.c', changed, 'v1.%.%.%'])
    expect(openSealed(house, whose, wrong)).toBeUndefined()
})
