import { z } from '@hono/zod-openapi'
import { KindlingError } from '../errors/kindling-error.ts'
import { readTyped, type Typed } from '../forms/form.ts'
import type { AppContext } from '../http/request.ts'
import type { Translator } from '../i18n/translator.ts'
import { parseJson } from './json-body.ts'
import { check } from './sentences.ts'
import { apiErrors } from './words.ts'

/** The field that holds as JSON what is otherwise the whole body. */
export const ENTRY_FIELD = 'entry'

/** What came in a form beside the body: texts, and files by the name of their field. */
export interface FormParts {
  typed: Typed
  files: Record<string, File[]>
}

/** A file in a form. */
export const fileSchema = z.instanceof(File).openapi({ type: 'string', format: 'binary' })

export const isForm = (c: AppContext): boolean =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data')

/** The form reader speaks to people in a browser; programs are told in their own words. */
function toldToPrograms(error: KindlingError): KindlingError {
  if (error.code === 'form_too_large')
    return new KindlingError('body_too_large', apiErrors.formTooLarge, { status: error.status })
  return new KindlingError(error.code, apiErrors.formUnreadable, { status: error.status })
}

async function readParts(c: AppContext): Promise<FormParts> {
  try {
    return await readTyped(c)
  } catch (error) {
    throw error instanceof KindlingError ? toldToPrograms(error) : error
  }
}

/** Some clients send JSON as a file of its own. */
async function entryOf({ typed, files }: FormParts): Promise<string | undefined> {
  return typed[ENTRY_FIELD] ?? (await files[ENTRY_FIELD]?.[0]?.text())
}

/**
 * Reads a form that carries the body as JSON in one field, and more beside it.
 * @param schema what may come beside it; a field it does not know is refused
 */
export async function readFormBody(
  c: AppContext,
  t: Translator,
  schema: z.ZodObject,
): Promise<{ body: unknown; form: FormParts }> {
  const parts = await readParts(c)
  const entry = await entryOf(parts)
  const { [ENTRY_FIELD]: _, ...typed } = parts.typed
  const { [ENTRY_FIELD]: __, ...files } = parts.files
  const single = Object.entries(files).map(([name, all]) => [name, all.length === 1 ? all[0] : all])
  const fields = { ...typed, ...Object.fromEntries(single) }
  check(t, schema.extend({ [ENTRY_FIELD]: z.string() }).strict(), { ...fields, [ENTRY_FIELD]: entry }, 'form')
  return { body: parseJson(entry!), form: { typed, files } }
}
