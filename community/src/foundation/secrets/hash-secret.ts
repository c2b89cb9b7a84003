import { createHash } from 'node:crypto'

/**
 * What is stored of a token or key: its SHA-256, in hex. They are long and thrown by dice, so a plain hash keeps them, and
 * the time that looking one up by it takes tells nothing that would help.
 */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
