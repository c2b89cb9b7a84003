import type { Attribute } from '../attributes.ts'
import { Bag } from '../quick/bag.ts'
import { features } from '../quick/features.ts'
import type { Reading } from '../reading.ts'
import { isFirst, isSecond } from '../text/persons.ts'

/** One message of a conversation, as far as a forecast looks at it: no words of it, and of its author only which one. */
export interface Turn {
  /** Who wrote it: any key that is the same for the same person. */
  by: string
  scores: Readonly<Partial<Record<Attribute, number>>>
  /** How likely it hurts where other words would have kept the point: `why.likelihood` of its reading. */
  hurts: number
  /** How many words it has, and how many of them speak to the reader or of the writer. */
  words: number
  you: number
  me: number
  /** Whether its last sentence is a question. */
  asks: boolean
  /** When, in milliseconds. A day of rest begins a conversation anew. */
  at?: number
}

const bag = new Bag()

/** What a forecast looks at in a message; of a long one, the first 512 words. */
export function turnOf(text: string, { scores, why }: Reading, by: string, at?: number): Turn {
  const { tokens, sentences } = features(text, undefined, bag)
  const words = tokens.filter(({ kind }) => kind === 'word')
  return {
    by,
    scores,
    hurts: why.likelihood,
    words: words.length,
    you: words.filter(({ word }) => isSecond(word)).length,
    me: words.filter(({ word }) => isFirst(word)).length,
    asks: sentences.at(-1)?.asks ?? false,
    ...(at === undefined ? {} : { at }),
  }
}
