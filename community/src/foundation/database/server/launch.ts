import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { KindlingError } from '../../errors/kindling-error.ts'
import { type Control, pgCtl } from './control.ts'
import { clearLeftOver } from './left-over.ts'
import type { RunResult } from './run.ts'
import { serverErrors } from './words.ts'

const attempts = 5
// Long enough to replay everything a crash can leave; a healthy start takes a moment.
const startSeconds = 300
const largestLog = 5_000_000

function turnLog(file: string): void {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`)
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
}

/** Stops whatever an earlier run left, then starts; tries again while that one's last traces go away. */
export async function startServer(control: Control): Promise<void> {
  const { places } = control
  turnLog(places.log)
  let result: RunResult = { code: 1, output: '' }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await clearLeftOver(control)
    result = await pgCtl(control, ['start', '--wait', `--timeout=${startSeconds}`, `--log=${places.log}`])
    if (result.code === 0) return
    await wait(200 * attempt)
  }
  throw new KindlingError('database_not_started', serverErrors.databaseNotStarted, {
    values: { log: places.log },
    details: { output: result.output, log: lastLines(places.log) },
  })
}
