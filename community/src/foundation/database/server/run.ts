import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export interface RunResult {
  code: number
  output: string
}

// PostgreSQL's tools read PGDATA, PGHOST and more from the environment: they get none of ours.
const unixEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Runs a program to its end as the given account and collects what it says. Never rejects. */
export function run(
  program: string,
  args: string[],
  options: { account?: Account | undefined; folder?: string } = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.folder ? { cwd: options.folder } : {}),
      ...(process.platform === 'win32' ? {} : { env: unixEnvironment }),
      ...(options.account ? { uid: options.account.uid, gid: options.account.gid } : {}),
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8').trim() }),
    )
  })
}
