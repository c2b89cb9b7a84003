import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface RunningProcess {
  pid: number
  command: string
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function output(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function beganOnLinux(stat: string): string | undefined {
  // The name in brackets may hold anything, so fields are counted after it: state first, start time 20th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A process that ended but was not yet collected by its parent holds nothing any more.
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`
}

/**
 * When a process began, as text that no later process with the same number shares.
 * Undefined when it is not running; empty where the system does not tell.
 */
export function beganAt(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  if (stat) return beganOnLinux(stat)
  if (!answersSignals(pid)) return undefined
  return process.platform === 'darwin' ? output('ps', ['-o', 'lstart=', '-p', String(pid)]).trim() : ''
}

export function isRunning(pid: number): boolean {
  return beganAt(pid) !== undefined
}

function listOnLinux(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      command: (readText(`/proc/${name}/cmdline`) ?? '').replaceAll('\0', ' ').trim(),
    }))
}

function listWithPs(): RunningProcess[] {
  const lines = output('ps', ['-axo', 'pid=,command=']).split('\n')
  return lines.flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), command: match[2] ?? '' }] : []
  })
}

/** What runs on this machine, as far as the system tells. Empty on Windows. */
export function listProcesses(): RunningProcess[] {
  if (process.platform === 'linux') return listOnLinux()
  return process.platform === 'win32' ? [] : listWithPs()
}
