/** One sentence of the catalogue. Plural sentences choose their form by the parameter `count`. */
export interface Phrase {
  readonly key: string
  readonly text: string | PluralForms
}
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
export type WordParams = Readonly<Record<string, string | number>>

const catalogue = new Map<string, Phrase>()

/**
 * Adds a feature's sentences to the catalogue and gives them back as phrases for `t`.
 * `{name}` stands for a parameter, `<link>…</link>` for a piece the page wraps (see Translator.rich).
 * @example const w = words('thanks', { heading: 'Thank {name}' }); t(w.heading, { name: 'Mira' })
 */
export function words<const Sentences extends Record<string, string | PluralForms>>(
  feature: string,
  sentences: Sentences,
): { readonly [Name in keyof Sentences]: Phrase } {
  const phrases: Record<string, Phrase> = {}
  for (const [name, text] of Object.entries(sentences)) {
    const phrase = Object.freeze({ key: `${feature}.${name}`, text })
    if (catalogue.has(phrase.key)) throw new Error(`The catalogue has "${phrase.key}" twice.`)
    catalogue.set(phrase.key, phrase)
    phrases[name] = phrase
  }
  return phrases as { readonly [Name in keyof Sentences]: Phrase }
}

/** Every sentence by key, for the tests that check them and the pages that let a community reword them. */
export function allPhrases(): ReadonlyMap<string, Phrase> {
  return catalogue
}
