import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { type House, KindlingError } from '../../foundation/index.ts'
import { cliErrors } from '../words.ts'
import { copyOut } from './copy.ts'
import { END, type End, FORMAT, MANIFEST, type Manifest, partName, quoted, SECRET } from './manifest.ts'
import { listTables } from './tables.ts'
import { type Entry, writeTar } from './tar.ts'

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function makeManifest(client: pg.ClientBase): Promise<Manifest> {
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations order by applied_at, name',
  )
  return {
    kindling: 'backup',
    format: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: await listTables(client),
  }
}

async function* tableEntries(
  client: pg.ClientBase,
  table: Manifest['tables'][number],
  end: End,
): AsyncGenerator<Entry> {
  const columns = table.columns.map(quoted).join(', ')
  const hash = createHash('sha256')
  let [part, rows] = [0, 0]
  for await (const bytes of copyOut(client, `copy ${quoted(table.name)} (${columns}) to stdout`)) {
    hash.update(bytes)
    // In the text format every row ends in a line break, and none holds one.
    for (const byte of bytes) if (byte === 10) rows++
    yield { name: partName(table.name, ++part), bytes }
  }
  end.tables[table.name] = { rows, sha256: hash.digest('hex') }
}

async function* fileEntries(client: pg.ClientBase, house: House, end: End): AsyncGenerator<Entry> {
  const { rows } = await client.query<{ id: string }>('select id from files order by id')
  for (const { id } of rows) {
    const bytes = await house.files.read(id)
    if (bytes) {
      end.files++
      yield { name: `files/${id}`, bytes: Buffer.from(bytes) }
    } else end.missingFiles++
  }
}

/** What signs cookies and keeps second steps readable, where it lies beside the database and not in a setting. */
function* secretEntry(house: House): Generator<Entry> {
  const path = join(house.config.dataFolder, 'secret')
  if (!house.config.secret && existsSync(path)) yield { name: SECRET, bytes: readFileSync(path) }
}

async function* entries(client: pg.ClientBase, house: House, end: End): AsyncGenerator<Entry> {
  const manifest = await makeManifest(client)
  yield { name: MANIFEST, bytes: json(manifest) }
  yield* secretEntry(house)
  for (const table of manifest.tables) yield* tableEntries(client, table, end)
  yield* fileEntries(client, house, end)
  yield { name: END, bytes: json(end) }
}

/**
 * Writes everything into one archive, as it is at one moment, while the place goes on.
 * @throws KindlingError `backup_file_there`
 */
export async function writeBackup(house: House, path: string): Promise<End> {
  if (existsSync(path))
    throw new KindlingError('backup_file_there', cliErrors.backupFileThere, { values: { path } })
  const end: End = { tables: {}, files: 0, missingFiles: 0 }
  const client = await house.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const archive = writeTar(entries(client, house, end), Date.now())
    // Under its name only when whole: a torn backup is worse than none.
    await pipeline(
      Readable.from(archive, { objectMode: false }),
      createGzip({ level: 5 }),
      createWriteStream(`${path}.part`, { mode: 0o600 }),
    )
    await client.query('commit')
    renameSync(`${path}.part`, path)
    client.release()
    return end
  } catch (error) {
    rmSync(`${path}.part`, { force: true })
    client.release(true)
    throw error
  }
}
