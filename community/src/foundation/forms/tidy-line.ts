const SPACES = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu
/** What is not seen, and what turns the direction of other words; not the joiners, of which Persian words and emoji are made. */
const UNSEEN = /(?!\u200c|\u200d)\p{Cf}/gu
const ENDS = /^(?:\s|\u200c|\u200d)+|(?:\s|\u200c|\u200d)+$/gu

/** Words as one line, without control and direction-changing characters. Empty where nothing can be seen. */
export function tidyLine(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(UNSEEN, '').replace(SPACES, ' ').replace(ENDS, '')
}
