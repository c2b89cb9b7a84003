import pg from 'pg'
import type { Place } from './place.ts'

/** Does in a place's database what only time would do, or what would take a browser too long. */
export async function inTheDatabase(
  { databaseUrl }: Pick<Place, 'databaseUrl'>,
  statement: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Lets a job run now instead of at its hour. It is taken within ten seconds. */
export const runJob = (place: Pick<Place, 'databaseUrl'>, name: string): Promise<void> =>
  inTheDatabase(
    place,
    `insert into pgboss.job (name, data, policy) select name, '{}', policy from pgboss.queue where name = 'job-${name}'`,
  )

/** Lets go what waits for its time: letters wait half a minute, so that words can be taken back. */
export const hurry = (place: Pick<Place, 'databaseUrl'>): Promise<void> =>
  inTheDatabase(
    place,
    `update pgboss.job set start_after = now() where state = 'created' and name like 'work-%'`,
  )
