/**
 * All tables, put together by the features: each feature's tables.ts adds its own with
 * `declare module`, so that Kysely knows every column while no file lists them all.
 */
export interface Tables {
  migrations: { name: string; applied_at: Date }
}
