import { count } from './count.ts'

/** A script, what its letters are worth beside Latin ones, and the languages that are told apart within it. */
interface Script {
  letters: RegExp
  /** A syllable or a word of one sign says as much as some letters. */
  worth: number
  tag(text: string, found: number): string
}

const always = (tag: string) => (): string => tag

/** Letters and small words that Russian does not have; "ъ" it writes before four vowels alone. */
const notRussian: [string, RegExp][] = [
  ['be', /ў/gu],
  ['uk', /[їєґ]|(?<!\p{L})(?:що|це|але|він|від|вже|дуже|щоб|якщо|дякую|і)(?!\p{L})/gu],
  ['sr', /[ђћџљњј]/gu],
  ['bg', /ъ(?![еёюя])|(?<!\p{L})(?:ще|са|това|тя|ние|вие|няма|благодаря|какво|защо)(?!\p{L})/gu],
  ['und-Cyrl', /[іѓќѕәғқңөұүһ]/gu],
]
/** What others do not have; a borrowed name is no reason to doubt. */
const RUSSIAN =
  /[ыэё]|(?<!\p{L})(?:и|что|как|это|все|еще|уже|так|он|мы|вы|ты|меня|тебя|если|только|очень)(?!\p{L})/gu

function cyrillic(text: string): string {
  const own = count(text, RUSSIAN)
  for (const [tag, signs] of notRussian) if (count(text, signs) * 2 > own) return tag
  return 'ru'
}

/** Letters that Urdu and Persian add; Arabic has its own forms of two of them. */
function arabic(text: string): string {
  if (/[ٹڈڑںے]/u.test(text)) return 'ur'
  return count(text, /[پچژگکی]/gu) > count(text, /[ةكيىأإ]/gu) ? 'fa' : 'ar'
}

/** Signs that stand in nearly every message and were made simpler on the mainland. */
const TRADITIONAL =
  /[這們個來說對時會還沒為麼過後給國學話點開關讓當應該從與實現問題見長樣頭電間動業員進種經發無總愛認識請謝馬門錢東車書聽寫買賣覺邊難離嗎兒嘅咗]/gu

/** Chinese was measured as the mainland writes it. */
const chinese = (text: string, found: number): string =>
  count(text, TRADITIONAL) * 12 > found ? 'zh-Hant' : 'zh'

const scripts: Script[] = [
  { letters: /\p{Script=Cyrillic}/gu, worth: 1, tag: cyrillic },
  { letters: /\p{Script=Arabic}/gu, worth: 1, tag: arabic },
  { letters: /\p{Script=Hebrew}/gu, worth: 1, tag: always('und-Hebr') },
  { letters: /\p{Script=Greek}/gu, worth: 1, tag: always('el') },
  { letters: /\p{Script=Hangul}/gu, worth: 2, tag: always('ko') },
  { letters: /\p{Script=Han}/gu, worth: 3, tag: chinese },
  { letters: /\p{Script=Devanagari}/gu, worth: 1, tag: always('und-Deva') },
  { letters: /\p{Script=Thai}/gu, worth: 1, tag: always('th') },
]
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const LATIN = /\p{Script=Latin}/gu
const LETTERS = /\p{L}/gu
/** Names and addresses are Latin in every language. */
const NAMES = /@[\w.]+|(?:https?:\/\/|www\.)\S+/g

/** The language of a text that is mostly in a script other than Latin. */
export function otherScript(whole: string): string | undefined {
  const text = whole.replace(NAMES, '')
  const latin = count(text, LATIN)
  const letters = count(text, LETTERS)
  if (letters === latin) return undefined
  let [most, found, tag] = [0, 0, always('und') as Script['tag']]
  for (const script of scripts) {
    const own = count(text, script.letters)
    if (own * script.worth <= most) continue
    most = own * script.worth
    found = own
    tag = script.tag
  }
  const kana = count(text, KANA)
  // Japanese writes Han as well; where there is kana, the Han is hers.
  if (kana * 10 > letters) return 'ja'
  return latin > Math.max(most, letters - latin) ? undefined : tag(text, found)
}
