const VOWEL = /^(?:[aeio]|u(?!ni[^nm]|s[aeiu]|til|r[aiou])|hour|honest|heir)/i
const AS_W_OR_Y = /^(?:one|once|eu)/i

/** "a" or "an" for a word, with a capital where the one before had it. */
export function articleFor(word: string, before: string): string {
  const fit = VOWEL.test(word) && !AS_W_OR_Y.test(word) ? 'an' : 'a'
  return before[0] === 'A' ? fit[0]!.toUpperCase() + fit.slice(1) : fit
}

/** A phrase with its own articles in order. */
export const withArticles = (phrase: string): string =>
  phrase.replace(
    /\b(an?) (?=(\p{L}+))/giu,
    (_, article: string, word: string) => `${articleFor(word, article)} `,
  )
