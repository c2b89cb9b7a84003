import type { z } from '@hono/zod-openapi'
import { KindlingError } from '../errors/kindling-error.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Phrase } from '../i18n/words.ts'
import { apiWords as w } from './words.ts'

type Issue = z.core.$ZodRawIssue

const kinds: Record<string, Phrase> = {
  string: w.typeString,
  number: w.typeNumber,
  int: w.typeNumber,
  boolean: w.typeBoolean,
  array: w.typeArray,
  object: w.typeObject,
}

/** A range is about characters, items or the number itself. */
const ranges: Record<string, { least: Phrase; most: Phrase }> = {
  string: { least: w.atLeastText, most: w.atMostText },
  array: { least: w.atLeastItems, most: w.atMostItems },
}
const plain = { least: w.atLeast, most: w.atMost }

/** What is wrong with one value, as a sentence that says what would be right. */
function sentence(t: Translator, issue: Issue): string {
  if (issue.input === undefined) return t(w.needed)
  switch (issue.code) {
    case 'invalid_type':
      return t(kinds[String(issue.expected)] ?? w.typeOther)
    case 'invalid_value':
      return t(w.oneOf, { values: (issue.values as unknown[]).join(', ') })
    case 'too_small':
      return t((ranges[String(issue.origin)] ?? plain).least, { count: Number(issue.minimum) })
    case 'too_big':
      return t((ranges[String(issue.origin)] ?? plain).most, { count: Number(issue.maximum) })
    case 'invalid_format':
      return t(issue.format === 'guid' ? w.id : issue.format === 'datetime' ? w.time : w.format)
    default:
      return t(w.other)
  }
}

/** Names are the sender's own words: long ones are cut. */
const shortName = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}...` : name)

/**
 * Checks a value against its schema.
 * @param whole names what arrived when no single field is to blame: "body", "query"
 * @throws KindlingError `invalid` with one sentence per field under `errors`
 */
export function check<Schema extends z.ZodType>(
  t: Translator,
  schema: Schema,
  value: unknown,
  whole: string,
): z.output<Schema> {
  const result = schema.safeParse(value, { error: (issue) => sentence(t, issue) })
  if (result.success) return result.data
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) errors[shortName(key)] ??= t(w.unknown)
    else if (issue.path.length === 0) errors[whole] ??= t(w.object)
    else errors[shortName(issue.path.join('.'))] ??= issue.message
  }
  const fields = Object.keys(errors).slice(0, 8).join(', ')
  throw new KindlingError('invalid', w.invalid, { status: 422, values: { fields }, details: { errors } })
}
