import { KindlingError } from '../errors/kindling-error.ts'
import type { AppContext } from '../http/request.ts'
import { apiErrors } from './words.ts'

/** Most that one body may hold, in bytes; pictures beside it are counted apart. */
export const LARGEST_BODY = 1_000_000

/** Text without what no database keeps and nobody types: zero characters and halves of characters. */
const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

export function bodyTooLarge(): KindlingError {
  return new KindlingError('body_too_large', apiErrors.bodyTooLarge, { status: 413 })
}

/** @throws KindlingError `json_unreadable`, `body_too_large` */
export function parseJson(text: string): unknown {
  if (Buffer.byteLength(text) > LARGEST_BODY) throw bodyTooLarge()
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? storable(value) : value))
  } catch {
    throw new KindlingError('json_unreadable', apiErrors.jsonUnreadable, { status: 400 })
  }
}

/**
 * @param orForm whether the address takes a form, too
 * @throws KindlingError `json_expected`, `json_unreadable`
 */
export async function readJson(c: AppContext, orForm: boolean): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json')
    throw new KindlingError('json_expected', orForm ? apiErrors.jsonOrFormExpected : apiErrors.jsonExpected, {
      status: 415,
    })
  return parseJson(await c.req.text().catch(() => ''))
}
