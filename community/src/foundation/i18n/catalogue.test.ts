import { expect, test } from 'vitest'
import { sources, withoutComments } from '../../../test/kit/sources.ts'
import '../../features.ts'
import { allPhrases } from './words.ts'

/** Letters between tags, or in an attribute that people read: sentences that no catalogue could reword. */
function literals(text: string): string[] {
  const code = withoutComments(text)
  const between = [...code.matchAll(/<\/?[a-zA-Z][^<>]*>([^<>{}]*[\p{L}]{2}[^<>{}]*)<\//gu)].map((match) =>
    match[1]!.trim(),
  )
  const attributes = [
    ...code.matchAll(/\s(?:aria-label|title|placeholder|alt|label|hint|legend)="([^"]*\p{L}{2}[^"]*)"/gu),
  ].map((match) => match[1]!.replaceAll(/\$\{[^}]*\}/g, '').trim())
  return [...between, ...attributes].filter((found) => /\p{L}{2}/u.test(found) && !/=>|[;=]/.test(found))
}

test('the check finds a literal sentence and leaves code alone', () => {
  expect(literals('<p class="main">Nobody here</p>')).toEqual(['Nobody here'])
  expect(literals('<a aria-label="Go back" href="/">{x}</a>')).toEqual(['Go back'])
  expect(literals('<p>{page.t(w.none)}</p>')).toEqual([])
  expect(literals('html`<a aria-label="${label}">${page.t(w.go)}</a>`')).toEqual([])
  expect(literals('html`<a aria-label="To ${name}">Go</a>`')).toEqual(['Go', 'To'])
})

test('no page holds a sentence of its own', () => {
  const found = sources()
    .filter(({ name }) => name.endsWith('.tsx'))
    .flatMap(({ name, text }) => literals(text).map((literal) => `${name}: ${literal}`))
  expect(found).toEqual([])
})

/** What stands before sentences that no person of the place reads: the API's document, metrics, faults, the terminal. */
const forOthers = /((\b(description|summary|help|[45]\d\d):|\bdescription =)|(Error|\blog|\bsay)\()\s*$/

/** Strings that read like a sentence, such as those a refusal brings to a page, outside of any catalogue. */
function sentences(text: string): string[] {
  const code = withoutComments(text).replace(/\bwords\('[\w.]+', \{[\s\S]*?\n\}\)/g, '')
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .filter(({ index }) => !forOthers.test(code.slice(Math.max(0, index - 40), index)))
    .map((match) => (match[1] ?? match[2])!)
    .filter((found) => /^["“]?(\p{Lu}|\$\{)/u.test(found))
    .filter((found) => /\p{L}\s+\p{L}[\s\S]*[.?:…]$/u.test(found.replaceAll(/\$\{[^}]*\}/g, '')))
}

test('the check finds a sentence in an error and leaves those for programmers and keepers alone', () => {
  expect(sentences("throw forbidden('too_late', 'It is too late for that.')")).toEqual([
    'It is too late for that.',
  ])
  expect(sentences('new KindlingError(\n  "x",\n  `Room for ${count} characters.`,\n)')).toEqual([
    'Room for ${count} characters.',
  ])
  expect(sentences("z.string().min(1, 'Write a name first.')")).toEqual(['Write a name first.'])
  expect(sentences("throw new Error('Two listeners have the same name.')")).toEqual([])
  expect(sentences("words('thanks', {\n  late: 'It is too late for that.',\n})")).toEqual([])
  expect(sentences("openapi({ description: 'At most three of them.' })")).toEqual([])
})

test('no error and no form holds a sentence of its own', () => {
  // The command line and the settings speak to who keeps the server, before there is a place or a language; the
  // Perspective routes speak to programs, which match the original's very words; a prompt speaks to a model.
  const spoken = sources().filter(
    ({ name }) => !/^(cli|config|open\/perspective)\/|^composer\/own-model\/prompt\.ts$/.test(name),
  )
  expect(spoken.flatMap(({ name, text }) => sentences(text).map((found) => `${name}: ${found}`))).toEqual([])
})

test('every plural sentence has a form for any number, and every sentence says something', () => {
  for (const [key, { text }] of allPhrases()) {
    const forms = typeof text === 'string' ? [text] : Object.values(text)
    expect(
      forms.every((form) => form !== undefined && form.length > 0),
      key,
    ).toBe(true)
    if (typeof text !== 'string') expect(text.other, key).toBeTruthy()
  }
})

test('the words of the house never say what a writer is', () => {
  const wrong = /\b(toxic|are you sure|be kind|oops|whoops)\b/i
  const found = [...allPhrases()]
    .filter(([, { text }]) => wrong.test(typeof text === 'string' ? text : Object.values(text).join(' ')))
    .map(([key]) => key)
  expect(found).toEqual([])
})
