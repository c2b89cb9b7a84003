import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBody } from './json.ts'
import { Refusal } from './refusal.ts'

test("the original's own example, with keys that have no quotes", () => {
  const body = `{comment: {text: "what kind of idiot name is foo?"},
       languages: ["en"],
       requestedAttributes: {TOXICITY:{}} }`
  expect(parseBody(body)).toEqual({
    comment: { text: 'what kind of idiot name is foo?' },
    languages: ['en'],
    requestedAttributes: { TOXICITY: {} },
  })
})

test.each(['', '[]', '"text"', 'null', '{comment: ', '['.repeat(100_000), `{a:${'['.repeat(5_000)}`])(
  'what is no object is refused, and not repeated: %#',
  (body) => {
    expect(() => parseBody(body)).toThrow('Invalid JSON payload received. The body is not a JSON object.')
  },
)

test('brackets in a text are text', () => {
  const text = '['.repeat(100)
  expect(parseBody(`{comment: {text: '${text}', more: "it\\"s ${text}"}}`)).toMatchObject({
    comment: { text },
  })
})

test('whatever comes, an object or a refusal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
      try {
        expect(typeof parseBody(body)).toBe('object')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})
