import type { AppContext } from '../http/request.ts'

/** An error as it leaves the house. */
export interface Told {
  status: number
  code: string
  message: string
  details?: Record<string, unknown> | undefined
}

function headersFor(c: AppContext, told: Told): Record<string, string> {
  const { retryAfterSeconds, allow } = told.details ?? {}
  return {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(c.var.requestId ? { 'x-request-id': c.var.requestId } : {}),
    ...(typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {}),
    ...(typeof allow === 'string' ? { allow } : {}),
    ...(told.status === 401 ? { 'www-authenticate': 'Bearer realm="kindling"' } : {}),
  }
}

/** One sentence per field, whether a schema or a use case refused it. */
function errorsOf({ details, message }: Told): unknown {
  if (details?.errors) return details.errors
  return typeof details?.field === 'string' && details.field ? { [details.field]: message } : undefined
}

/** Answers with problem+json (RFC 9457): a code that stays the same, a sentence, and which fields it is about. */
export function problem(c: AppContext, told: Told): Response {
  const { field: _, errors: __, ...rest } = told.details ?? {}
  const errors = errorsOf(told)
  const body = {
    type: `urn:kindling:error:${told.code}`,
    title: told.message,
    status: told.status,
    code: told.code,
    ...(errors ? { errors } : {}),
    ...(Object.keys(rest).length > 0 ? { details: rest } : {}),
    requestId: c.var.requestId,
  }
  return c.body(JSON.stringify(body), told.status as 400, headersFor(c, told))
}
