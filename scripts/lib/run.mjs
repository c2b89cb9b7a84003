import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in the repository to its end. Quiet keeps what it says and gives it back;
 * otherwise it speaks for itself.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    const child = spawn(program, args, { cwd: root, env, stdio })
    const parts = []
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    // Who stops us also stops what we started.
    const pass = (signal) => {
      child.kill(signal)
      if (quiet) process.exit(130)
    }
    for (const signal of signals) process.on(signal, pass)
    const end = (code, output) => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ code, output })
    }
    child.on('error', (error) => end(127, error.message))
    child.on('close', (code) => end(code ?? 1, Buffer.concat(parts).toString('utf8').trim()))
  })
}

/** npm as it was called for this script, else the one on the path. */
export function npm(args, options) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options)
  return process.platform === 'win32'
    ? run('cmd', ['/c', 'npm', ...args], options)
    : run('npm', args, options)
}
