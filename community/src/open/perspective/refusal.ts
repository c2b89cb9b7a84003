/** An entry of `error.details`, as Google's services write them. */
export type Detail = { '@type': string } & Record<string, unknown>

type ErrorType =
  | 'COMMENT_EMPTY'
  | 'COMMENT_TOO_LONG'
  | 'NO_REQUESTED_ATTRIBUTES'
  | 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE'
  | 'INVALID_REQUEST'

const statuses = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  413: 'INVALID_ARGUMENT',
  415: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
} as const
export type RefusalStatus = keyof typeof statuses

/**
 * A request that gets no answer, with the body that clients of the original know: they match status, `errorType`
 * and message alike, so none of these sentences changes. None holds anything of the text.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly httpStatus: RefusalStatus
  readonly details: readonly Detail[]
  /** Seconds until asking again is worth it. */
  readonly retryAfter: number | undefined

  constructor(
    httpStatus: RefusalStatus,
    message: string,
    details: readonly Detail[] = [],
    retryAfter?: number,
  ) {
    super(message)
    this.httpStatus = httpStatus
    this.details = details
    this.retryAfter = retryAfter
  }

  body(): object {
    const { httpStatus: code, message, details } = this
    const more = details.length > 0 ? { details } : {}
    return { error: { code, message, status: statuses[code], ...more } }
  }
}

function ofType(errorType: ErrorType, message: string, more: Record<string, unknown> = {}): Refusal {
  const type = 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error'
  return new Refusal(400, message, [{ '@type': type, errorType, ...more }])
}

const invalid = (message: string): Refusal => ofType('INVALID_REQUEST', message)

export const commentEmpty = (): Refusal => ofType('COMMENT_EMPTY', 'Comment must be non-empty.')
export const commentTooLong = (): Refusal => ofType('COMMENT_TOO_LONG', 'Comment text too long.')
export const attributesMissing = (): Refusal =>
  ofType('NO_REQUESTED_ATTRIBUTES', 'Missing requested_attributes')
export const scoresMissing = (): Refusal => invalid('Missing attribute_scores')
export const attributeUnknown = (name: string): Refusal => invalid(`Unknown requested attribute: ${name}`)
export const scoreTypeUnsupported = (type: string, name: string): Refusal =>
  invalid(`Requested score type ${type} is not supported by attribute ${name}`)
export const plainTextOnly = (): Refusal => invalid("Currently, only 'PLAIN_TEXT' comments are supported")
export const contextTwice = (): Refusal =>
  invalid('Context can have either entries or article_and_parent_comment, but both fields were populated.')
export const contextTooLong = (): Refusal => invalid('Context entry text too long.')
export const scoreOutside = (name: string): Refusal =>
  invalid(`Suggested score of attribute ${name} must be a number from 0 to 1.`)

export function languageUnsupported(
  attribute: string,
  requestedLanguages: readonly string[],
  detectedLanguages: readonly string[],
): Refusal {
  return ofType(
    'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    `Attribute ${attribute} does not support request languages: ${requestedLanguages.join(', ')}`,
    { languageNotSupportedByAttributeError: { detectedLanguages, requestedLanguages, attribute } },
  )
}

/** A body that is not what the API takes. `field` leads to it: "comment.text". */
export function badPayload(description: string, field?: string): Refusal {
  const violation = field === undefined ? { description } : { field, description }
  const type = 'type.googleapis.com/google.rpc.BadRequest'
  return new Refusal(400, description, [{ '@type': type, fieldViolations: [violation] }])
}

export const tooManyLanguages = (most: number): Refusal =>
  badPayload(`Invalid value at 'languages': up to ${most} language tags are taken.`, 'languages')
export const bodyCutOff = (): Refusal => badPayload('The request ended before its body was whole.')
export const encodingUnknown = (): Refusal =>
  new Refusal(
    415,
    'The body is compressed in a way that is not read here: send it as it is, or as gzip or deflate.',
  )
export const jsonUnreadable = (): Refusal =>
  badPayload('Invalid JSON payload received. The body is not a JSON object.')
export const wrongValue = (field: string, kind: string): Refusal =>
  badPayload(`Invalid value at '${field}' (${kind})`, field)
export const bodyTooLarge = (bytes: number): Refusal =>
  new Refusal(413, `Request payload size exceeds the limit: ${bytes} bytes.`)
export const notFound = (): Refusal => new Refusal(404, 'Requested entity was not found.')

const errorInfo = (reason: string, metadata: Record<string, string>): Detail => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service: 'commentanalyzer.googleapis.com', ...metadata },
})

export const keyMissing = (): Refusal =>
  new Refusal(
    403,
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  )
/** A community decides itself who may ask. */
export const closed = (): Refusal =>
  new Refusal(
    403,
    'This place does not score comments for this caller. Its administrators decide who may ask.',
  )
/** Figures are for who runs the machine. */
export const metricsClosed = (): Refusal =>
  new Refusal(403, 'The figures are shown to programs on this machine only, and not through a proxy.')
export const keyUnknown = (): Refusal =>
  new Refusal(400, 'API key not valid. Please pass a valid API key.', [errorInfo('API_KEY_INVALID', {})])

/** @param perMinute the caller's limit; @param retryAfter seconds */
export function quotaExceeded(perMinute: number, retryAfter: number): Refusal {
  const metric = 'Analysis requests (AnalyzeComment)'
  return new Refusal(
    429,
    `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute' of service 'commentanalyzer.googleapis.com'.`,
    [
      errorInfo('RATE_LIMIT_EXCEEDED', {
        quota_limit: 'AnalyzeRequestsPerMinutePerKey',
        quota_limit_value: String(perMinute),
        quota_metric: 'commentanalyzer.googleapis.com/analyze_requests',
      }),
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Whoever runs this server sets its limits.' }],
      },
    ],
    retryAfter,
  )
}

/** No reading, no score: never a zero that nobody measured. */
export const readerMissing = (): Refusal =>
  new Refusal(
    503,
    'The reading is not ready, so nothing can be scored. Whoever runs this server finds the reason in its log.',
  )
/** Many large requests at once; the next moment it may do. */
export const busy = (): Refusal =>
  new Refusal(503, 'Many large requests are being read. Try again in a moment.', [], 1)
export const broken = (): Refusal => new Refusal(500, 'Internal error encountered.')
