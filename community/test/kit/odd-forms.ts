import fc from 'fast-check'
import type { PageField } from './page-forms.ts'

/** One field as it is sent: both sides are percent-encoded already, well or badly. */
export interface SentField {
  name: string
  raw: string
  /** Text that has to come back in the page where the form is refused. */
  keep?: string
}

export interface SentForm {
  fields: SentField[]
  type: string | undefined
  body: string | Uint8Array<ArrayBuffer>
  /** The whole of it arrived as a form: what was typed can be kept. */
  whole: boolean
}

const enc = encodeURIComponent

/** What people and programs put into fields, as it travels. */
const oddValues: readonly string[] = [
  '',
  '%00',
  'a%00b',
  '%ff%fe',
  '%ed%a0%80',
  '%ed%b0%80x',
  '%',
  '%zz',
  '%01%02%1b%7f',
  '%0d%0a%0d%0a',
  '+',
  '%E2%80%AE',
  '%F0%9F%92%99',
  '-1',
  '0',
  'NaN',
  '1e309',
  '99999999999999999999',
  'true',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  "'%3B--",
  '..%2F..%2Fetc%2Fpasswd',
  '{}',
  '[]',
  '2030-13-45',
  enc('<script>alert(1)</script>'),
  'x'.repeat(10_000),
  enc('ü'.repeat(5_000)),
  `${'a'.repeat(300)}@example.org`,
  'mira@example.org',
  enc('\u202e\u0007\ufffe'),
  enc('a\n'.repeat(2_000)),
  enc('😀'.repeat(2_000)),
]

/** Marks around which odd things stand, so that a page can be asked for them. */
const markOf = (name: string) => `kept ${name} <i>&"' so`

export const passwordSent = 'the-heron-left-a-secret-0x7f'

function valueFor(
  field: PageField,
  ids: readonly string[],
  given: { way: number; pick: number; text: string },
): SentField | undefined {
  const { name } = field
  const odd = oddValues[given.pick % oddValues.length]!
  if (field.kind === 'password') return { name, raw: passwordSent + (given.way === 1 ? enc(given.text) : '') }
  const fits = field.values.length > 0 && field.kind !== 'text'
  if (given.way === 0) return undefined
  if (given.way === 1) return { name, raw: odd }
  if (given.way === 2) return { name, raw: ids[given.pick % ids.length]! }
  if (fits && given.way > 3) return { name, raw: enc(field.values[given.pick % field.values.length]!) }
  if (field.kind !== 'text') return { name, raw: enc(given.text) }
  const keep = markOf(name)
  return { name, raw: enc(keep) + (given.way < 6 ? odd : ''), keep }
}

function urlencoded(fields: readonly SentField[]): string {
  return fields.map(({ name, raw }) => `${enc(name)}=${raw}`).join('&')
}

const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const files = [
  `not a picture`,
  '',
  '\u0089PNG\r\n\u001a\n',
  Buffer.from(png.split(',')[1]!, 'base64').toString('latin1'),
  '<svg onload=alert(1)>',
  `GIF89a${'x'.repeat(5_000)}`,
]

/** As a server would read it: badly encoded pieces stay as they are. */
const decoded = (raw: string) =>
  new URLSearchParams(`a=${raw.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get('a')!

function multipart(fields: readonly SentField[], given: Given, form: readonly PageField[]): string {
  const parts = fields.map(
    ({ name, raw }) =>
      `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${Buffer.from(decoded(raw)).toString('latin1')}\r\n`,
  )
  for (const field of form.filter(({ kind }) => kind === 'file'))
    parts.push(
      `--cut\r\nContent-Disposition: form-data; name="${field.name}"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n${files[given.pick % files.length]}\r\n`,
    )
  return `${parts.join('')}--cut--\r\n`
}

interface Given {
  values: { way: number; pick: number; text: string }[]
  shape: string
  pick: number
}

export const givenForm: fc.Arbitrary<Given> = fc.record({
  values: fc.array(
    fc.record({
      way: fc.nat(7),
      pick: fc.nat(1_000),
      text: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.toWellFormed()),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  shape: fc.oneof(
    { weight: 6, arbitrary: fc.constant('form') },
    { weight: 3, arbitrary: fc.constant('multipart') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'twice',
        'arrays',
        'torn',
        'other-boundary',
        'no-boundary',
        'json',
        'plain',
        'untyped',
        'utf-16',
        'large',
        'nothing',
        'many',
      ),
    },
  ),
  pick: fc.nat(1_000),
})

const URLENCODED = 'application/x-www-form-urlencoded'

/** A form filled in as generated: well, oddly, or so that it can hardly be read. */
export function fillIn(form: readonly PageField[], ids: readonly string[], given: Given): SentForm {
  const fields = form
    .filter(({ kind }) => kind !== 'file')
    .map((field, index) => valueFor(field, ids, given.values[index % given.values.length]!))
    .filter((field) => field !== undefined)
  const text = urlencoded(fields)
  const latin = (body: string) => new Uint8Array(Buffer.from(body, 'latin1'))
  const sent = (type: string | undefined, body: SentForm['body'], whole = false): SentForm => ({
    fields,
    type,
    body,
    whole,
  })
  switch (given.shape) {
    case 'form':
      return sent(URLENCODED, text, true)
    case 'multipart':
      return sent('multipart/form-data; boundary=cut', latin(multipart(fields, given, form)), true)
    case 'twice':
      return sent(URLENCODED, `${text}&${text}`)
    case 'arrays':
      return sent(
        URLENCODED,
        fields.map(({ name, raw }) => `${enc(name)}[]=${raw}&${enc(name)}[a][b]=1`).join('&'),
      )
    case 'torn':
      return sent('multipart/form-data; boundary=cut', latin(multipart(fields, given, form).slice(0, -12)))
    case 'other-boundary':
      return sent('multipart/form-data; boundary=elsewhere', latin(multipart(fields, given, form)))
    case 'no-boundary':
      return sent('multipart/form-data', latin(multipart(fields, given, form)))
    case 'json':
      return sent(
        'application/json',
        JSON.stringify(Object.fromEntries(fields.map(({ name, raw }) => [name, [raw, { raw }]]))),
      )
    case 'plain':
      return sent('text/plain', text)
    case 'utf-16':
      return sent(`${URLENCODED}; charset=utf-16`, text)
    case 'large':
      return sent(URLENCODED, `body=${'x'.repeat(1_100_000)}`)
    case 'many':
      return sent(URLENCODED, `${text}&${'&=&a=1'.repeat(3_000)}`)
    case 'nothing':
      return sent(URLENCODED, '')
    default:
      return sent(undefined, latin(text))
  }
}

/** Every text field too long and marked, everything else as offered: what a refused form has to keep. */
export function overflowing(form: readonly PageField[]): SentForm {
  const fields = form
    .filter(({ kind }) => kind !== 'file')
    .map((field) => {
      if (field.kind === 'text')
        return {
          name: field.name,
          raw: enc(markOf(field.name)) + 'x'.repeat(30_000),
          keep: markOf(field.name),
        }
      return { name: field.name, raw: field.kind === 'password' ? passwordSent : enc(field.values[0] ?? '') }
    })
  return { fields, type: URLENCODED, body: urlencoded(fields), whole: true }
}
