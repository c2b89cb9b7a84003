import { type Words, words } from './words.ts'

/** What a page says in other words: some of them, also inside of a group. */
export type OwnWords = { [K in keyof Words]?: Words[K] extends string ? string : Partial<Words[K]> }

/** What the panel says on one page, in one language. */
export interface Speech {
  /** BCP 47 of these words, where they are ours. */
  lang: string
  said: Words
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb'])

export const directionOf = (lang: string): 'rtl' | 'ltr' =>
  rightToLeft.has(lang.toLowerCase().split('-')[0]!) ? 'rtl' : 'ltr'

/** The nearest of our languages: "de-AT" is "de", what we have not is "en". */
export function nearest(lang: string): string {
  const tag = lang.toLowerCase()
  const known = Object.keys(words)
  return (
    known.find((own) => own.toLowerCase() === tag) ?? known.find((own) => own === tag.split('-')[0]) ?? 'en'
  )
}

function withOwn(base: Words, own: OwnWords): Words {
  const said: Record<string, unknown> = { ...base }
  for (const [name, value] of Object.entries(own)) {
    if (typeof value === 'string') said[name] = value
    else if (value) said[name] = { ...(base[name as keyof Words] as object), ...value }
  }
  return said as unknown as Words
}

export function speechIn(lang: string, own: OwnWords = {}): Speech {
  const found = nearest(lang)
  return { lang: found, said: withOwn(words[found]!, own) }
}

/** Fills `{name}` and `{name|where it is not known}`. */
export function fill(sentence: string, given: Record<string, string | null | undefined> = {}): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^{}]*))?\}/g,
    (_, name: string, otherwise = '') => given[name] || otherwise,
  )
}

const nameOf = (key: string): string =>
  `word-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** Words that stand in attributes: `word-send`, `word-keep`, `word-use-these`. */
export function wordsInAttributes(element: Element): OwnWords {
  const own: Record<string, string> = {}
  for (const [key, value] of Object.entries(words.en!)) {
    const given = typeof value === 'string' ? element.getAttribute(nameOf(key)) : null
    if (given) own[key] = given
  }
  return own as OwnWords
}

/** The language of the place an element stands in, through shadow roots. */
export function langAt(element: Element): string {
  for (let at: Element | null = element; at; ) {
    const found: Element | null = at.closest('[lang]')
    if (found) return found.getAttribute('lang') ?? ''
    const root = at.getRootNode()
    at = root instanceof ShadowRoot ? root.host : null
  }
  return ''
}
