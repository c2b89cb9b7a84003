/** What may hurt, and what does good. `sarcasm` is experimental: people agree on it least. */
export const harms = [
  'toxicity',
  'severe_toxicity',
  'insult',
  'threat',
  'profanity',
  'identity_attack',
  'sexually_explicit',
  'hostility',
  'condescension',
  'dismissal',
  'generalisation',
  'sarcasm',
] as const
export const kindnesses = [
  'gratitude',
  'encouragement',
  'empathy',
  'admiration',
  'celebration',
  'curiosity',
  'respect',
  'personal_story',
  'constructive',
  'reasoning',
  'nuance',
  'affinity',
  'apology',
  'offer_of_help',
  'request_for_help',
] as const

export type Harm = (typeof harms)[number]
export type Kindness = (typeof kindnesses)[number]
export type Attribute = Harm | Kindness

/** Every attribute, harms first. */
export const attributes: readonly Attribute[] = [...harms, ...kindnesses]

/** True for the name of an attribute. */
export function isAttribute(name: string): name is Attribute {
  return (attributes as readonly string[]).includes(name)
}
