const id = 'commentanalyzer:v1alpha1'
const scope = 'https://www.googleapis.com/auth/userinfo.email'

const string = (description: string) => ({ type: 'string', description })
const list = (of: object, description: string) => ({ type: 'array', items: of, description })
const ref = (name: string) => ({ $ref: name })
const oneOf = (values: string[], description: string) => ({
  type: 'string',
  enum: values,
  enumDescriptions: values.map(() => ''),
  description,
})

const textTypes = ['TEXT_TYPE_UNSPECIFIED', 'PLAIN_TEXT', 'HTML']
const scoreTypes = ['SCORE_TYPE_UNSPECIFIED', 'PROBABILITY', 'STD_DEV_SCORE', 'PERCENTILE', 'RAW']

function schema(name: string, properties: Record<string, object>, description = '') {
  return { [name]: { id: name, type: 'object', description, properties } }
}

/** What requests for scores and for suggested scores have in common. */
const shared = {
  comment: { ...ref('TextEntry'), description: 'The text to read.' },
  context: { ...ref('Context'), description: 'What the comment answers. It is not read.' },
  languages: list({ type: 'string' }, 'Language tags. Left out: looked at.'),
  clientToken: string('Comes back with the answer.'),
  sessionId: string('Ignored, and kept nowhere.'),
  communityId: string('Where the comment stands.'),
}

const schemas = {
  ...schema('TextEntry', { text: string('UTF-8 text.'), type: oneOf(textTypes, 'How the text is written.') }),
  ...schema('ArticleAndParentComment', { article: ref('TextEntry'), parentComment: ref('TextEntry') }),
  ...schema('Context', {
    entries: list(ref('TextEntry'), 'Messages before this one.'),
    articleAndParentComment: ref('ArticleAndParentComment'),
  }),
  ...schema('AttributeParameters', {
    scoreType: oneOf(scoreTypes, 'PROBABILITY alone is answered.'),
    scoreThreshold: { type: 'number', format: 'float', description: 'Lower scores are left out.' },
  }),
  ...schema('Score', {
    value: { type: 'number', format: 'float', description: '0 to 1.' },
    type: oneOf(scoreTypes, 'The kind of score.'),
  }),
  ...schema('SpanScore', {
    begin: { type: 'integer', format: 'int32', description: 'UTF-16 units.' },
    end: { type: 'integer', format: 'int32', description: 'UTF-16 units, exclusive.' },
    score: ref('Score'),
  }),
  ...schema('AttributeScores', {
    summaryScore: ref('Score'),
    spanScores: list(ref('SpanScore'), 'At least one: the whole, or each sentence.'),
  }),
  ...schema('AnalyzeCommentRequest', {
    ...shared,
    requestedAttributes: {
      type: 'object',
      additionalProperties: ref('AttributeParameters'),
      description: 'What to score, by name.',
    },
    doNotStore: { type: 'boolean', description: 'Always so: nothing is stored.' },
    spanAnnotations: { type: 'boolean', description: 'A score for each sentence.' },
  }),
  ...schema('AnalyzeCommentResponse', {
    attributeScores: {
      type: 'object',
      additionalProperties: ref('AttributeScores'),
      description: 'By name.',
    },
    languages: list({ type: 'string' }, 'The languages asked for, or found.'),
    detectedLanguages: list({ type: 'string' }, 'The languages found.'),
    clientToken: string('As it was sent.'),
  }),
  ...schema('SuggestCommentScoreRequest', {
    ...shared,
    attributeScores: {
      type: 'object',
      additionalProperties: ref('AttributeScores'),
      description: 'The scores that the comment should have had.',
    },
  }),
  ...schema('SuggestCommentScoreResponse', {
    requestedLanguages: list({ type: 'string' }, 'The languages asked for.'),
    detectedLanguages: list({ type: 'string' }, 'The languages found.'),
    clientToken: string('As it was sent.'),
  }),
}

const query = (description: string, more: object = {}) => ({
  location: 'query',
  type: 'string',
  description,
  ...more,
})

const parameters = {
  alt: query('The form of the answer.', { enum: ['json'], enumDescriptions: [''], default: 'json' }),
  fields: query('Which parts of the answer are wanted.'),
  key: query('The key of the caller.'),
  access_token: query('The key of the caller.'),
  oauth_token: query('The key of the caller.'),
  prettyPrint: query('Whether the answer is laid out for people.', { type: 'boolean', default: 'false' }),
  quotaUser: query('Ignored.'),
  callback: query('Ignored.'),
  '$.xgafv': query('Ignored.', { enum: ['1', '2'], enumDescriptions: ['', ''] }),
  upload_protocol: query('Ignored.'),
  uploadType: query('Ignored.'),
}

function method(name: string, request: string, response: string, description: string) {
  return {
    [name]: {
      id: `commentanalyzer.comments.${name}`,
      path: `v1alpha1/comments:${name}`,
      flatPath: `v1alpha1/comments:${name}`,
      httpMethod: 'POST',
      description,
      parameters: {},
      parameterOrder: [],
      request: ref(request),
      response: ref(response),
      scopes: [scope],
    },
  }
}

/**
 * The document that client libraries build themselves from.
 * @param root the address under which the caller reached this server, with a slash at its end
 */
export function discoveryDocument(root: string): object {
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    id,
    name: 'commentanalyzer',
    canonicalName: 'Comment Analyzer',
    version: 'v1alpha1',
    revision: '20261201',
    title: 'Perspective Comment Analyzer API, answered by Kindling',
    description: 'How a comment may be felt by those who read it. The scores are not those of the original.',
    documentationLink: `${root}`,
    protocol: 'rest',
    rootUrl: root,
    mtlsRootUrl: root,
    servicePath: '',
    baseUrl: root,
    batchPath: 'batch',
    fullyEncodeReservedExpansion: true,
    ownerName: 'Kindling',
    version_module: true,
    parameters,
    auth: { oauth2: { scopes: { [scope]: { description: 'Not needed here.' } } } },
    schemas,
    resources: {
      comments: {
        methods: {
          ...method('analyze', 'AnalyzeCommentRequest', 'AnalyzeCommentResponse', 'Scores a comment.'),
          ...method(
            'suggestscore',
            'SuggestCommentScoreRequest',
            'SuggestCommentScoreResponse',
            'Says what a score should have been.',
          ),
        },
      },
    },
  }
}
