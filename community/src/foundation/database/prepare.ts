import type { Compilable } from 'kysely'
import type pg from 'pg'
import type { Db } from './connect.ts'
import type { Reads } from './reads.ts'
import type { NamedQuery } from './short-read.ts'

class Placeholder {
  readonly key: string
  constructor(key: string) {
    this.key = key
  }
}

interface CompiledSql {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

type Build<Params> = (
  db: Db,
  params: { [K in keyof Params]: Params[K] },
) => Compilable<unknown> | { compile(db: Db): CompiledSql }

/**
 * A condition such as "may this viewer see it" names the same few parameters dozens of times. Each is sent
 * once: binding fifty values to a query costs more than reading its row.
 */
function bindOnce({ sql, parameters }: CompiledSql): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const places = new Map<string, number>()
  const numbers = parameters.map((value) => {
    const known = value instanceof Placeholder ? places.get(value.key) : undefined
    if (known !== undefined) return known
    values.push(value)
    if (value instanceof Placeholder) places.set(value.key, values.length)
    return values.length
  })
  return { text: sql.replace(/\$(\d+)/g, (_, number) => `$${numbers[Number(number) - 1]}`), values }
}

/** Turns parameters into a statement whose text was built once. */
function compileOnce<Params extends object>(
  name: string,
  build: Build<Params>,
): (db: Db, params: Params) => NamedQuery {
  let compiled: { text: string; values: unknown[] } | undefined
  return (db, params) => {
    if (!compiled) {
      const stand = new Proxy({}, { get: (_, key) => new Placeholder(String(key)) }) as {
        [K in keyof Params]: Params[K]
      }
      compiled = bindOnce((build(db, stand) as { compile(db?: Db): CompiledSql }).compile(db))
    }
    const values = compiled.values.map((value) =>
      value instanceof Placeholder ? (params as Record<string, unknown>)[value.key] : value,
    )
    return { name, text: compiled.text, values }
  }
}

/**
 * A short read, compiled once and prepared on each connection: building the same SQL for every request
 * costs more than running it. `build` receives a stand-in for each parameter.
 * @example
 * const byId = prepare<{ id: string }, Row>('post-by-id', (db, p) => db.selectFrom('posts').where('id', '=', p.id))
 * const rows = await byId(house, { id })
 */
export function prepare<Params extends object, Row>(
  name: string,
  build: Build<Params>,
): (house: { db: Db; reads: Reads }, params: Params) => Promise<Row[]> {
  const query = compileOnce(name, build)
  return (house, params) => house.reads.query<Row>(query(house.db, params))
}

/** The same on a connection of its own, for what writes or may take long: nobody waits behind it. */
export function prepareAlone<Params extends object, Row>(
  name: string,
  build: Build<Params>,
): (house: { db: Db; pool: pg.Pool }, params: Params) => Promise<Row[]> {
  const query = compileOnce(name, build)
  return async (house, params) => (await house.pool.query(query(house.db, params))).rows as Row[]
}
