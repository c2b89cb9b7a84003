import type { Attribute } from '@kindling/tone'

/** How well a name of the Perspective API is answered, for the table in docs/perspective.md. */
export type Quality =
  /** The same question, compared with readers in public sets: figures in the model card. */
  | 'measured'
  /** The same question, compared with readers of our own messages only. */
  | 'measured on our own messages'

export interface Mapped {
  attribute: Attribute
  quality: Quality
}

const measured = (attribute: Attribute): Mapped => ({ attribute, quality: 'measured' })
const ours = (attribute: Attribute): Mapped => ({ attribute, quality: 'measured on our own messages' })

const production = {
  TOXICITY: measured('toxicity'),
  SEVERE_TOXICITY: measured('severe_toxicity'),
  IDENTITY_ATTACK: measured('identity_attack'),
  INSULT: measured('insult'),
  PROFANITY: measured('profanity'),
  THREAT: measured('threat'),
} satisfies Record<string, Mapped>

const experimental = Object.fromEntries(
  Object.entries(production).map(([name, mapped]) => [`${name}_EXPERIMENTAL`, mapped]),
)

/**
 * The names of the Perspective API that are answered here, and what answers them. Jigsaw's own training set called
 * profanity "obscene", so that name is measured as well.
 */
export const mapped: Readonly<Record<string, Mapped>> = {
  ...production,
  ...experimental,
  TOXICITY_FAST: measured('toxicity'),
  SEXUALLY_EXPLICIT: measured('sexually_explicit'),
  OBSCENE: measured('profanity'),
  AFFINITY_EXPERIMENTAL: ours('affinity'),
  COMPASSION_EXPERIMENTAL: measured('empathy'),
  CONSTRUCTIVE_EXPERIMENTAL: ours('constructive'),
  CURIOSITY_EXPERIMENTAL: measured('curiosity'),
  NUANCE_EXPERIMENTAL: ours('nuance'),
  PERSONAL_STORY_EXPERIMENTAL: ours('personal_story'),
  REASONING_EXPERIMENTAL: ours('reasoning'),
  RESPECT_EXPERIMENTAL: ours('respect'),
  GENERALIZATION_EXPERIMENTAL: measured('generalisation'),
}

/** Names that the original knew and nothing here was measured for: they are refused in its words. */
export const unanswered: readonly string[] = [
  'FLIRTATION',
  'ATTACK_ON_AUTHOR',
  'ATTACK_ON_COMMENTER',
  'INCOHERENT',
  'INFLAMMATORY',
  'LIKELY_TO_REJECT',
  'SPAM',
  'UNSUBSTANTIAL',
  'ALIENATION_EXPERIMENTAL',
  'FEARMONGERING_EXPERIMENTAL',
  'MORAL_OUTRAGE_EXPERIMENTAL',
  'POWER_APPEAL_EXPERIMENTAL',
  'SCAPEGOATING_EXPERIMENTAL',
]

/** What answers a name; undefined where nothing does. The name alone decides, whatever stands on prototypes. */
export const mappedTo = (name: string): Mapped | undefined =>
  Object.hasOwn(mapped, name) ? mapped[name] : undefined

/** Whether the original, or this, ever had such an attribute: scores for those can be suggested. */
export const isKnown = (name: string): boolean => mappedTo(name) !== undefined || unanswered.includes(name)
