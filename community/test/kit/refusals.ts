import { expect } from 'vitest'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => escapes[one]!)
}

/** What a library would say, or a program that fell over. */
const machine =
  /Invalid (?:input|option|string|email|type|key)|Too (?:small|big)[: ]|expected (?:string|number|object|one of)|Unrecognized key|\bat .+\.tsx?:\d|node_modules|\bundefined\b is not|syntax error at|violates /

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The sentences of a page that say what was wrong. */
function sentences(html: string): string[] {
  const lead = html.match(/<p class="lead">[\s\S]*?<\/p>/g) ?? []
  const wrong = html.match(/<p class="wrong"[\s\S]*?<\/p>/g) ?? []
  const again = html.match(/<section class="main again"[\s\S]*?<\/section>/g) ?? []
  return [...lead, ...wrong, ...again].map(plain)
}

/** A refusal is a page with one heading and a sentence a person can use; programs' addresses answer a problem. */
export async function expectKindRefusal(answer: Response, asked: string): Promise<string> {
  const body = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  expect(body, asked).not.toMatch(machine)
  if (type.startsWith('application/problem+json')) {
    expect((JSON.parse(body) as { title: string }).title, asked).toMatch(/[.?!]$/)
    return body
  }
  expect(type, asked).toMatch(/^text\/html/)
  expect(body.match(/<h1\b/g), asked).toHaveLength(1)
  expect(
    sentences(body).filter((one) => /[.?!…]/.test(one)),
    `${asked} says something`,
  ).not.toEqual([])
  return body
}
