/** UTF-16 units of a line: what somebody hears, what the other adds, what matters to somebody. */
export const LINE_LENGTH = 200

/** Words as one line, without what no database takes and nobody types. */
export function tidyLine(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim()
}
