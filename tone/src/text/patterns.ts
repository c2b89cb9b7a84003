// Every repetition is bounded: these are tried at many places, and a text may be made to be slow.
/** Addresses and e-mail. */
export const LINKS = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[^\\s<>"]{1,2000}',
    '[\\p{L}\\p{N}.+_\\-]{1,64}@[\\p{L}\\p{N}\\-]{1,63}(?:\\.[\\p{L}\\p{N}\\-]{1,63}){1,4}',
    '[a-z0-9\\-]{1,63}(?:\\.[a-z0-9\\-]{1,63}){0,4}\\.(?:com|org|net|edu|gov|io|dev|app|info|co\\.uk|de|fr|uk|eu)\\b(?:\\/[^\\s<>"]{0,2000})?',
  ].join('|'),
  'uy',
)
/** @sam, u/sam */
export const NAMES = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}|\/?u\/[a-z0-9_-]{3,40}/uy
/** Figures with what belongs to them: 3rd, 5%, £20, 10:30. */
export const NUMBERS =
  /[+-]?[$€£]?\d(?:[\d.,:/%-]{0,40}\d)?(?:st|nd|rd|th|%|°|s|k|m|am|pm|€|£)?(?![\p{L}\p{N}])/uy
/** Faces made of signs. */
export const EMOTICONS =
  /(?:>?[:;=]['~]?[-o^]?(?:[)\]([*/\\|><{}$@]+|[dp3o](?![a-z0-9]))|<3+|<\/3+|\^[_.-]?\^|[-¬]_+[-¬]|t_t|;_;|\(?[:;]|o_o|¯\\_\(.\)_\/¯)/y
/** Single letters held apart by one sign. */
export const SPACED = /\p{L}(?:([ .\-*_~])\p{L}(?![\p{L}\p{N}'])){1,30}/uy
/** Letters with signs among them that may hide a word. */
export const CHUNK = /[\p{L}\p{N}@$!*|+(€£#]{3,20}/uy
/** Between back ticks and no prose. */
export const CODE_LIKE = /[{}();=<>_\\/$[\]]|--|\.\w|^`?\S+`?$|[a-z][A-Z]/

/** A sticky pattern's match at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
