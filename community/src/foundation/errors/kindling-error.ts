export interface KindlingErrorOptions {
  /** The HTTP status it becomes when it reaches a request. */
  status?: number
  /** What a program may want to know: ids, limits, names of fields. Never what people wrote. */
  details?: Record<string, unknown>
  cause?: unknown
}

/**
 * Something that went wrong in a way we know. The code stays the same over versions;
 * the message is a sentence that says what a person can do.
 */
export class KindlingError extends Error {
  override readonly name: string = 'KindlingError'
  readonly code: string
  readonly status: number
  readonly details?: Record<string, unknown>

  constructor(code: string, message: string, options: KindlingErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = options.status ?? 500
    if (options.details) this.details = options.details
  }
}
