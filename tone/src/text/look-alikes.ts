/** Letters of other scripts that look like Latin ones. Folded only where a word or text mixes the two. */
const pairs =
  // Cyrillic
  'аaвbсcԁdеeёeԍgһhіiїiјjкkӏlмmоoрpԛqгrѕsтtцuѵvԝwхxуyзzүyӓaӧoҫcԚqԜw' +
  // Greek
  'αaβbγyεeηnιiκkνvοoρpτtυuχxωwςs' +
  // Armenian, Cherokee small, Lisu and others met in the wild
  'օoսuոnհhքpցgզqꭰdꮪsꮶk' +
  // Latin that is drawn like plain Latin: small capitals, script, turned dotless, IPA
  'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgıiɩiʋvȷjǀlƽsꞵb'

const plain = new Map<number, number>()
for (let at = 0; at < pairs.length; at += 2) plain.set(pairs.charCodeAt(at), pairs.charCodeAt(at + 1))

/** The Latin letter a unit looks like, or 0. */
export function latinFor(code: number): number {
  return plain.get(code) ?? 0
}

/** Folded wherever they stand: nobody writes a word of their language with them. */
export function isDrawnLatin(code: number): boolean {
  return (code >= 0x1d00 && code <= 0x1d22) || code === 0xa730 || code === 0xa731
}

const isLatin = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f) || isDrawnLatin(code)

/** Cyrillic, Greek, Armenian: letters that could be a language of their own. */
const isOther = (code: number): boolean => code >= 0x370 && code <= 0x58f

/** True where a stretch of other letters can only be dressed-up Latin: there is Latin, and nothing else but look-alikes. */
function mixes(codes: Uint16Array, begin: number, end: number): boolean {
  let latin = false
  for (let at = begin; at < end; at++) {
    const code = codes[at]!
    if (isLatin(code)) latin = true
    else if (isOther(code) && !plain.has(code)) return false
  }
  return latin
}

const isWord = (code: number): boolean => isLatin(code) || isOther(code) || plain.has(code)

/** Folds look-alikes in place: in every word that mixes scripts, and in whole texts that do. */
export function foldLookAlikes(codes: Uint16Array, length: number): void {
  const wholeText = mixes(codes, 0, length)
  let begin = 0
  while (begin < length) {
    if (!isWord(codes[begin]!)) {
      begin++
      continue
    }
    let end = begin + 1
    while (end < length && isWord(codes[end]!)) end++
    const fold = wholeText || mixes(codes, begin, end)
    for (let at = begin; at < end; at++) {
      const latin = latinFor(codes[at]!)
      if (latin !== 0 && (fold || isDrawnLatin(codes[at]!))) codes[at] = latin
    }
    begin = end
  }
}
