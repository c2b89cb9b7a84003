import { sql } from 'kysely'
import { type House, prepareAlone } from '../../foundation/index.ts'
import type { AuthorView } from '../views.ts'
import { excerptAround, findSpans, markSpans, type Piece, plainText, wordsToAsk } from './excerpt.ts'
import { configurationOf } from './languages.ts'
import { unspacedRuns } from './pairs.ts'
import type { Wanted } from './read-words.ts'
import { EXCERPT_LENGTH } from './rules.ts'

/** One entry that was found, ready to be shown. */
export interface FoundEntry {
  id: string
  postId: string
  isReply: boolean
  /** Of the post, also for an answer to it. */
  title: Piece[]
  excerpt: Piece[]
  /** Undefined where it stands without a name. */
  author: AuthorView | undefined
  space: { slug: string; name: string }
  language: string
  writtenAt: Date
}

interface Row {
  id: string
  post_id: string
  is_reply: boolean
  title: string
  body: string
  author_id: string
  unnamed: boolean
  name: string
  handle: string
  picture_id: string | null
  slug: string
  space_name: string
  language: string
  created_at: Date
}

const rowsOf = prepareAlone<{ community: string; ids: string[] }, Row>(
  'search-rows',
  (_, p) =>
    sql`select given.id, p.id as post_id, r.id is not null as is_reply, p.title, coalesce(r.body, p.body) as body,
      m.id as author_id, case when r.id is null then p.unnamed else r.unnamed end as unnamed, m.name, m.handle, m.picture_id,
      s.slug, s.name as space_name, coalesce(r.language, p.language) as language, coalesce(r.created_at, p.created_at) as created_at
    from unnest(${p.ids}::uuid[]) with ordinality given (id, place)
    left join replies r on r.community_id = ${p.community} and r.id = given.id
    join posts p on p.community_id = ${p.community} and p.id = coalesce(r.post_id, given.id)
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = p.community_id and m.id = coalesce(r.author_id, p.author_id)
    order by given.place`,
)

const fitting = prepareAlone<{ words: string[]; dictionary: string; stems: string[] }, { word: string }>(
  'search-fitting-words',
  (_, p) =>
    sql`select word from unnest(${p.words}::text[]) word where ts_lexize(${p.dictionary}::regdictionary, word) && ${p.stems}::text[]`,
)

/** The words to mark, by configuration: asked of the database, which alone knows their stems. */
async function wordsToMark(
  house: House,
  rows: readonly (Row & { plain: string })[],
  wanted: Wanted,
): Promise<Map<string, Set<string>>> {
  const byConfiguration = new Map<string, string>()
  for (const row of rows) {
    const configuration = configurationOf(row.language)
    byConfiguration.set(
      configuration,
      `${byConfiguration.get(configuration) ?? ''} ${row.title} ${row.plain}`,
    )
  }
  const marked = await Promise.all(
    [...byConfiguration].map(async ([configuration, text]) => {
      const stems = [...(wanted.stems.get(configuration) ?? [])]
      const words = wordsToAsk(text, stems, configuration)
      const dictionary = configuration === 'simple' ? 'simple' : `${configuration}_stem`
      const found = words.length > 0 ? await fitting(house, { words, dictionary, stems }) : []
      return [configuration, new Set(found.map(({ word }) => word))] as const
    }),
  )
  return new Map(marked)
}

const nothing: ReadonlySet<string> = new Set()

/** What is shown of entries, in the given order, with what was looked for marked. */
export async function readFound(
  house: House,
  community: string,
  ids: readonly string[],
  wanted: Wanted | undefined,
  words: string,
): Promise<FoundEntry[]> {
  if (ids.length === 0) return []
  const rows = (await rowsOf(house, { community, ids: [...ids] })).map((row) => ({
    ...row,
    plain: plainText(row.body),
  }))
  const marks = wanted ? await wordsToMark(house, rows, wanted) : new Map<string, Set<string>>()
  const runs = unspacedRuns(words)
  return rows.map((row) => {
    const found = marks.get(configurationOf(row.language)) ?? nothing
    return {
      id: row.id,
      postId: row.post_id,
      isReply: row.is_reply,
      title: markSpans(row.title, findSpans(row.title, found, runs)),
      excerpt: excerptAround(row.plain, findSpans(row.plain, found, runs), EXCERPT_LENGTH),
      author: row.unnamed
        ? undefined
        : { id: row.author_id, name: row.name, handle: row.handle, pictureId: row.picture_id },
      space: { slug: row.slug, name: row.space_name },
      language: row.language,
      writtenAt: row.created_at,
    }
  })
}
