import { makeRandom } from './random.mjs'

const most =
  'the to and a of in it is i that for you was on have with we be this but not as are at they so if from or my there one all had what do about an your up can me when just more out get like would some no our how then will were by has been them who which their time now only know make good see very even could also much after than other two first any work people over well way here think back down because new still something day too really year come take last did he she week long around should need find things look same keep before place little each never another went again made thing while through many few most right left off put those own best next used give since may such between water'.split(
    ' ',
  )

const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'j',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'sh',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'oo', 'ai']
const endings = ['', '', 'n', 'l', 'r', 'm', 'nd', 'rk', 'st', 'ck']
const forms = ['', '', '', '', 's', 'ing', 'ed']

export const VOCABULARY = 12_000

/** Made-up words behind the real common ones, with endings that stemming takes off. Same list every time. */
export function makeVocabulary() {
  const random = makeRandom(20_300_604)
  const words = new Set(most)
  while (words.size < VOCABULARY) {
    let stem = ''
    for (let syllables = 1 + random.below(3); syllables > 0; syllables--)
      stem += random.pick(onsets) + random.pick(vowels)
    stem += random.pick(endings)
    if (stem.length > 3) words.add(stem + random.pick(forms))
  }
  return [...words]
}

/** Written into so many entries of a million, beside what chance brings: what search is asked for. */
export const planted = { quillwort: 100, sarsenet: 10, zymurgy: 1 }
/** In no entry. */
export const ABSENT = 'xylographer'
