import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

function urlOf(database: string): string {
  const url = new URL(inject('testServer'))
  url.pathname = `/${database}`
  return url.href
}

/** Runs work while no other test process does the same work on the test server. */
async function alone<T>(what: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('testServer') })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(hashtextextended($1, 4600))', [inject('testPrefix') + what])
    return await work(admin)
  } finally {
    await admin.end()
  }
}

async function exists(admin: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database])
  return rowCount === 1
}

/** Makes a template once per run. It gets its name when it is whole: a failed build is begun anew. */
function ensureTemplate(
  template: string,
  base: string,
  build: (url: string) => Promise<void>,
): Promise<void> {
  return alone(`build ${template}`, async (admin) => {
    if (await exists(admin, template)) return
    const unfinished = `${template}_new`
    await admin.query(`drop database if exists "${unfinished}" with (force)`)
    await alone(`clone ${base}`, () => admin.query(`create database "${unfinished}" template "${base}"`))
    await build(urlOf(unfinished))
    await admin.query(`alter database "${unfinished}" rename to "${template}"`)
  })
}

async function clone(template: string): Promise<FreshDatabase> {
  const database = `${inject('testPrefix')}${randomBytes(6).toString('hex')}`
  await alone(`clone ${template}`, (admin) =>
    admin.query(`create database "${database}" template "${template}"`),
  )
  return {
    url: urlOf(database),
    drop: () =>
      alone(`drop ${database}`, async (admin) => {
        await admin.query(`drop database if exists "${database}" with (force)`)
      }),
  }
}

async function applyMigrations(url: string): Promise<void> {
  // Loaded only here, so that tests without a database do not load the whole house.
  const { connect } = await import('../../src/foundation/database/connect.ts')
  const { migrate } = await import('../../src/foundation/database/migrate.ts')
  const { migrations } = await import('../../src/features.ts')
  const database = connect(url, { max: 1 })
  try {
    await migrate(database.db, migrations)
  } finally {
    await database.close()
  }
}

async function migratedTemplate(): Promise<string> {
  const template = `${inject('testPrefix')}migrated`
  await ensureTemplate(template, 'template0', applyMigrations)
  return template
}

/** A database of one's own with every table and no rows. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return clone(await migratedTemplate())
}

/**
 * A database that several test files start from: seeded once per run, by whoever asks first.
 * The seed closes its own connections.
 * @returns makes a copy of one's own
 * @example
 * const lifelike = seededTemplate('lifelike', (url) => seedLifelike(url))
 * const { url, drop } = await lifelike()
 */
export function seededTemplate(
  name: string,
  seed: (url: string) => Promise<void>,
): () => Promise<FreshDatabase> {
  return async () => {
    const template = `${inject('testPrefix')}seeded_${name}`
    await ensureTemplate(template, await migratedTemplate(), seed)
    return clone(template)
  }
}
