import { tidyLine, unfitting } from '../foundation/index.ts'
import { LINE_LENGTH } from './rules.ts'
import { listenErrors } from './words.ts'

/**
 * A line as it is kept.
 * @throws KindlingError `words_missing`, `words_too_long`, beside the field `words`
 */
export function checkedLine(text: string): string {
  const line = tidyLine(text)
  if (!line) throw unfitting('words', 'words_missing', listenErrors.wordsMissing)
  if (line.length > LINE_LENGTH)
    throw unfitting('words', 'words_too_long', listenErrors.wordsTooLong, { count: LINE_LENGTH })
  return line
}
