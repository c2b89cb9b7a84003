import { sql } from 'kysely'
import { type House, prepareAlone } from '../../foundation/index.ts'
import { searchQueryText, UNSPACED } from './pairs.ts'

/** What the typed words ask for, in PostgreSQL's terms. */
export interface Wanted {
  /** A tsquery: what each language of the community makes of the words. */
  query: string
  /** The same without the marks of languages, for the order by fit. */
  plain: string
  /** Stems to mark in the results, by configuration. */
  stems: ReadonlyMap<string, readonly string[]>
  /** True when a language sees nothing in the words but what stands in every text. */
  maybeCommon: boolean
}

/** Why there is nothing to look for: only words that stand everywhere, or only words to leave out. */
export type Unwanted = 'common' | 'only-without'

interface Row {
  configuration: string
  query: string
  /** The part that says what should be there. */
  positive: string
}

const variants = prepareAlone<{ community: string; words: string }, Row>(
  'search-variants',
  (_, p) =>
    sql`select configuration, query::text, querytree(query) as positive
    from (select l.configuration, websearch_to_tsquery(l.configuration::regconfig, ${p.words}) as query
      from search_languages l where l.community_id = ${p.community}) read
    order by configuration`,
)

const lone = new RegExp(`'([${UNSPACED}])'(?!:)`, 'g')
/** A single character of an unspaced script begins the pairs it stands in. */
const beginning = (query: string) => query.replace(lone, "'$1':*")

function stemsIn(query: string): string[] {
  return [...query.matchAll(/'((?:[^']|'')+)'/g)].map((match) => match[1]!.replaceAll("''", "'"))
}

/** Puts together what each language reads. Each reads its own entries only, or "not" would miss its stems. */
function join(rows: readonly Row[], maybeCommon: boolean): Wanted {
  const one = new Set(rows.map(({ query }) => query)).size === 1
  const read = rows.map(({ configuration, query }) => ({ configuration, query: beginning(query) }))
  return {
    query: one
      ? read[0]!.query
      : read.map(({ configuration, query }) => `((${query}) & '~${configuration}')`).join(' | '),
    plain: [...new Set(read.map(({ query }) => `(${query})`))].join(' | '),
    stems: new Map(rows.map(({ configuration, positive }) => [configuration, stemsIn(positive)])),
    maybeCommon,
  }
}

/** Reads typed words as every language in use here would. */
export async function readWords(house: House, community: string, words: string): Promise<Wanted | Unwanted> {
  const rows = await variants(house, { community, words: searchQueryText(words) })
  const asking = rows.filter(({ query }) => query !== '')
  if (asking.length === 0) return 'common'
  const findable = asking.filter(({ positive }) => positive !== '' && positive !== 'T')
  return findable.length > 0 ? join(findable, asking.length < rows.length) : 'only-without'
}
