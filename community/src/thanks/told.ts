import { type RawBuilder, sql } from 'kysely'
import type { Gift } from './rules.ts'

/** Gifts that tell somebody what came of their help; a hug or a cheer is for how they are, not for what they did. */
export const tellingGifts: readonly Gift[] = ['thanks', 'star', 'shout-out', 'next']

/** As a condition on a `thanks` row named `alias`: it has words, and its receiver has it and keeps it in sight. */
export function toldTo(alias: string): RawBuilder<boolean> {
  const t = sql.ref(alias)
  return sql<boolean>`(${t}.words <> '' and ${t}.reach = 'reached' and ${t}.taken_back_at is null and ${t}.put_away_at is null
    and ${t}.hidden_at is null)`
}
