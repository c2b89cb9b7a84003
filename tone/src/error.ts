/** What can go wrong, each with a code that stays the same. */
export type ToneErrorCode =
  | 'model_unreadable'
  | 'model_missing'
  | 'models_differ'
  | 'text_not_string'
  | 'text_too_long'
  | 'text_too_long_for_careful'
  | 'reader_missing'
  | 'not_reviewed'
  | 'reader_failed'

/** Thrown by this package; `message` is a sentence a person can act on. */
export class ToneError extends Error {
  override readonly name = 'ToneError'
  readonly code: ToneErrorCode

  constructor(code: ToneErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
