import { randomBytes } from 'node:crypto'
import { hashOfSecret } from '../../foundation/secrets/hash-secret.ts'
import { keyMissing, keyUnknown } from './refusal.ts'

/** Somebody who may ask. The key itself is kept nowhere. */
export interface Caller {
  /** What the operator calls them; also what their limit is counted by. */
  name: string
  /** Requests a minute; undefined without limit. */
  perMinute: number | undefined
}
export interface KeptKey extends Caller {
  /** SHA-256 of the key, in hex. */
  hash: string
}

/** Letters that stand in addresses and headers as they are; 192 bits that nobody guesses, so a plain hash keeps them. */
export const newKey = (): string => `kdp_${randomBytes(24).toString('base64url')}`

/** Callers by the hash of their key. */
export type Callers = ReadonlyMap<string, Caller>

export const callersOf = (kept: readonly KeptKey[]): Callers => new Map(kept.map((one) => [one.hash, one]))

/**
 * Who has this key. Looked up by its hash and not compared in constant time: what the time tells of a hash leads to no key.
 * @throws Refusal as the original words it: without a key 403, with an unknown one 400
 */
export async function requireCaller(
  key: string | undefined,
  find: (hash: string) => Caller | undefined | Promise<Caller | undefined>,
): Promise<Caller> {
  if (!key) throw keyMissing()
  const caller = await find(hashOfSecret(key))
  if (!caller) throw keyUnknown()
  return caller
}

/** Says which line of a key file is wrong, and never what stands there. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
  readonly code = 'key_file_wrong'
}

/**
 * The keys of a file, one a line: `name hash [requests a minute]`; lines that begin with # are remarks.
 * @throws KeyFileError
 */
export function parseKeyFile(content: string): KeptKey[] {
  const keys: KeptKey[] = []
  for (const [at, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [name = '', hash = '', limit, ...rest] = line.trim().split(/\s+/)
    const perMinute = limit === undefined ? undefined : Number(limit)
    const fits = /^[0-9a-f]{64}$/.test(hash) && rest.length === 0
    if (!fits || (perMinute !== undefined && !(Number.isInteger(perMinute) && perMinute > 0)))
      throw new KeyFileError(
        `Line ${at + 1} of the key file is not "name hash" or "name hash requests-a-minute". "kindling perspective key NAME" prints such a line.`,
      )
    if (keys.some((one) => one.name === name))
      throw new KeyFileError(`Line ${at + 1} of the key file names a caller that stands above already.`)
    keys.push({ name, hash, perMinute })
  }
  return keys
}

export const keyFileLine = ({ name, hash, perMinute }: KeptKey): string =>
  [name, hash, ...(perMinute === undefined ? [] : [perMinute])].join(' ')
