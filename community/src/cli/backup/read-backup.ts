import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { type House, isId, KindlingError, type Migration, migrate } from '../../foundation/index.ts'
import { cliErrors } from '../words.ts'
import { copyIn } from './copy.ts'
import {
  END,
  type End,
  endSchema,
  FORMAT,
  MANIFEST,
  type Manifest,
  manifestSchema,
  quoted,
  SECRET,
} from './manifest.ts'
import { listTables } from './tables.ts'
import { type Entry, readTar, TornArchive } from './tar.ts'

function damaged(cause?: unknown): KindlingError {
  return new KindlingError('backup_damaged', cliErrors.backupDamaged, { cause })
}

/** Tables that a server which was only started, never set up, has written to. */
const OF_A_START = new Set(['communities', 'set_up'])

/**
 * Makes sure that nothing would be lost.
 * @throws KindlingError `database_not_empty`, `database_in_use`
 */
async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  for (const { name } of await listTables(client)) {
    const filter = name === 'communities' ? ' where opened_at is not null' : ''
    if (name !== 'communities' && OF_A_START.has(name)) continue
    const { rowCount } = await client.query(`select 1 from ${quoted(name)}${filter} limit 1`)
    if ((rowCount ?? 0) > 0) throw new KindlingError('database_not_empty', cliErrors.databaseNotEmpty)
  }
  const others = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and application_name = 'kindling' and pid <> pg_backend_pid()`,
  )
  if ((others.rowCount ?? 0) > 0) throw new KindlingError('database_in_use', cliErrors.databaseInUse)
}

function known(manifest: Manifest, migrations: readonly Migration[]): Migration[] {
  const names = new Set(migrations.map(({ name }) => name))
  if (manifest.format > FORMAT || manifest.migrations.some((name) => !names.has(name)))
    throw new KindlingError('backup_newer', cliErrors.backupNewer)
  return migrations.filter(({ name }) => manifest.migrations.includes(name))
}

/** Makes the tables as they were when the backup was made; later steps follow once everything is in them. */
async function makeTables(
  house: House,
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<void> {
  if ((await listTables(client)).length > 0) {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  }
  await migrate(house.db, migrations)
}

interface Reading {
  house: House
  client: pg.ClientBase
  manifest: Manifest
  seen: Map<string, { hash: Hash; rows: number }>
  files: number
  end: End | undefined
}

async function takeTable(reading: Reading, name: string, bytes: Buffer): Promise<void> {
  const table = reading.manifest.tables.find((one) => one.name === name)
  if (!table) throw damaged()
  const seen = reading.seen.get(name) ?? { hash: createHash('sha256'), rows: 0 }
  reading.seen.set(name, seen)
  seen.hash.update(bytes)
  seen.rows += await copyIn(
    reading.client,
    `copy ${quoted(name)} (${table.columns.map(quoted).join(', ')}) from stdin`,
    bytes,
  )
}

function takeSecret({ config }: House, bytes: Buffer): void {
  if (config.secret) return
  mkdirSync(config.dataFolder, { recursive: true })
  writeFileSync(join(config.dataFolder, 'secret'), bytes, { mode: 0o600 })
}

async function takeEntry(reading: Reading, { name, bytes }: Entry): Promise<void> {
  const [folder, inner] = name.split('/')
  if (folder === 'tables' && inner) return takeTable(reading, inner, bytes)
  if (folder === 'files' && inner && isId(inner)) {
    await reading.house.files.put(inner, bytes)
    reading.files++
  } else if (name === SECRET) takeSecret(reading.house, bytes)
  else if (name === END) reading.end = endSchema.parse(JSON.parse(bytes.toString()))
}

/** What was read against what has to be there. */
function verify({ manifest, seen, files, end }: Reading): End {
  if (!end || files !== end.files) throw damaged()
  for (const { name } of manifest.tables) {
    const told = end.tables[name]
    const read = seen.get(name)
    const hash = (read?.hash ?? createHash('sha256')).digest('hex')
    if (told?.sha256 !== hash || told.rows !== (read?.rows ?? 0)) throw damaged()
  }
  return end
}

async function restoreFrom(
  house: House,
  client: pg.ClientBase,
  archive: AsyncGenerator<Entry>,
  migrations: readonly Migration[],
): Promise<End> {
  const first = await archive.next()
  if (first.done || first.value.name !== MANIFEST) throw damaged()
  const manifest = manifestSchema.parse(JSON.parse(first.value.bytes.toString()))
  const then = known(manifest, migrations)
  await refuseUnlessEmpty(client)
  await makeTables(house, client, then)
  const reading: Reading = { house, client, manifest, seen: new Map(), files: 0, end: undefined }
  await client.query('begin')
  // What triggers would make, search among it, is in the backup as well.
  for (const { name } of manifest.tables)
    await client.query(`alter table ${quoted(name)} disable trigger user`)
  for await (const entry of archive) await takeEntry(reading, entry)
  const end = verify(reading)
  for (const { name } of manifest.tables)
    await client.query(`alter table ${quoted(name)} enable trigger user`)
  await client.query('commit')
  await migrate(house.db, migrations)
  await client.query('analyze')
  return end
}

const isTorn = (error: unknown) =>
  error instanceof TornArchive ||
  error instanceof SyntaxError ||
  (error as { name?: string }).name === 'ZodError' ||
  /^(Z_|22|23)/.test((error as { code?: string }).code ?? '')

/**
 * Brings a backup back into an empty database, all of it or nothing.
 * @throws KindlingError `backup_missing`, `backup_damaged`, `backup_newer`, `database_not_empty`, `database_in_use`
 */
export async function readBackup(house: House, path: string, migrations: readonly Migration[]): Promise<End> {
  if (!existsSync(path))
    throw new KindlingError('backup_missing', cliErrors.backupMissing, { values: { path } })
  const client = await house.pool.connect()
  const source = createReadStream(path)
  const unzipped = createGunzip()
  source.on('error', (error) => unzipped.destroy(error))
  try {
    const end = await restoreFrom(house, client, readTar(source.pipe(unzipped)), migrations)
    client.release()
    return end
  } catch (error) {
    await client.query('rollback').catch(() => {})
    client.release(true)
    throw isTorn(error) ? damaged(error) : error
  } finally {
    source.destroy()
    unzipped.destroy()
  }
}
