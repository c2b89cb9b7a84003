import { type RawBuilder, sql } from 'kysely'

/**
 * Whether somebody has died and is remembered here, as a condition on a `members` row. Everything that would prompt, draw,
 * ask, count or write to somebody by name asks it, or asks for active members, of whom they are none.
 */
export const isRemembered = (alias = 'm'): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.status`)} = 'remembered')`
