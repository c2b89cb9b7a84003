import { beforeAll, expect, test } from 'vitest'
import { PerspectiveReader } from '../reader.ts'
import { Gathered } from './gather.ts'
import { readEntry } from './read-entry.ts'
import { resultOf } from './result.ts'

let reader: PerspectiveReader
beforeAll(async () => {
  reader = await PerspectiveReader.start('quick')
})

const entry = (at: number, text: string, ...scores: [string, number][]) => ({
  at,
  found: { text, scores: new Map(scores) },
})

test('a text is scored as the server scores it, by all its names that are answered', async () => {
  const found = await readEntry(entry(1, 'You pathetic liar.', ['TOXICITY', 0.9], ['SPAM', 0.1]), reader)
  expect(found).toMatchObject({ at: 1, model: expect.stringMatching(/^quick /) })
  const { old, ours } = found as unknown as Record<'old' | 'ours', Map<string, number>>
  expect([...old.keys()]).toEqual(['TOXICITY', 'SPAM'])
  expect([...ours.keys()]).toEqual(['TOXICITY'])
  expect(ours.get('TOXICITY')).toBeGreaterThan(0.5)
})

test('what nothing answers is not read, and what the original never scored is left out', async () => {
  expect(await readEntry(entry(1, 'Hm.', ['SPAM', 0.1]), reader)).toMatchObject({ model: undefined })
  const long = 'é'.repeat(10_241)
  expect(await readEntry(entry(2, long, ['TOXICITY', 0.1]), reader)).toEqual({
    at: 2,
    unused: 'text_too_long',
  })
  expect(await readEntry({ at: 3, found: 'not_json' }, reader)).toEqual({ at: 3, unused: 'not_json' })
})

test('a reader that failed says why, once', async () => {
  const broken = await PerspectiveReader.start('quick', {
    load: {
      async plain() {
        throw Object.assign(new Error('The model file is not whole.'), { code: 'model_unreadable' })
      },
    },
  })
  await expect(readEntry(entry(1, 'Hm.', ['TOXICITY', 0.1]), broken)).rejects.toMatchObject({
    code: 'model_unreadable',
    message: 'The model file is not whole.',
  })
})

function gathered(count: number, name = 'TOXICITY'): Gathered {
  const found = new Gathered()
  for (let at = 1; at <= count; at++)
    found.add({
      at,
      old: new Map([
        [name, at / count],
        ['SPAM', 0.1],
      ]),
      ours: new Map([[name, at / count / 2]]),
      model: 'quick 1',
    })
  return found
}

test('attributes stand in their usual order, with the thresholds of the site or the usual ones', () => {
  const found = gathered(60, 'INSULT')
  for (let at = 0; at < 12; at++)
    found.add({
      at,
      old: new Map([['TOXICITY', at / 20]]),
      ours: new Map([['TOXICITY', at / 20]]),
      model: 'quick 1',
    })
  found.add({ at: 99, old: new Map([['THREAT', 0.1]]), ours: new Map([['THREAT', 0.1]]), model: 'quick 2' })
  const thresholds = new Map([
    ['INSULT', [0.6]],
    ['PROFANITY', [0.6]],
    ['FLIRTATION', [0.6]],
  ])
  const result = resultOf(found, thresholds)
  expect(result.comparisons.map(({ name, thresholds }) => [name, thresholds.map(({ old }) => old)])).toEqual([
    ['TOXICITY', [0.5, 0.7, 0.8, 0.9]],
    ['INSULT', [0.6]],
  ])
  expect(result).toMatchObject({
    texts: 73,
    models: ['quick 1', 'quick 2'],
    tooFew: [{ name: 'THREAT', texts: 1 }],
    unanswered: ['FLIRTATION', 'SPAM'],
    absent: ['PROFANITY'],
  })
})

test('fewer than ten texts are refused, with what stood in the way', () => {
  const found = gathered(9)
  for (let at = 10; at < 22; at++) found.add({ at, unused: 'score_wrong' })
  expect(() => resultOf(found, new Map())).toThrow(
    expect.objectContaining({
      code: 'too_few_texts',
      message: expect.stringContaining(
        'Left out: 12 entries with a score that is no number from 0 to 1 (line or row 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 2 more).',
      ),
    }),
  )
  expect(() => resultOf(found, new Map())).toThrow('TOXICITY has 9 texts; a comparison takes 10.')
  expect(resultOf(gathered(10), new Map()).comparisons).toHaveLength(1)
})
