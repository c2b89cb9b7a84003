/** What can go wrong, each with a code that stays the same. */
export type ToneErrorCode =
  | 'model_unreadable'
  | 'model_missing'
  | 'text_not_string'
  | 'text_too_long'
  | 'reader_missing'

/** Thrown by this package; `message` is a sentence a person can act on. */
export class ToneError extends Error {
  override readonly name = 'ToneError'
  readonly code: ToneErrorCode

  constructor(code: ToneErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
