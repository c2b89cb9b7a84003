import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHere } from '../../composer/index.ts'
import { isAgreement, sharedWish, spokenOf, stemOf } from './common-ground.ts'
import { exchangeIn, type Turn } from './exchange.ts'
import { pickOwnWords, WORDS_SHOWN } from './own-words.ts'
import { type SaidEntry, type Sentence, sentencesOf } from './sentences.ts'

let made = 0
const entry = (body: string, given: Partial<SaidEntry> = {}): SaidEntry => ({
  id: `e${made}`,
  isReply: true,
  body,
  language: 'en',
  at: new Date(2030, 1, 1, 0, made++),
  answersOther: true,
  ...given,
})
const said = (...bodies: string[]): Sentence[] => bodies.flatMap((body) => sentencesOf(entry(body)))
const words = (sentences: readonly Sentence[]): string[] => sentences.map((one) => one.words)
const pick = async (...bodies: string[]): Promise<string[]> =>
  words(
    pickOwnWords(
      await Promise.all(
        said(...bodies).map(async (sentence) => ({ sentence, reading: await readHere(sentence.words) })),
      ),
    ),
  )

describe('sentences', () => {
  test('are as they were written, without quotes, code, pictures and marks', () => {
    const body = [
      '> I need the hose on Saturday.',
      '',
      'I **need** the hose [before nine](https://a.example). It is `dry()` there!',
      '',
      '```',
      'I want this to be code.',
      '```',
      '![I want a picture](/files/0192f3a1-7c00-7abc-8def-0123456789ab)',
      '- My beans are dying.',
    ].join('\n')
    expect(words(said(body))).toEqual(['I need the hose before nine.', 'It is there!', 'My beans are dying.'])
  })

  test('hold for any text: nothing is said that was not written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        for (const sentence of words(said(body)))
          expect(letters(body)).toContain(letters(sentence).slice(0, 4))
      }),
      { numRuns: 60 },
    )
  })
})

describe('LISTEN-3 own words', () => {
  test('are what somebody needs, wishes, worries about, or gives as a reason', async () => {
    expect(
      await pick(
        'The rota is on the shed door. I need the hose on Saturday mornings, before my shift.',
        'Nine days is a long time. It matters to me that the small beds get water first.',
        'I am worried about the lettuces because nobody is there in the week.',
      ),
    ).toEqual([
      'I need the hose on Saturday mornings, before my shift.',
      'It matters to me that the small beds get water first.',
      'I am worried about the lettuces because nobody is there in the week.',
    ])
  })

  test('never what may hurt whom it is shown to, and no questions', async () => {
    expect(
      await pick(
        'I need you to stop being such a lazy idiot.',
        'I want you gone, you are a disgrace to this place.',
        'Why would I need that?',
      ),
    ).toEqual([])
  })

  test('nothing where nothing was said, or nobody can say how it reads', async () => {
    expect(await pick('Beds 4 and 5 are by the gate.', 'Ok.')).toEqual([])
    expect(await pick('Potrzebuję węża w sobotę rano, bo potem idę do pracy.')).toEqual([])
  })

  test('at most five, the plainest, in the order of writing, and none twice', async () => {
    const many = Array.from({ length: 9 }, (_, at) => `I need the hose on day ${at + 1}.`)
    const picked = await pick(...many, 'It matters to me that we share it.', 'I need the hose on day 9.')
    expect(picked).toHaveLength(WORDS_SHOWN)
    expect(picked.at(-1)).toBe('It matters to me that we share it.')
    expect(new Set(picked).size).toBe(WORDS_SHOWN)
  })
})

describe('LISTEN-3 common ground', () => {
  const theirs = said(
    'I need the hose on Saturday. The water butt behind the shed was empty at 7:30, and the lettuces were dry.',
  )
  const mine = said('On Saturday the hose was gone. I filled the water butt at 7:30 for the Lettuces.')

  test('is what both speak of: pairs, days, times and names before other words', () => {
    expect(spokenOf(theirs, mine).sort()).toEqual([
      '7:30',
      'Saturday',
      'the hose',
      'the lettuces',
      'the water butt',
    ])
  })

  test('is nothing where the two speak of different things, and no names of the two', () => {
    expect(spokenOf(said('The oven is warm.'), said('My bicycle has a puncture.'))).toEqual([])
    expect(spokenOf(said('And Mira said so.'), said('But Mira did not.'), ['Mira Sol'])).toEqual([])
    expect(spokenOf(said('I do think so, really.'), said('I really think so.'))).toEqual([])
  })

  test('holds for any two texts: said by both, none twice, and the same with oneself', () => {
    const text = fc.array(
      fc.constantFrom('hose', 'beds', 'the', 'Saturday', '12', 'water', 'and', 'We', '.'),
      {
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const found = spokenOf(said(one.join(' ')), said(other.join(' ')))
        expect(new Set(found).size).toBe(found.length)
        for (const part of found.flatMap((term) => term.split(' ')))
          if (part !== 'the') expect(one.map((word) => word.toLowerCase())).toContain(part.toLowerCase())
      }),
      { numRuns: 60 },
    )
  })

  test('a light stem finds a word in its forms', () => {
    for (const [one, other] of [
      ['bed', 'beds'],
      ['lettuces', 'lettuce'],
      ['watering', 'water'],
      ['planned', 'planning'],
      ['berries', 'berry'],
      ['boxes', 'box'],
      ['Ana’s', 'Ana'],
    ] as const)
      expect(stemOf(one)).toBe(stemOf(other))
    expect(stemOf('glass')).not.toBe(stemOf('glad'))
  })

  test('agreements are what was said to the other, and meant so', () => {
    const agrees = (body: string, given?: Partial<SaidEntry>) =>
      isAgreement(sentencesOf(entry(body, given))[0]!)
    for (const body of [
      'You’re right about the hose.',
      'Fair point.',
      'I do agree with you there.',
      'Same here, honestly.',
    ])
      expect(agrees(body), body).toBe(true)
    for (const body of [
      'I don’t agree with that.',
      'I agree with Theo about the hose.',
      'If you are right, we lose a bed.',
      'Do you think you are right?',
      'That is not a good point.',
      'I think you are right now in the shed.',
    ])
      expect(agrees(body), body).toBe(false)
    expect(agrees('You are right about the hose.', { answersOther: false })).toBe(false)
  })

  test('a wish of each about the same, or none', () => {
    const wish = sharedWish(
      said('I want the hose back by noon.', 'I need a longer Saturday.'),
      said('I’d like the hose to stay by the gate.', 'The gate is green.'),
    )
    expect(wish).toMatchObject({
      about: ['the hose'],
      theirs: { words: 'I want the hose back by noon.' },
      mine: { words: 'I’d like the hose to stay by the gate.' },
    })
    expect(sharedWish(said('I want the hose.'), said('The hose is green.'))).toBeUndefined()
  })
})

describe('LISTEN-3 back and forth', () => {
  const [me, mira, theo] = [undefined, { id: 'mira', name: 'Mira' }, { id: 'theo', name: 'Theo' }]
  const turn = (id: string, author: typeof mira | undefined, parentId: string | null = null): Turn => ({
    id,
    author: author ?? { id: 'me', name: 'Noor' },
    mine: !author,
    muted: false,
    parentId,
  })
  const thread = [
    turn('p', theo),
    turn('a', mira),
    turn('b', me, 'a'),
    turn('c', mira, 'b'),
    turn('d', me, 'c'),
    turn('e', mira, 'd'),
  ]

  test('each has answered the other twice; the last words of the other are meant', () => {
    expect(exchangeIn(thread, 2)).toEqual({ entryId: 'e', authorId: 'mira', name: 'Mira' })
    expect(exchangeIn(thread.slice(0, 5), 2)).toBeUndefined()
    expect(exchangeIn(thread.slice(0, 4), 1)).toMatchObject({ entryId: 'c' })
  })

  test('nobody whom one muted: the exchange with somebody else is meant then', () => {
    const muted = thread.map((one) => ({ ...one, muted: one.author?.id === 'mira' }))
    expect(exchangeIn(muted, 1)).toBeUndefined()
    const both = [muted[0]!, turn('x', me), turn('y', theo, 'x'), ...muted.slice(1)]
    expect(exchangeIn(both, 1)).toMatchObject({ authorId: 'theo' })
    const none = both.map((one) => ({ ...one, muted: false }))
    expect(exchangeIn(none, 1)).toMatchObject({ authorId: 'mira' })
  })

  test('nobody without a name, nobody who only answers, nobody who talks to others', () => {
    const unnamed = thread.map((one) => (one.author?.id === 'mira' ? { ...one, author: undefined } : one))
    expect(exchangeIn(unnamed, 1)).toBeUndefined()
    expect(exchangeIn([turn('p', me), turn('a', mira), turn('b', mira)], 1)).toBeUndefined()
    expect(exchangeIn([turn('p', theo), turn('a', mira), turn('b', me)], 1)).toBeUndefined()
    expect(exchangeIn([], 1)).toBeUndefined()
  })
})
