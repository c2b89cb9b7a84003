/** Text as a reader is meant to take it, with the way back to the original. */
export interface Normalised {
  text: string
  /** For each UTF-16 unit of `text`, its offset in the original; one more entry for the end. */
  offsets: Uint32Array
}

// What Unicode itself says may be left out of sight: joiners, marks of direction, variation selectors.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u

/**
 * Folds what changes the look and not the word: invisible characters go, compatibility forms (full-width,
 * mathematical letters) become plain, case is lowered. Never fails, also not on broken surrogates.
 */
export function normalise(original: string): Normalised {
  const text: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of original) {
    const folded = INVISIBLE.test(character) ? '' : character.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < folded.length; unit++) {
      text.push(folded[unit]!)
      offsets.push(at)
    }
    at += character.length
  }
  offsets.push(original.length)
  return { text: text.join(''), offsets: Uint32Array.from(offsets) }
}
