/** Scripts that name their language, or nearly. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
]

/** Letters that tell neighbours within a script apart. */
const within: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  zh: [[/[ぁ-ヿ]/u, 'ja']],
  ar: [
    [/[ٹڈڑے]/u, 'ur'],
    [/[پچژگ]/u, 'fa'],
  ],
  ru: [
    [/[іїєґ]/iu, 'uk'],
    [/[ђјљњћџ]/iu, 'sr'],
    [/[ыэё]/iu, 'ru'],
    [/(?=.*[ъщ])(?=.*(^|\s)(и|на|да|се|от|за)\s)/isu, 'bg'],
  ],
}

/** The small words of languages written in Latin letters, as far as other languages do not have them too. */
const small: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and is are was to of in that it you for with have this not but my they be on at do does how what who there would can anyone if',
    de: 'der die das und ist nicht ich ein eine mit auf für den dem zu sich wir ihr auch aber wie bei noch hat habe wer kann wenn oder',
    fr: 'le la les des est une et je vous nous que qui dans pour pas sur avec mais il elle du au ce mon ma très plus quelqu',
    es: 'el la los las es una y que en de por para con no pero mi se lo como más muy alguien está hay del al yo si',
    pt: 'o a os as é um uma e que em de por para com não mas meu minha se como mais muito alguém está do da no na eu',
    it: 'il lo la gli le è un una e che in di per con non ma mio mia si come più molto qualcuno sono del della nel ho',
    nl: 'de het een en is niet ik je van op voor met maar wij dat die zijn er ook heeft iemand hoe wat naar kan als',
    sv: 'och är det en ett att jag inte på för med som vi har till av den om någon men hur kan så',
    da: 'og er det en et at jeg ikke på for med som vi har til af den om nogen men hvordan kan så jer',
    nb: 'og er det en et at jeg ikke på for med som vi har til av den om noen men hvordan kan så dere',
    fi: 'ja on ei se että minä olen mutta kun niin hän tämä kuin myös joka ovat onko voi jos mitä',
    pl: 'i w nie na się jest to że do z jak ale czy dla mam po od mnie ktoś szukam tak już jestem',
    cs: 'a je to se na že v ne jsem s ale jak by pro mám tak když někdo už jsou po od do',
    tr: 've bir bu için ben çok da de ne mi var ama gibi daha olarak kadar sonra nasıl değil',
    hu: 'a az és hogy nem egy is van ez de meg már csak ha vagy mint nekem valaki volt lesz',
    ro: 'și este nu un o în la cu pe de că să mai dar sunt pentru care ce am cineva din',
    id: 'dan yang di ini itu saya tidak ada untuk dengan akan bisa dari ke kami apa sudah juga',
    vi: 'và là của không có tôi cho một được này các với trong người đã như những để',
  }).map(([language, list]) => [language, new Set(list.split(' '))]),
)

const LOOKED_AT = 2_000

function byScript(text: string, letters: number): string | undefined {
  for (const [script, language] of scripts) {
    const found = text.match(script)?.length ?? 0
    // Japanese mixes Han and kana: a few kana are enough to tell it from Chinese.
    if (found < letters * (language === 'ja' ? 0.1 : 0.5)) continue
    return within[language]?.find(([letter]) => letter.test(text))?.[1] ?? language
  }
  return undefined
}

function bySmallWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const hits = Object.entries(small).map(([language, set]) => ({
    language,
    count: words.filter((word) => set.has(word)).length,
  }))
  hits.sort((one, other) => other.count - one.count)
  const [best, second] = hits
  const enough = best!.count >= Math.max(2, words.length * 0.15) && best!.count > second!.count
  return enough ? best!.language : undefined
}

/**
 * The language a text seems to be in, from its script and its small words. Cheap and for search and hyphens
 * only: where it cannot tell, it says what the community speaks.
 * @returns a BCP 47 tag
 */
export function guessLanguage(text: string, fallback = 'en'): string {
  const plain = text
    .slice(0, LOOKED_AT)
    .replace(/https?:\/\/\S+|`[^`]*`|@[\w-]+/g, ' ')
    .normalize('NFC')
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return fallback
  return byScript(plain, letters) ?? bySmallWords(plain) ?? fallback
}
