import { execFileSync } from 'node:child_process'
import { lchownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KindlingError } from '../../errors/kindling-error.ts'
import { run } from './run.ts'
import { serverErrors } from './words.ts'

/** Who the database server runs as when Kindling itself runs as root. */
export interface Account {
  name: string
  uid: number
  gid: number
}

function id(flag: string, who: string): string | undefined {
  try {
    return execFileSync('id', [flag, who], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** An account by name or number; undefined when the system has none, which initdb would not accept. */
function findAccount(who: string): Account | undefined {
  const [name, uid, gid] = [id('-un', who), id('-u', who), id('-g', who)]
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

function ownerOf(folder: string): Account | undefined {
  const uid = statSync(folder, { throwIfNoEntry: false })?.uid
  return uid ? findAccount(String(uid)) : undefined
}

/**
 * PostgreSQL refuses to run as root. The owner of the first of these folders that has one other than
 * root runs it, else `postgres`, else `nobody`. Undefined: we are not root and it runs as us.
 */
export function chooseAccount(folders: string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const folder of folders) {
    const owner = ownerOf(folder)
    if (owner) return owner
  }
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (account) return account
  throw new KindlingError('no_account_for_database', serverErrors.noAccountForDatabase)
}

/** Gives a file, or a folder with all it holds, to the account. Nothing to do when we are not root. */
export function giveTo(account: Account | undefined, path: string): void {
  if (!account) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      lchownSync(join(path, name), account.uid, account.gid)
  }
  lchownSync(path, account.uid, account.gid)
}

/** Whether the account gets to a folder and may write there: the system is asked, as that account. */
export async function reaches(account: Account, folder: string): Promise<boolean> {
  const result = await run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { account, folder: '/' })
  return result.code === 0
}
