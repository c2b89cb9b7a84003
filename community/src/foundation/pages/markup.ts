import { raw } from 'hono/html'

const special = /[&<>"']/
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe to stand in HTML, between tags or inside a quoted attribute. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (character) => named[character]!) : text
}

/**
 * HTML from a template, for rows of which a page has fifty: components cost several times as much
 * there. What is put in is escaped; another `markup`, or a list of them, is not; false and undefined
 * leave nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]) {
  let html = strings[0]!
  for (let index = 0; index < values.length; index++) html += write(values[index]) + strings[index + 1]!
  return raw(html)
}

type Markup = ReturnType<typeof raw>
export type MarkupValue = string | number | false | null | undefined | Markup | readonly Markup[]

function write(value: MarkupValue): string {
  // What is marked as HTML already is a String object, plain text is not.
  if (typeof value === 'string') return escapeText(value)
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.join('') : String(value)
}
