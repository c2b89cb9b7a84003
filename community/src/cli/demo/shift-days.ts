import { sql } from 'kysely'
import { type House, localTime } from '../../foundation/index.ts'
import { followWeekdays } from '../../shine/index.ts'

/**
 * Moves every time in the sample community forward by whole days, so that "yesterday" stays yesterday when
 * it is opened again next week. Only the demo does this, with a database that holds nothing else.
 */
export async function shiftDays(house: House, zone: string, loadedAt: Date): Promise<number> {
  const day = (time: Date) => localTime(zone, time.getTime()).dayNumber
  const days = day(house.clock.now()) - day(loadedAt)
  if (days <= 0) return 0
  const columns = await sql<{ table_name: string; column_name: string }>`
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'timestamp with time zone'
      and c.table_name not in ('migrations', 'sessions', 'verifications')`.execute(house.db)
  const byTable = new Map<string, string[]>()
  for (const row of columns.rows)
    byTable.set(row.table_name, [...(byTable.get(row.table_name) ?? []), row.column_name])
  await house.db.transaction().execute(async (trx) => {
    for (const [table, names] of byTable)
      await sql`update ${sql.table(table)} set ${sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(name)} + make_interval(days => ${days})`))}`.execute(
        trx,
      )
    await followWeekdays(trx, zone)
  })
  return days
}
