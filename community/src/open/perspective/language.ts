import type { Attribute, Reading } from '@kindling/tone'
import { mappedTo } from './attributes.ts'
import type { PerspectiveReader } from './reader.ts'
import { languageUnsupported } from './refusal.ts'
import type { AnalyzeRequest } from './request.ts'
import { first, isTag } from './tag.ts'

const ENGLISH = 'en'

/** In which language a comment is read, and what its answer says of languages. */
export interface Choice {
  lang: string
  /** Attributes that were never measured in `lang` are read as English where no language was asked for. */
  elsewhere: string | undefined
  languages: string[]
  detectedLanguages: string[]
  /** The reading that told. */
  seen: Reading
}

const attributesOf = ({ attributes }: AnalyzeRequest): [string, Attribute][] =>
  attributes.map(({ name }) => [name, mappedTo(name)!.attribute])

/** What was asked for stands, or is refused: a score in a language nobody measured would be a guess. */
function chooseAmong(request: AnalyzeRequest, reader: PerspectiveReader, seen: Reading): Choice {
  const { languages } = request
  const detected = seen.language.tag
  const tags = new Set(languages.filter(isTag).map((tag) => tag.toLowerCase()))
  let left = [...tags].map((tag) => ({ lang: first(tag), measured: reader.attributesIn(tag) }))
  for (const [name, attribute] of attributesOf(request)) {
    left = left.filter(({ measured }) => measured.has(attribute))
    if (left.length === 0) throw languageUnsupported(name, languages, [detected])
  }
  const { lang } = left.find((one) => one.lang === first(detected)) ?? left[0]!
  return { lang, elsewhere: undefined, languages, detectedLanguages: [detected], seen }
}

/** Where none was asked for there is always an answer: in the language of the comment, or else as English. */
function chooseByLooking(request: AnalyzeRequest, seen: Reading): Choice {
  const { tag, measured } = seen.language
  const whole =
    measured && attributesOf(request).every(([, attribute]) => seen.scores[attribute] !== undefined)
  const tags = [...new Set([...(tag.startsWith('und') ? [] : [tag]), ...(whole ? [] : [ENGLISH])])]
  return {
    lang: measured ? first(tag) : ENGLISH,
    elsewhere: whole ? undefined : ENGLISH,
    languages: tags,
    detectedLanguages: tags,
    seen,
  }
}

/** @throws Refusal where a language was asked for in which an attribute was not measured */
export function chooseLanguage(request: AnalyzeRequest, reader: PerspectiveReader): Choice {
  const seen = reader.glance(request.text)
  return request.languages.length > 0 ? chooseAmong(request, reader, seen) : chooseByLooking(request, seen)
}
