import type { Context } from 'hono'
import type { z } from 'zod'
import { KindlingError } from '../errors/kindling-error.ts'
import type { Translator } from '../i18n/translator.ts'
import { bodyPieces } from './body-pieces.ts'
import { formErrors, formWords as w } from './words.ts'

/** What was typed, kept so that a refused form comes back as it was. */
export type Typed = Record<string, string>
/** One sentence per field name; '' holds what belongs to no single field. */
export type FieldErrors = Record<string, string>

/** What a use case refused, beside the field it is about. */
export function fieldErrors(error: KindlingError, t: Translator): FieldErrors {
  return { [String(error.details?.field ?? '')]: error.sentence(t) }
}

export type FormResult<Value> =
  | { ok: true; value: Value; typed: Typed; files: Record<string, File[]> }
  | { ok: false; errors: FieldErrors; typed: Typed; files: Record<string, File[]> }

const LARGEST = 1_000_000
/** Four pictures and the words around them. */
const LARGEST_WITH_FILES = 34 * 1024 * 1024

function collect(data: FormData): { typed: Typed; files: Record<string, File[]> } {
  const typed: Typed = {}
  const files: Record<string, File[]> = {}
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') {
      // No database keeps zero characters, and nobody types them.
      const text = value.replaceAll('\r\n', '\n').replaceAll('\u0000', '')
      typed[name] = name in typed ? `${typed[name]},${text}` : text
    } else if (value.size > 0) files[name] = [...(files[name] ?? []), value]
  }
  return { typed, files }
}

/** A request's body, up to a size in bytes. */
export async function readWhole(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new KindlingError('form_too_large', formErrors.formTooLarge, { status: 413 })
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bodyPieces(request.body, largest, tooLarge)) {
    size += piece.byteLength
    pieces.push(piece)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** Reads a posted form as typed, without judging it. */
export async function readTyped(c: Context): Promise<{ typed: Typed; files: Record<string, File[]> }> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    throw new KindlingError('form_expected', formErrors.formExpected, { status: 415 })
  try {
    const bytes = await readWhole(c.req.raw, type.startsWith('multipart/') ? LARGEST_WITH_FILES : LARGEST)
    return collect(await new Response(bytes, { headers: { 'content-type': type } }).formData())
  } catch (error) {
    if (error instanceof KindlingError) throw error
    throw new KindlingError('form_unreadable', formErrors.formUnreadable, {
      status: 400,
    })
  }
}

/**
 * Reads a posted form and checks it. Sentences come from the schema; where it has none, from here.
 * A field given several times arrives joined with commas.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<FormResult<z.output<Schema>>> {
  const { typed, files } = await readTyped(c)
  const result = schema.safeParse(typed, {
    error: (issue) => c.var.t(issue.input === undefined ? w.missing : w.unfitting),
  })
  if (result.success) return { ok: true, value: result.data, typed, files }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  return { ok: false, errors, typed, files }
}
