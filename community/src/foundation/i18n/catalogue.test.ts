import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import '../../features.ts'
import { allPhrases } from './words.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? pages(join(folder, entry.name))
      : entry.name.endsWith('.tsx') && !entry.name.endsWith('.test.tsx')
        ? [join(folder, entry.name)]
        : [],
  )
}

/** Letters between tags, or in an attribute that people read: sentences that no catalogue could reword. */
function literals(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
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
  const found = pages(source).flatMap((file) =>
    literals(readFileSync(file, 'utf8')).map((text) => `${relative(source, file)}: ${text}`),
  )
  expect(found).toEqual([])
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
