import type { Harm } from '../attributes.ts'
import type { Scores } from '../reading.ts'

/**
 * Which of the harms to name when several are likely: the one a person can do most with. "This may be heard as
 * about Sam" helps; "toxicity" says nothing, so the general ones are named only where no particular one comes near.
 */
const particular: readonly Harm[] = [
  'threat',
  'identity_attack',
  'sexually_explicit',
  'insult',
  'condescension',
  'dismissal',
  'generalisation',
  'sarcasm',
]
const general: readonly Harm[] = ['hostility', 'severe_toxicity', 'toxicity', 'profanity']
/** A particular harm is named from this share of the likeliest general one on. */
const NEAR = 0.6

/** What is not read in a language is not named. */
const NONE = -1

const likeliest = (scores: Scores, harms: readonly Harm[]): Harm =>
  harms.reduce((most, harm) => ((scores[harm] ?? NONE) > (scores[most] ?? NONE) ? harm : most))

export function reasonFor(scores: Scores): Harm {
  const one = likeliest(scores, particular)
  const other = likeliest(scores, general)
  return (scores[one] ?? NONE) >= (scores[other] ?? NONE) * NEAR ? one : other
}
