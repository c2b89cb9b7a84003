import { availableParallelism } from 'node:os'
import pg from 'pg'
import { iso } from './world.mjs'

const searchIndexes = `select indexname, indexdef from pg_indexes where tablename = 'search_entries' and indexname <> 'search_entries_pkey'`

/** The words of all entries at once, on as many connections as there are cores; the indexes come after. */
export async function addSearch(client, url) {
  const { rows: indexes } = await client.query(searchIndexes)
  for (const { indexname } of indexes) await client.query(`drop index ${indexname}`)
  await client.query('truncate search_entries')
  const parts = Math.max(1, Math.min(4, availableParallelism()))
  const columns = 'community_id, entry_id, is_reply, space_id, author_id, written_at, words'
  const {
    rows: [span],
  } = await client.query('select min(created_at) as low, max(created_at) as high from replies')
  const step = (span.high - span.low) / parts
  await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const worker = new pg.Client({ connectionString: url })
      await worker.connect()
      const range = [
        part === 0 ? '-infinity' : iso(+span.low + part * step),
        part === parts - 1 ? 'infinity' : iso(+span.low + (part + 1) * step),
      ]
      await worker.query(
        `insert into search_entries (${columns})
         select * from (
           select p.community_id, p.id, false, p.space_id, case when p.unnamed then null else p.author_id end, p.created_at as at, search_words(p.language, p.title, p.body, p.created_at)
           from posts p where p.deleted_at is null and p.hidden_at is null and p.created_at >= $1 and p.created_at < $2
           union all
           select r.community_id, r.id, true, p.space_id, case when r.unnamed then null else r.author_id end, r.created_at, search_words(r.language, '', r.body, r.created_at)
           from replies r join posts p on p.community_id = r.community_id and p.id = r.post_id
           where r.deleted_at is null and r.hidden_at is null and r.created_at >= $1 and r.created_at < $2) everything
         order by at`,
        range,
      )
      await worker.end()
    }),
  )
  await client.query(
    `insert into search_languages select id, 'english' from communities on conflict do nothing`,
  )
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { indexdef } of indexes) await client.query(indexdef)
}
