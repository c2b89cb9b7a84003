import type { Compilable } from 'kysely'
import type pg from 'pg'
import type { Db } from './connect.ts'

class Placeholder {
  readonly key: string
  constructor(key: string) {
    this.key = key
  }
}

interface Compiled {
  text: string
  values: unknown[]
}

/**
 * A query compiled once and prepared on each connection: building the same SQL for every request
 * costs more than running it. `build` receives a stand-in for each parameter.
 * @example
 * const byId = prepare<{ id: string }, Row>('post-by-id', (db, p) => db.selectFrom('posts').where('id', '=', p.id))
 * const rows = await byId(house, { id })
 */
export function prepare<Params extends object, Row>(
  name: string,
  build: (
    db: Db,
    params: { [K in keyof Params]: Params[K] },
  ) => Compilable<unknown> | { compile(db: Db): CompiledSql },
): (house: { db: Db; pool: pg.Pool }, params: Params) => Promise<Row[]> {
  let compiled: Compiled | undefined
  return async (house, params) => {
    if (!compiled) {
      const stand = new Proxy({}, { get: (_, key) => new Placeholder(String(key)) }) as {
        [K in keyof Params]: Params[K]
      }
      const built = build(house.db, stand) as { compile(db?: Db): CompiledSql }
      const query = built.compile(house.db)
      compiled = { text: query.sql, values: [...query.parameters] }
    }
    const values = compiled.values.map((value) =>
      value instanceof Placeholder ? (params as Record<string, unknown>)[value.key] : value,
    )
    const result = await house.pool.query({ name, text: compiled.text, values })
    return result.rows as Row[]
  }
}

interface CompiledSql {
  readonly sql: string
  readonly parameters: readonly unknown[]
}
