/** A field of a form as a page shows it. */
export interface PageField {
  name: string
  kind: 'text' | 'password' | 'hidden' | 'choice' | 'file'
  /** What the page offers to send. */
  values: string[]
}

/** A form as a page shows it: where it goes, and what it asks. */
export interface PageForm {
  action: string
  fields: PageField[]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Text of an attribute, as a browser reads it. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescapeHtml(found)
}

function kindOf(tag: string): PageField['kind'] | undefined {
  if (/^<textarea/.test(tag)) return 'text'
  if (/^<(select|button)/.test(tag)) return 'choice'
  const type = attribute(tag, 'type') ?? 'text'
  if (type === 'radio' || type === 'checkbox') return 'choice'
  // A code is a key like a password, and does not come back either.
  if (attribute(tag, 'autocomplete') === 'one-time-code') return 'password'
  if (type === 'password' || type === 'hidden' || type === 'file') return type
  return type === 'submit' ? undefined : 'text'
}

function fieldsOf(html: string): PageField[] {
  const fields = new Map<string, PageField>()
  let select: PageField | undefined
  for (const [tag] of html.matchAll(/<(?:input|textarea|select|button|option)\b[^>]*>/g)) {
    const value = attribute(tag, 'value')
    if (tag.startsWith('<option')) {
      if (value !== undefined) select?.values.push(value)
      continue
    }
    const name = attribute(tag, 'name')
    const kind = kindOf(tag)
    if (!name || !kind) continue
    const field = fields.get(name) ?? { name, kind, values: [] }
    fields.set(name, field)
    if (value !== undefined) field.values.push(value)
    select = tag.startsWith('<select') ? field : undefined
  }
  return [...fields.values()]
}

/** Every form of a page that changes something; a button that sends it elsewhere counts as a form of its own. */
export function formsOf(html: string, path: string): PageForm[] {
  return [...html.matchAll(/(<form\b[^>]*\smethod="post"[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(
    ([, tag, inside]) => {
      const fields = fieldsOf(inside!)
      const elsewhere = [...inside!.matchAll(/\sformaction="([^"]*)"/g)].map(([, action]) =>
        unescapeHtml(action!),
      )
      return [attribute(tag!, 'action') ?? path, ...elsewhere].map((action) => ({ action, fields }))
    },
  )
}
