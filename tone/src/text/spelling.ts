import { rudeWords, unstar } from './rude-words.ts'

const DISGUISES = new Map(
  Object.entries({
    '0': 'o',
    '1': 'il',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '6': 'g',
    '7': 't',
    '8': 'b',
    '9': 'g',
    '@': 'a',
    $: 's',
    '!': 'il',
    '|': 'il',
    '+': 't',
    '(': 'c',
    '€': 'e',
    '£': 'l',
    '#': 'h',
    ß: 'b',
    ü: 'u',
  }),
)

/** Words whose letters do stand twice, for telling "coool" from "sooo". */
const doubled = new Set(
  `all arsehole ass asshole assholes bee been beer bitter book bullshit bully butt call cheer cool deep feel feet fell
  food free full fussy good happy hell hello hoop keep kill look loser mood moon need nigga noon off old pee pissed poop
  pussy queer really room see seen sheep shoot silly sleep small soon still stress subtle suck sweet sweetie teen tell
  tittle too took tree useless well week weed wee whoop will wool yell`.split(/\s+/),
)

function hasThrice(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code === word.charCodeAt(at - 1) && code === word.charCodeAt(at - 2)) return true
  }
  return false
}

/** "sooo" becomes "so", "coool" cool: three or more of a letter stand for one, or two where a known word has two. */
export function squeeze(word: string): string {
  if (!hasThrice(word)) return word
  const two = word.replace(/(.)\1{2,}/gu, '$1$1')
  if (doubled.has(two) || rudeWords.has(two)) return two
  return word.replace(/(.)\1{2,}/gu, '$1')
}

const plainLetters = /^[a-z']+$/
const plainAscii = /^[\0-\x7f]*$/

/** The rude word among the readings of a disguise, at most sixteen of them. */
function findReading(
  signs: string[],
  at: number,
  begin: string,
  tries: { left: number },
): string | undefined {
  if (at === signs.length) {
    if (tries.left-- <= 0) return undefined
    return rudeWords.has(begin) || rudeWords.has(squeeze(begin)) ? begin : undefined
  }
  const sign = signs[at]!
  for (const letter of DISGUISES.get(sign) ?? sign) {
    const found = findReading(signs, at + 1, begin + letter, tries)
    if (found !== undefined || tries.left <= 0) return found
  }
  return undefined
}

/** More figures than letters is a number, a road, a model: "a55", "m4a1". */
function isMostlyDigits(word: string): boolean {
  let [digits, letters] = [0, 0]
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
    else if ((code >= 97 && code <= 122) || code > 127) letters++
  }
  return digits > letters
}

/** The rude word behind a disguise ("sh1t", "a$$", "f**k", "ïdiot"), if there is one. */
export function undisguise(word: string): string | undefined {
  if (word.length < 3 || word.length > 20 || plainLetters.test(word) || isMostlyDigits(word)) return undefined
  if (word.includes('*'))
    return unstar(word.replaceAll(/[^a-z*]/g, (sign) => DISGUISES.get(sign)?.[0] ?? sign))
  const bare = plainAscii.test(word) ? word : word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return findReading([...bare], 0, '', { left: 16 })
}
