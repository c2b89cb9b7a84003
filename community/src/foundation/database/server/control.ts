import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Places } from './places.ts'
import { type RunResult, run } from './run.ts'

/** What is needed to start and stop one server. */
export interface Control {
  places: Places
  binaries: Binaries
  socketFolder: string | undefined
  log: (line: string) => void
}

export function pgCtl({ places, binaries }: Control, args: string[]): Promise<RunResult> {
  return run(binaries.path('pg_ctl'), [...args, `--pgdata=${places.data}`, '--silent'], {
    account: places.account,
    folder: places.home,
  })
}

/** The number of the server's main process, from the file it keeps while it runs. */
export function serverPid(places: Places): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(places.data, 'postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** Ends the server in order; less gently each time it does not follow. */
export async function stopServer(control: Control, seconds: number): Promise<void> {
  const pid = serverPid(control.places)
  if (pid === undefined) return
  const fast = await pgCtl(control, ['stop', '--mode=fast', '--wait', `--timeout=${seconds}`])
  if (fast.code === 0 || serverPid(control.places) === undefined) return
  await pgCtl(control, ['stop', '--mode=immediate', '--wait', '--timeout=3'])
}
