import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { beganAt } from './processes.ts'
import { serverErrors } from './words.ts'

export interface Hold {
  release(): void
}

interface Holder {
  pid: number
  began: string
}

function inUse(dataFolder: string, pid: number): KindlingError {
  return new KindlingError('data_folder_in_use', serverErrors.dataFolderInUse, {
    values: { dataFolder, pid },
    status: 409,
    details: { pid, dataFolder },
  })
}

function lastTurn(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map(Number).filter(Number.isInteger))
}

/** The process that has this turn; undefined when it gave it back, died, or never finished writing. */
function holderOf(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    if (typeof holder.pid !== 'number' || typeof holder.began !== 'string') return undefined
    const now = beganAt(holder.pid)
    const same = now !== undefined && (now === '' || holder.began === '' || now === holder.began)
    return same ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

function writeAside(folder: string, content: unknown): string {
  const file = join(folder, `${randomUUID()}.new`)
  try {
    writeFileSync(file, JSON.stringify(content))
    return file
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new KindlingError('data_folder_unusable', serverErrors.dataFolderUnusable, {
      values: { folder, code },
      cause: error,
    })
  }
}

/** Makes the file of a turn with its content in one step; false when someone else was first. */
function claim(folder: string, turn: number, holder: Holder): boolean {
  const aside = writeAside(folder, holder)
  const file = join(folder, String(turn))
  try {
    linkSync(aside, file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    // Some file systems have no hard links; there the content follows a moment after the name.
    return claimWithoutLink(file, holder)
  } finally {
    rmSync(aside, { force: true })
  }
  return true
}

function claimWithoutLink(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function removeEarlier(folder: string, turn: number): void {
  for (const name of readdirSync(folder)) {
    if (Number(name) < turn) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Takes the data folder for this process. Turns are numbered and only ever grow, so that two
 * processes that see the same dead holder cannot both follow it: one makes the next number, the
 * other finds it made. Giving back keeps the number and empties it.
 * @throws KindlingError data_folder_in_use when a running process has it
 */
export function holdFolder(dataFolder: string): Hold {
  const folder = join(dataFolder, 'lock')
  mkdirSync(folder, { recursive: true })
  const me: Holder = { pid: process.pid, began: beganAt(process.pid) ?? '' }
  for (;;) {
    const last = lastTurn(folder)
    const holder = holderOf(join(folder, String(last)))
    if (holder) throw inUse(dataFolder, holder.pid)
    const turn = last + 1
    if (!claim(folder, turn, me)) continue
    if (lastTurn(folder) === turn) {
      removeEarlier(folder, turn)
      return { release: () => renameSync(writeAside(folder, {}), join(folder, String(turn))) }
    }
    rmSync(join(folder, String(turn)), { force: true })
  }
}
