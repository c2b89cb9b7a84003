import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { type Account, chooseAccount, giveTo, reaches } from './account.ts'
import { serverErrors } from './words.ts'

export interface Places {
  /** Everything of the database server lies under here. */
  home: string
  /** PostgreSQL's own data folder. */
  data: string
  log: string
  /** Undefined: the account Kindling runs as. */
  account: Account | undefined
}

// Linux takes 107 bytes, macOS 103; the file itself is called .s.PGSQL.5432.
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length
const rootsOwnHome = '/var/lib/kindling'

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/**
 * Makes the data folder when there is none. Root leaves others a way through it, because the
 * database server runs as another account.
 */
export function makeDataFolder(path: string): string {
  try {
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true })
      chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700)
    }
    return realpathSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new KindlingError('data_folder_unusable', serverErrors.dataFolderNotMade, {
      values: { path, code },
      cause: error,
    })
  }
}

function placesIn(home: string, account: Account | undefined): Places {
  return { home, data: join(home, 'data'), log: join(home, 'log'), account }
}

function hasDatabase(home: string): boolean {
  return existsSync(join(home, 'data', 'PG_VERSION'))
}

function makeHome(home: string, account: Account | undefined): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (account && statSync(home).uid !== account.uid) giveTo(account, home)
}

function makeRootsOwnHome(dataFolder: string, account: Account): Places {
  const home = join(rootsOwnHome, shortHash(dataFolder), 'postgres')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  makeHome(home, account)
  chmodSync(home, 0o700)
  return placesIn(home, account)
}

function unreachable(home: string, account: Account): KindlingError {
  return new KindlingError('database_unreachable', serverErrors.databaseUnreachable, {
    values: { home, name: account.name },
  })
}

/** Where the server's files lie and who owns them, with the folder made and within that account's reach. */
export async function choosePlaces(dataFolder: string, log: (line: string) => void): Promise<Places> {
  const home = join(dataFolder, 'postgres')
  const elsewhere = join(rootsOwnHome, shortHash(dataFolder), 'postgres')
  const account = chooseAccount([join(home, 'data'), join(elsewhere, 'data'), dataFolder])
  if (account && !hasDatabase(home) && hasDatabase(elsewhere)) return makeRootsOwnHome(dataFolder, account)
  makeHome(home, account)
  if (!account || (await reaches(account, home))) return placesIn(home, account)
  if (hasDatabase(home)) throw unreachable(home, account)
  const places = makeRootsOwnHome(dataFolder, account)
  log(
    `The account "${account.name}", which runs the database, cannot reach ${dataFolder}. The database is kept in ${places.home} instead.`,
  )
  return places
}

function isOurs(folder: string, account: Account | undefined): boolean {
  const found = lstatSync(folder)
  return (
    found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0
  )
}

function shortSocketFolder(places: Places): string {
  const base = [tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) =>
      Buffer.byteLength(join(folder, 'kindling-000000000000')) <= longestSocketFolder && existsSync(folder),
  )
  const folder = join(base ?? '/tmp', `kindling-${shortHash(places.data)}`)
  if (existsSync(folder) && isOurs(folder, places.account)) return folder
  // Someone else may have made the expected name in a folder open to all: then any other name will do.
  const made = existsSync(folder) ? mkdtempSync(`${folder.slice(0, -4)}`) : folder
  mkdirSync(made, { recursive: true, mode: 0o700 })
  giveTo(places.account, made)
  return made
}

/** A folder only the server's account may enter, with a path short enough for a socket. */
export function makeSocketFolder(places: Places): string {
  const folder = join(places.home, 'socket')
  if (Buffer.byteLength(folder) > longestSocketFolder) return shortSocketFolder(places)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(places.account, folder)
  return folder
}
