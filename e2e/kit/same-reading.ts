import { attributes, type Reading } from '@kindling/tone'
import { expect } from 'vitest'

type Score = number | undefined
const near = (one: Score, other: Score): boolean =>
  one === other || (one !== undefined && other !== undefined && Math.abs(one - other) <= 1e-6)

/** Everything alike but the last digits of scores: two builds of the same engine round an exponential differently. */
export function expectSameReading(one: Reading, other: Reading, text: string): void {
  for (const attribute of attributes)
    expect(near(one.scores[attribute], other.scores[attribute]), `${attribute} of ${text}`).toBe(true)
  const places = ({ spans, why, pause, language, model }: Reading) => ({
    spans: spans.map(({ begin, end, attribute }) => [begin, end, attribute]),
    words: why.words,
    attribute: why.attribute,
    pause,
    language,
    model,
  })
  expect(places(other), text).toEqual(places(one))
}
