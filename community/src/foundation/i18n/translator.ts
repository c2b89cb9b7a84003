import type { Child } from 'hono/jsx'
import type { Phrase, WordParams } from './words.ts'

export interface Language {
  /** BCP 47 tag, put into `<html lang>`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** A sentence by key, where this language or community has its own. */
  readonly own?: ReadonlyMap<string, Phrase['text']>
  /** Changes every finished sentence; used by the pseudo-language that tests layout. */
  readonly transform?: (sentence: string) => string
}

export const english: Language = { tag: 'en', direction: 'ltr' }

/** Lengthens and accents every sentence and runs right to left, so that what was forgotten shows. */
export const pseudo: Language = {
  tag: 'en-XA',
  direction: 'rtl',
  transform: (sentence) =>
    `⟦${sentence.replace(/[aeiou]/g, (letter) => ({ a: 'áa', e: 'ée', i: 'íi', o: 'óo', u: 'úu' })[letter]!)}⟧`,
}

type Part = { text: string } | { param: string }
const parsed = new Map<string, Part[]>()

function parse(sentence: string): Part[] {
  let parts = parsed.get(sentence)
  if (!parts) {
    parts = sentence
      .split(/(\{\w+\})/)
      .map((piece) => (/^\{\w+\}$/.test(piece) ? { param: piece.slice(1, -1) } : { text: piece }))
    parsed.set(sentence, parts)
  }
  return parts
}

export interface Translator {
  (phrase: Phrase, params?: WordParams): string
  /** A sentence with marked pieces: `<link>Sign in</link>` becomes what `wrap.link('Sign in')` returns. */
  rich(phrase: Phrase, wrap: Record<string, (inner: string) => Child>, params?: WordParams): Child[]
  readonly language: Language
}

function choose(phrase: Phrase, language: Language, plurals: Intl.PluralRules, params?: WordParams): string {
  const text = language.own?.get(phrase.key) ?? phrase.text
  if (typeof text === 'string') return text
  return text[plurals.select(Number(params?.count ?? 0))] ?? text.other
}

function fillIn(sentence: string, params?: WordParams): string {
  // Most sentences are finished, and looking is quicker than finding how they were parsed.
  if (!sentence.includes('{')) return sentence
  let result = ''
  for (const part of parse(sentence))
    result += 'text' in part ? part.text : String(params?.[part.param] ?? '')
  return result
}

/** Makes the function that turns phrases into sentences of one language. */
export function makeTranslator(language: Language): Translator {
  const plurals = new Intl.PluralRules(language.tag)
  const change = language.transform ?? ((sentence: string) => sentence)
  const t = (phrase: Phrase, params?: WordParams) =>
    change(fillIn(choose(phrase, language, plurals, params), params))
  const rich: Translator['rich'] = (phrase, wrap, params) =>
    choose(phrase, language, plurals, params)
      .split(/(<\w+>[^<]*<\/\w+>)/)
      .map((piece) => {
        const marked = /^<(\w+)>([^<]*)<\/\w+>$/.exec(piece)
        const inner = change(fillIn(marked ? marked[2]! : piece, params))
        return marked ? (wrap[marked[1]!]?.(inner) ?? inner) : piece && inner
      })
  return Object.assign(t, { rich, language })
}

/** For where no request chose a language: the command line, the server's own log. */
export const inEnglish = makeTranslator(english)
