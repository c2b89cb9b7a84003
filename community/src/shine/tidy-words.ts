import { type Phrase, unfitting } from '../foundation/index.ts'

/** Line ends and spaces as they are kept; the words are the writer's. */
export function tidyWords(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/**
 * Words of one or a few sentences as they are kept.
 * @param limit UTF-16 units at most
 * @throws KindlingError `words_missing`, `words_too_long`, beside the field `words`
 */
export function checkedWords(
  text: string,
  { limit, missing, tooLong }: { limit: number; missing: Phrase; tooLong: Phrase },
): string {
  const words = tidyWords(text)
  if (!words) throw unfitting('words', 'words_missing', missing)
  if (words.length > limit) throw unfitting('words', 'words_too_long', tooLong, { count: limit })
  return words
}
