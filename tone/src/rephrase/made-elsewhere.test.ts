import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptable, loadQuick, mayBeRephrased, type Reading, read } from '../node.ts'
import { applied } from './compose.ts'

/** A reading by rude words alone: what is tested here is what is done with a reading. */
function byWords(text: string): Reading {
  const rude = /idiot|stupid|moron|lazy|useless/i.test(text)
  return {
    scores: { threat: 0, identity_attack: 0, insult: rude ? 0.8 : 0.1 },
    spans: [],
    pause: rude,
    why: { likelihood: rude ? 0.9 : 0.1, attribute: rude ? 'insult' : null, words: [] },
    language: { tag: 'en', measured: true },
    model: { name: 'words', version: '1' },
  }
}

const HARD =
  'Sam, you lazy idiot, you never watered bed 4 before 9:00. See https://example.org/rota and “the list”.'
const GOOD =
  'Sam, bed 4 was not watered before 9:00 again. Could you look at https://example.org/rota and “the list”?'

const take = async (drafts: string[], text = HARD, reading = byWords(text)) =>
  (await acceptable(text, reading, drafts, byWords)).map((one) => one.text)

test('a draft that keeps all and hurts no more is taken, with its edits and its likelihood', async () => {
  const [found] = await acceptable(HARD, byWords(HARD), [GOOD], byWords)
  expect(found).toMatchObject({ text: GOOD, likelihood: 0.1 })
  expect(applied(HARD, found!.changes)).toBe(GOOD)
})

test.each([
  ['still hurts by its reading', GOOD.replace('Could', 'Stupid, but could')],
  ['still hurts by its words', GOOD.replace('again', 'again, shut up')],
  ['lost a name', GOOD.replace('Sam, b', 'B')],
  ['lost a number', GOOD.replace('bed 4', 'the bed')],
  ['lost a link', GOOD.replace(' at https://example.org/rota and', ' at')],
  ['lost a quotation', GOOD.replace('“the list”', 'the list')],
  ['brings a link', `${GOOD} More at https://evil.example/pay`],
  ['brings somebody', `${GOOD.replace('again', 'again, as Martin said')}`],
  ['brings a number', GOOD.replace('again', 'for 12 days')],
  ['brings a mention', `${GOOD} Ask @martin too?`],
  ['brings code', `${GOOD} Run \`rm -rf\` first?`],
  [
    'lost the point',
    'Sam, 4 and 9:00, https://example.org/rota, “the list”: have a lovely day, dear friend.',
  ],
  [
    'tells much besides',
    `${GOOD} Meanwhile our harvest festival needs cakes, tables, lanterns and musicians.`,
  ],
  ['is no whole sentence', GOOD.replace('again', 'because the')],
  ['is what it was', HARD],
  ['is empty', '  '],
  ['is far too long', `${GOOD} ${'Bed 4 was not watered. '.repeat(20)}`],
])('what %s is not taken', async (_, draft) => {
  expect(await take([GOOD, draft])).toEqual([GOOD])
})

test.each([
  'Go back to where your kind came from.',
  'We know where you live.',
  'Nobody would miss you.',
  'Maybe gardening is not for your people.',
])('a calm sentence hides no hard one, with the reader that ships: %s', async (hard) => {
  await loadQuick()
  const text = 'Sam, you lazy idiot, you never watered bed 4 before 9:00.'
  const calm = 'Sam, bed 4 was not watered before 9:00.'
  const drafts = [`${calm} ${hard}`, `${calm} I am upset about that.`]
  const found = await acceptable(text, read(text), drafts, read)
  expect(found.map((one) => one.text)).toEqual([drafts[1]])
})

test('nothing is taken for a threat, for contempt, without a pause, in another language', async () => {
  const reading = byWords(HARD)
  const not: Partial<Reading>[] = [
    { scores: { ...reading.scores, threat: 0.6 } },
    { scores: { ...reading.scores, identity_attack: 0.6 } },
    { pause: false },
    { language: { tag: 'de', measured: true } },
  ]
  for (const changed of not) {
    expect(mayBeRephrased(HARD, { ...reading, ...changed })).toBe(false)
    expect(await take([GOOD], HARD, { ...reading, ...changed })).toEqual([])
  }
  expect(mayBeRephrased(HARD, reading)).toBe(true)
})

test('where nothing was said but the insult, nothing can be said otherwise', async () => {
  expect(await take(['You could do better.', 'I disagree with you.'], 'You idiot, you lazy moron.')).toEqual(
    [],
  )
})

test('at most three, kinder first, none twice; a reader that takes its time reads the same', async () => {
  const others = ['please', 'now', 'soon', 'tonight'].map((when) => GOOD.replace('again', when))
  const found = await take([GOOD, GOOD, `${GOOD} `, ...others])
  expect(found).toHaveLength(3)
  expect(new Set(found).size).toBe(3)
  const slowly = await acceptable(HARD, byWords(HARD), [GOOD], async (text) => byWords(text))
  expect(slowly.map((one) => one.text)).toEqual([GOOD])
})

test('whatever comes, what is taken reads no pause and keeps what must be kept', async () => {
  const piece = fc.constantFrom(...GOOD.split(' '), ...HARD.split(' '), 'idiot', '@sam', '\n', '“', '12')
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }),
      fc.string({ unit: 'binary' }),
      async (words, odd) => {
        for (const text of await take([words.join(' '), odd, `${GOOD} ${odd}`])) {
          expect(byWords(text).pause).toBe(false)
          for (const kept of ['Sam', '4', '9:00', 'https://example.org/rota', '“the list”'])
            expect(text).toContain(kept)
        }
      },
    ),
    { numRuns: 200 },
  )
})
