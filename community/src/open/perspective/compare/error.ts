/** A comparison that cannot be made: a stable code and a sentence for the operator, never anything of a text. */
export class CompareError extends Error {
  override readonly name = 'CompareError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
