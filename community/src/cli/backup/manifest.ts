import { z } from 'zod'

export const FORMAT = 1
export const MANIFEST = 'kindling-backup.json'
export const END = 'end.json'
export const SECRET = 'secret'

/** First in the archive: what it holds and which steps had made the tables. */
export const manifestSchema = z.object({
  kindling: z.literal('backup'),
  format: z.number(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  /** In an order in which each comes after those it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Last in the archive: what has to be in it. Without it the archive was cut short. */
export const endSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  files: z.number(),
  /** Pictures that a table names and the folder no longer holds. */
  missingFiles: z.number(),
})
export type End = z.infer<typeof endSchema>

/** A name of the database, put between quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy`
}
