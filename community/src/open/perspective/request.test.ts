import { describe, expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { parseAnalyze, parseSuggest } from './request.ts'

const whole = { comment: { text: 'Fair point.' }, requestedAttributes: { TOXICITY: {} } }

function refused(parse: () => unknown): { message: string; errorType: unknown } {
  try {
    parse()
  } catch (error) {
    if (error instanceof Refusal)
      return { message: error.message, errorType: error.details[0]?.errorType ?? error.details[0]?.['@type'] }
    throw error
  }
  throw new Error('It was taken.')
}

const badRequest = 'type.googleapis.com/google.rpc.BadRequest'

test('everything a caller may say', () => {
  const request = parseAnalyze({
    comment: { text: 'Fair point.', type: 'PLAIN_TEXT' },
    requestedAttributes: {
      TOXICITY: { scoreType: 'PROBABILITY', scoreThreshold: 0.5 },
      CURIOSITY_EXPERIMENTAL: null,
    },
    context: { entries: [{ text: 'What do you think?', type: 'PLAIN_TEXT' }] },
    languages: ['en'],
    doNotStore: true,
    clientToken: 'comment:1',
    sessionId: 'https://street.example_42',
    communityId: 'street',
    spanAnnotations: true,
    somethingNew: 1,
  })
  expect(request).toEqual({
    text: 'Fair point.',
    attributes: [
      { name: 'TOXICITY', threshold: 0.5 },
      { name: 'CURIOSITY_EXPERIMENTAL', threshold: undefined },
    ],
    languages: ['en'],
    clientToken: 'comment:1',
    bySentence: true,
  })
})

test('names with underscores count as well', () => {
  const request = parseAnalyze({
    comment: { text: 'Fair point.' },
    requested_attributes: { TOXICITY: { score_threshold: '0.2' } },
    span_annotations: true,
    client_token: 'a',
    languages: 'en',
  })
  expect(request).toMatchObject({ clientToken: 'a', bySentence: true, languages: ['en'] })
  expect(request.attributes).toEqual([{ name: 'TOXICITY', threshold: 0.2 }])
})

describe("refusals in the original's words", () => {
  const cases: [string, object, string, string][] = [
    ['no comment', { requestedAttributes: { TOXICITY: {} } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['an empty one', { ...whole, comment: { text: ' \n' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    [
      'too long',
      { ...whole, comment: { text: 'é'.repeat(10_241) } },
      'COMMENT_TOO_LONG',
      'Comment text too long.',
    ],
    [
      'nothing asked',
      { comment: { text: 'Hm.' } },
      'NO_REQUESTED_ATTRIBUTES',
      'Missing requested_attributes',
    ],
    [
      'nothing asked but braces',
      { ...whole, requestedAttributes: {} },
      'NO_REQUESTED_ATTRIBUTES',
      'Missing requested_attributes',
    ],
    [
      'an unknown name',
      { ...whole, requestedAttributes: { TOXICITY: {}, KINDNESS: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: KINDNESS',
    ],
    [
      'a name that was never measured here',
      { ...whole, requestedAttributes: { SPAM: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: SPAM',
    ],
    [
      'a name from a prototype',
      { ...whole, requestedAttributes: { toString: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: toString',
    ],
    [
      'another kind of score',
      { ...whole, requestedAttributes: { TOXICITY: { scoreType: 'PERCENTILE' } } },
      'INVALID_REQUEST',
      'Requested score type PERCENTILE is not supported by attribute TOXICITY',
    ],
    [
      'HTML',
      { ...whole, comment: { text: '<b>Hm</b>', type: 'HTML' } },
      'INVALID_REQUEST',
      "Currently, only 'PLAIN_TEXT' comments are supported",
    ],
    [
      'two contexts',
      { ...whole, context: { entries: [], articleAndParentComment: { article: { text: 'a' } } } },
      'INVALID_REQUEST',
      'Context can have either entries or article_and_parent_comment, but both fields were populated.',
    ],
    [
      'too much context',
      { ...whole, context: { entries: [{ text: 'a'.repeat(1_048_577) }] } },
      'INVALID_REQUEST',
      'Context entry text too long.',
    ],
    [
      'a comment of numbers',
      { ...whole, comment: { text: 5 } },
      badRequest,
      "Invalid value at 'comment.text' (TYPE_STRING)",
    ],
    [
      'a comment that is a list',
      { ...whole, comment: ['a'] },
      badRequest,
      "Invalid value at 'comment': an object is expected.",
    ],
    [
      'languages that are numbers',
      { ...whole, languages: [1] },
      badRequest,
      "Invalid value at 'languages' (TYPE_STRING)",
    ],
    [
      'a threshold that is none',
      { ...whole, requestedAttributes: { TOXICITY: { scoreThreshold: 'high' } } },
      badRequest,
      "Invalid value at 'scoreThreshold' (TYPE_FLOAT)",
    ],
  ]
  test.each(cases)('%s', (_, body, errorType, message) => {
    expect(refused(() => parseAnalyze(body as never))).toEqual({ errorType, message })
  })

  test('20,480 bytes are read, one more is not', () => {
    const of = (bytes: number) => ({ ...whole, comment: { text: 'a'.repeat(bytes) } })
    expect(parseAnalyze(of(20_480)).text).toHaveLength(20_480)
    expect(refused(() => parseAnalyze(of(20_481))).errorType).toBe('COMMENT_TOO_LONG')
  })
})

describe('suggested scores', () => {
  const suggested = (scores: unknown) => ({ comment: { text: 'Hm.' }, attributeScores: scores })

  test('as moderators send them', () => {
    const request = parseSuggest({
      ...suggested({ TOXICITY: { summaryScore: { value: 1 } } }),
      context: { entries: [{ text: '{"url":"https://street.example"}' }] },
      communityId: 'Coral:https://street.example',
      clientToken: 'comment:7',
    } as never)
    expect(request).toEqual({
      text: 'Hm.',
      scores: { TOXICITY: 1 },
      languages: [],
      clientToken: 'comment:7',
      doNotStore: false,
    })
  })

  test('names that the original knew are taken, too', () => {
    expect(parseSuggest(suggested({ SPAM: { summaryScore: { value: 0 } } }) as never).scores).toEqual({
      SPAM: 0,
    })
  })

  test.each([
    [{}, 'Missing attribute_scores'],
    [undefined, 'Missing attribute_scores'],
    [{ NOTHING: { summaryScore: { value: 1 } } }, 'Unknown requested attribute: NOTHING'],
    [{ TOXICITY: {} }, 'Suggested score of attribute TOXICITY must be a number from 0 to 1.'],
    [
      { TOXICITY: { summaryScore: { value: 1.5 } } },
      'Suggested score of attribute TOXICITY must be a number from 0 to 1.',
    ],
  ])('%j is refused', (scores, message) => {
    expect(refused(() => parseSuggest(suggested(scores) as never)).message).toBe(message)
  })
})
