import type { Reading } from '@kindling/tone'

/** A reader of some name that knows one rude word: for tests of what is done with a reading, not of the reading. */
export const readBy =
  (name: string) =>
  (text: string): Reading => {
    const rude = /idiot/i.test(text)
    return {
      scores: { insult: rude ? 0.8 : 0.1 },
      spans: [],
      pause: rude,
      why: { likelihood: rude ? 0.9 : 0.1, attribute: rude ? 'insult' : null, words: [] },
      language: { tag: 'en', measured: true },
      model: { name, version: '1' },
    }
  }
