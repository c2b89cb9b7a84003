import { isKnown, mappedTo } from './attributes.ts'
import {
  booleanAt,
  field,
  isObject,
  type JsonObject,
  numberAt,
  objectAt,
  stringAt,
  stringsAt,
} from './json.ts'
import * as refusal from './refusal.ts'
import { TAG_AT_MOST } from './tag.ts'

/** Bytes of UTF-8 that a comment may have. */
const COMMENT_AT_MOST = 20_480
/** Bytes of UTF-8 that one entry of the context may have. */
const CONTEXT_AT_MOST = 1_048_576

/** More than any client asks for at once. */
const LANGUAGES_AT_MOST = 20

/** What a caller wants to know of a comment. */
export interface AnalyzeRequest {
  text: string
  attributes: { name: string; threshold: number | undefined }[]
  /** As they were sent; empty: look. */
  languages: string[]
  clientToken: string | undefined
  /** One span per sentence instead of one for the whole. */
  bySentence: boolean
}

/** What a caller thinks the answer should have been. */
export interface SuggestRequest {
  text: string
  scores: Record<string, number>
  languages: string[]
  clientToken: string | undefined
  doNotStore: boolean
}

/** As they were sent: which of them are languages is another question. */
function languagesOf(body: JsonObject): string[] {
  const languages = stringsAt(body, 'languages')
  if (languages.length > LANGUAGES_AT_MOST || languages.some((tag) => tag.length > TAG_AT_MOST))
    throw refusal.tooManyLanguages(LANGUAGES_AT_MOST)
  return languages
}

function checkType(type: string | undefined): void {
  if (type !== undefined && type !== 'PLAIN_TEXT' && type !== 'TEXT_TYPE_UNSPECIFIED')
    throw refusal.plainTextOnly()
}

function commentOf(body: JsonObject): string {
  const comment = objectAt(body, 'comment')
  const text = comment && stringAt(comment, 'text', 'comment.text')
  if (comment) checkType(stringAt(comment, 'type', 'comment.type'))
  if (!text?.trim()) throw refusal.commentEmpty()
  if (text.length > COMMENT_AT_MOST || Buffer.byteLength(text) > COMMENT_AT_MOST)
    throw refusal.commentTooLong()
  return text
}

function checkEntry(entry: unknown, path: string): void {
  if (!isObject(entry)) throw refusal.wrongValue(path, 'type.googleapis.com/TextEntry')
  const text = stringAt(entry, 'text', `${path}.text`) ?? ''
  checkType(stringAt(entry, 'type', `${path}.type`))
  if (Buffer.byteLength(text) > CONTEXT_AT_MOST) throw refusal.contextTooLong()
}

/** The original took a context and its models never looked at it; here it is checked and not read either. */
function checkContext(body: JsonObject): void {
  const context = objectAt(body, 'context')
  if (!context) return
  const entries = field(context, 'entries')
  const pair = objectAt(context, 'articleAndParentComment', 'context.articleAndParentComment')
  if (entries !== undefined && pair) throw refusal.contextTwice()
  if (entries !== undefined && !Array.isArray(entries))
    throw refusal.wrongValue('context.entries', 'TYPE_MESSAGE')
  entries?.forEach((entry, at) => {
    checkEntry(entry, `context.entries[${at}]`)
  })
  for (const name of ['article', 'parentComment']) {
    const entry = pair && field(pair, name)
    if (entry !== undefined) checkEntry(entry, `context.articleAndParentComment.${name}`)
  }
}

/** A message that is a map; a value of `null` or `{}` stands for "with nothing special". */
function entriesOf(body: JsonObject, name: string): [string, JsonObject][] {
  return Object.entries(objectAt(body, name) ?? {}).map(([key, value]) => {
    const asked = value ?? {}
    if (!isObject(asked)) throw refusal.wrongValue(`${name}.${key.slice(0, 100)}`, 'TYPE_MESSAGE')
    return [key, asked]
  })
}

function attributesOf(body: JsonObject): AnalyzeRequest['attributes'] {
  const asked = entriesOf(body, 'requestedAttributes')
  if (asked.length === 0) throw refusal.attributesMissing()
  return asked.map(([name, parameters]) => {
    if (!mappedTo(name)) throw refusal.attributeUnknown(name.slice(0, 100))
    const type = stringAt(parameters, 'scoreType') ?? 'PROBABILITY'
    if (type !== 'PROBABILITY' && type !== 'SCORE_TYPE_UNSPECIFIED')
      throw refusal.scoreTypeUnsupported(type.slice(0, 100), name)
    return { name, threshold: numberAt(parameters, 'scoreThreshold') }
  })
}

/** @throws Refusal in the original's words, and in the order in which it looked */
export function parseAnalyze(body: JsonObject): AnalyzeRequest {
  const text = commentOf(body)
  const attributes = attributesOf(body)
  checkContext(body)
  return {
    text,
    attributes,
    languages: languagesOf(body),
    clientToken: stringAt(body, 'clientToken'),
    bySentence: booleanAt(body, 'spanAnnotations'),
  }
}

/** A score; clients that leave out zeros leave out the value of one that is zero. */
function scoreIn(score: JsonObject, name: string): number {
  const value = numberAt(score, 'value') ?? 0
  if (value < 0 || value > 1) throw refusal.scoreOutside(name)
  return value
}

/** Of the whole, or of the stretch with the highest where only stretches were scored. */
function suggestedScore(name: string, given: JsonObject): number {
  const score = objectAt(given, 'summaryScore')
  if (score) return scoreIn(score, name)
  const spans = field(given, 'spanScores')
  const scores = Array.isArray(spans) ? spans.map((span) => isObject(span) && objectAt(span, 'score')) : []
  const values = scores
    .map((one) => (one ? scoreIn(one, name) : undefined))
    .filter((one) => one !== undefined)
  if (values.length === 0) throw refusal.scoreOutside(name)
  return Math.max(...values)
}

/** @throws Refusal */
export function parseSuggest(body: JsonObject): SuggestRequest {
  const text = commentOf(body)
  const suggested = entriesOf(body, 'attributeScores')
  if (suggested.length === 0) throw refusal.scoresMissing()
  const scores = suggested.map(([name, given]) => {
    if (!isKnown(name)) throw refusal.attributeUnknown(name.slice(0, 100))
    return [name, suggestedScore(name, given)] as const
  })
  checkContext(body)
  return {
    text,
    scores: Object.fromEntries(scores),
    languages: languagesOf(body),
    clientToken: stringAt(body, 'clientToken'),
    doNotStore: booleanAt(body, 'doNotStore'),
  }
}
