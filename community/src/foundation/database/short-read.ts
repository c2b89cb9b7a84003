import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement with its values. `name` stands for its text on every connection. */
export interface NamedQuery {
  name: string
  text: string
  values: unknown[]
}

interface Field {
  name: string
  dataTypeID: number
}

/** How the columns of one statement are read: the same for every answer, so it is found out once. */
interface Shape {
  names: string[]
  parse: ((text: string) => unknown)[]
  /** A row of nothing but null; copies of it are quick to make and to read. */
  empty: Record<string, unknown>
}

const shapes = new Map<string, Shape>()

function shapeOf(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => name)
  return {
    names,
    parse: fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text')),
    empty: Object.fromEntries(names.map((name) => [name, null])),
  }
}

function rowOf({ names, parse, empty }: Shape, texts: readonly (string | null)[]): unknown {
  const row = { ...empty }
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]
    if (typeof text === 'string') row[names[index]!] = parse[index]!(text)
  }
  return row
}

/** What the driver's connection offers for sending a prepared statement. */
interface Connection {
  submittedNamedStatements: Record<string, string>
  parse(statement: NamedQuery): void
  bind(what: { statement: string; values: unknown[] }): void
  describe(what: { type: 'P' }): void
  execute(what: object): void
  sync(): void
}

/**
 * A prepared read. The driver's own query asks again with every execution what the columns are, and
 * builds anew what it needs to read them; where a page is made of three short queries, that costs as much as
 * reading the rows.
 */
export class ShortRead extends pg.Query {
  readonly #query: NamedQuery
  readonly #values: unknown[]
  readonly #rows: unknown[] = []
  readonly #settle: (error: Error | undefined, rows: unknown[]) => void
  #shape: Shape | undefined
  #failed: Error | undefined

  constructor(query: NamedQuery, settle: (error: Error | undefined, rows: unknown[]) => void) {
    super(query)
    this.#query = query
    this.#settle = settle
    this.#shape = shapes.get(query.name)
    this.#values = query.values.map(prepareValue)
  }

  prepare(connection: Connection): void {
    const { name, text } = this.#query
    if (!(this as unknown as { hasBeenParsed(on: Connection): boolean }).hasBeenParsed(connection)) {
      connection.parse(this.#query)
      connection.submittedNamedStatements[name] = text
    }
    connection.bind({ statement: name, values: this.#values })
    if (!this.#shape) connection.describe({ type: 'P' })
    connection.execute({})
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#shape = shapeOf(fields)
    shapes.set(this.#query.name, this.#shape)
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    if (this.#failed) return
    try {
      this.#rows.push(rowOf(this.#shape!, fields))
    } catch (error) {
      this.#failed = error as Error
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#settle(this.#failed, this.#rows)
  }

  handleError(error: Error): void {
    this.#settle(error, [])
  }
}
