import { checkText } from './read.ts'
import { partsOf } from './text/parts.ts'

/**
 * Where the sentences of a text stand, in order: UTF-16 units, end exclusive. What lies between them is space. A
 * text without a word or sign has none.
 * @throws ToneError for what is no text, or too long to read
 */
export function sentences(text: string): { begin: number; end: number }[] {
  checkText(text)
  return partsOf(text).sentences
}
