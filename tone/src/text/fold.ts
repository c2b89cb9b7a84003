const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]/u
// Squared and circled capitals that compatibility forms leave alone.
const ENCLOSED = [0x1f130, 0x1f150, 0x1f170] as const
/** Signs whose compatibility form would be another word: the numero sign is not "no". */
const KEPT = /[\u2100-\u214f]/u

/** Letters that compatibility forms leave as they are; asking ICU for each would cost more than the rest. */
function isStable(code: number): boolean {
  return (
    (code >= 0xc0 && code <= 0x17e && code !== 0x132 && code !== 0x133 && code !== 0x13f && code !== 0x140) ||
    (code >= 0x388 && code <= 0x3ce) ||
    (code >= 0x400 && code <= 0x52f) ||
    (code >= 0x5d0 && code <= 0x5ea) ||
    (code >= 0x620 && code <= 0x669 && code !== 0x640) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    code === 0x2018 ||
    (code >= 0x201c && code <= 0x201e)
  )
}

/** Marks that sit on Latin, Greek or Cyrillic letters; the vowel signs of other scripts are letters to them. */
export function isDecoration(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe20 && code <= 0xfe2f)
  )
}

function enclosed(code: number): string | undefined {
  for (const first of ENCLOSED)
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first)
  return undefined
}

/** What one character becomes: nothing where it is invisible, else its plain lower-case form. */
export function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  if (isStable(code)) return character.toLowerCase()
  if (code === 0x2019 || code === 0x2bc || code === 0xb4) return "'"
  if (INVISIBLE.test(character)) return ''
  if (KEPT.test(character) && !/\p{L}/u.test(character)) return character
  const letter = enclosed(code)
  if (letter) return letter
  const folded = character.normalize('NFKC').toLowerCase()
  // One ligature of Arabic unfolds into eighteen letters; what would grow like that stays as it is.
  return folded.length > 4 ? character : folded
}
