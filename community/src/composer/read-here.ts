import { type Context, loadQuick, type Reading, readInItsLanguage } from '@kindling/tone'

let ready: Promise<unknown> | undefined

/**
 * Reads a message on this server, in memory: for who has no script, and for trying settings. The models are loaded the first
 * time.
 */
export async function readHere(text: string, context?: Context): Promise<Reading> {
  ready ??= loadQuick().catch((error) => {
    ready = undefined
    throw error
  })
  await ready
  return readInItsLanguage(text, { reader: 'quick', context })
}
