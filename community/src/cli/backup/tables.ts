import type pg from 'pg'
import type { Manifest } from './manifest.ts'

/** Counts of tries, empty after a crash anyway; and the steps, which the manifest names. */
const LEFT_OUT = new Set(['limits', 'migrations'])

async function references(client: pg.ClientBase): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select c.relname as "from", f.relname as "to" from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`)
  const map = new Map<string, Set<string>>()
  for (const { from, to } of rows) map.set(from, (map.get(from) ?? new Set()).add(to))
  return map
}

/** Puts each table after those it refers to. */
function inOrder(names: readonly string[], refers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done: string[] = []
  const visit = (name: string, way: readonly string[]) => {
    if (done.includes(name) || way.includes(name)) return
    for (const before of refers.get(name) ?? []) visit(before, [...way, name])
    done.push(name)
  }
  for (const name of names) visit(name, [])
  return done
}

/** Every table with the columns that hold something of their own: generated ones are made again. */
export async function listTables(client: pg.ClientBase): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`)
  const kept = rows.filter(({ name }) => !LEFT_OUT.has(name))
  const order = inOrder(
    kept.map(({ name }) => name),
    await references(client),
  )
  return order.map((name) => kept.find((table) => table.name === name)!)
}
