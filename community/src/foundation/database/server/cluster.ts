import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Door } from './door.ts'
import { type Places, shortHash } from './places.ts'
import { run } from './run.ts'
import { baseSettings, settingsFile } from './settings.ts'
import { serverErrors } from './words.ts'

async function createCluster(places: Places, binaries: Binaries, door: Door): Promise<void> {
  const unfinished = `${places.data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const access = door.passwordFile
    ? ['--auth=scram-sha-256', `--pwfile=${door.passwordFile}`]
    : ['--auth=trust']
  const { code, output } = await run(
    binaries.path('initdb'),
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...access,
    ],
    { account: places.account, folder: places.home },
  )
  if (code !== 0)
    throw new KindlingError('database_not_created', serverErrors.databaseNotCreated, {
      values: { data: places.data, line: output.split('\n').at(-1) },
      details: { output },
    })
  renameSync(unfinished, places.data)
}

function checkMajor(places: Places, binaries: Binaries): void {
  const found = readFileSync(join(places.data, 'PG_VERSION'), 'utf8').trim()
  const wanted = binaries.version.split('.')[0]
  if (found !== wanted)
    throw new KindlingError('database_version', serverErrors.databaseVersion, {
      values: { data: places.data, found, wanted },
    })
}

/** Shows in the titles of the server's processes, so that left-over ones can be told from others'. */
export function clusterName(places: Places): string {
  const { dev, ino } = statSync(places.data)
  return `kindling-${shortHash(`${places.data} ${dev} ${ino}`)}`
}

function writeFor(places: Places, name: string, content: string): void {
  const file = join(places.data, name)
  writeFileSync(file, content, { mode: 0o600 })
  giveTo(places.account, file)
}

/** Makes the database files the first time, and writes this start's settings. */
export async function prepareCluster(
  places: Places,
  binaries: Binaries,
  door: Door,
  settings: Record<string, string>,
): Promise<void> {
  if (!existsSync(join(places.data, 'PG_VERSION'))) await createCluster(places, binaries, door)
  checkMajor(places, binaries)
  // Files brought back by root, from a backup say, belong to root and would stay closed to the server.
  if (places.account && statSync(places.data).uid !== places.account.uid) giveTo(places.account, places.data)
  const all = { ...baseSettings, cluster_name: clusterName(places), ...door.settings, ...settings }
  writeFor(places, 'postgresql.conf', settingsFile(all))
  writeFor(places, 'pg_hba.conf', door.access)
}
