import { rudeWords, unstar } from './rude-words.ts'

const DISGUISES: Record<string, string> = {
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
  ß: 'b',
  '#': 'h',
  ü: 'u',
}

/** Words whose letters do stand twice, for telling "coool" from "sooo". */
const doubled = new Set(
  `all arsehole ass asshole assholes bee been beer bitter book bullshit bully butt call cheer cool deep feel feet fell
  food free full fussy good happy hell hello hoop keep kill look loser mood moon need nigga noon off old pee pissed poop
  pussy queer really room see seen sheep shoot silly sleep small soon still stress subtle suck sweet sweetie teen tell
  tittle too took tree useless well week weed wee whoop will wool yell`.split(/\s+/),
)

const THRICE = /(.)\1\1+/u

/** "sooo" becomes "so", "coool" cool: three or more of a letter stand for one, or two where a known word has two. */
export function squeeze(word: string): string {
  if (!THRICE.test(word)) return word
  const two = word.replace(/(.)\1{2,}/gu, '$1$1')
  if (doubled.has(two) || rudeWords.has(two)) return two
  return word.replace(/(.)\1{2,}/gu, '$1')
}

const plainLetters = /^[a-z]+$/

/** Every reading of a disguised word, at most sixteen. */
function readings(word: string): string[] {
  let found = ['']
  for (const sign of word) {
    const choices = DISGUISES[sign]
    const letters = choices === undefined || found.length > 8 ? [choices?.[0] ?? sign] : [...choices]
    found = found.flatMap((begin) => letters.map((letter) => begin + letter))
  }
  return found
}

/** The rude word behind a disguise ("sh1t", "a$$", "f**k", "ïdiot"), if there is one. */
export function undisguise(word: string): string | undefined {
  if (word.length < 3 || word.length > 20 || plainLetters.test(word)) return undefined
  const digits = word.replace(/\D/g, '').length
  if (digits * 2 > word.replace(/[^\p{L}\d]/gu, '').length) return undefined
  if (word.includes('*')) return unstar(word.replaceAll(/[^a-z*]/g, (sign) => DISGUISES[sign]?.[0] ?? sign))
  const bare = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return readings(bare).find((reading) => rudeWords.has(reading) || rudeWords.has(squeeze(reading)))
}
