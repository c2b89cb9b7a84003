import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from '../../config/index.ts'
import { keepSecret } from './keep-secret.ts'

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'

/** What a seal is for, and whose it is: it opens for the same alone. */
export interface SealedFor {
  purpose: string
  communityId: string
}

const keyFor = (config: Pick<Config, 'secret' | 'dataFolder'>, { purpose, communityId }: SealedFor): Buffer =>
  Buffer.from(hkdfSync('sha256', keepSecret(config), communityId, `kindling seal: ${purpose}`, 32))

/**
 * A secret of somebody else's as it may lie in the database, where it has to be used again and a hash is not enough: under a key
 * made of the house's secret, which does not lie there.
 */
export function sealSecret(
  config: Pick<Config, 'secret' | 'dataFolder'>,
  whose: SealedFor,
  secret: string,
): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyFor(config, whose), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [VERSION, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** What was sealed; nothing where it was changed, or sealed under another house's secret. */
export function openSealed(
  config: Pick<Config, 'secret' | 'dataFolder'>,
  whose: SealedFor,
  text: string,
): string | undefined {
  const [version, ...parts] = text.split('.')
  const [nonce, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== VERSION || !nonce || !tag || !sealed) return undefined
  try {
    const cipher = createDecipheriv(CIPHER, keyFor(config, whose), nonce, { authTagLength: 16 })
    cipher.setAuthTag(tag)
    return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
