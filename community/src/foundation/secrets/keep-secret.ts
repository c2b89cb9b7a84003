import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '../../config/index.ts'

function read(file: string): string | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigError(
      `The secret in ${file} cannot be read. Let the account that runs Kindling read it, or set KINDLING_SECRET.`,
    )
  }
  if (text.length < 32)
    throw new ConfigError(
      `The secret in ${file} is damaged. Restore it from a backup, or remove it: then everybody has to sign in again.`,
    )
  return text
}

/**
 * The secret that signs cookies and guards second steps: from the configuration, or made on the first
 * start and kept under the data folder, readable by its owner only.
 */
export function keepSecret(config: Pick<Config, 'secret' | 'dataFolder'>): string {
  if (config.secret) return config.secret
  const file = join(config.dataFolder, 'secret')
  const kept = read(file)
  if (kept) return kept
  mkdirSync(config.dataFolder, { recursive: true })
  // Written whole under another name first: a start that is cut short leaves no half secret behind.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return read(file)!
}
