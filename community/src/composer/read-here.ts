import { loadQuick, type Reading, readInItsLanguage, rephrase, type Suggestion } from '@kindling/tone'

let ready: Promise<unknown> | undefined

/**
 * Reads a message on this server, in memory: for who has no script, and for trying settings. The models are loaded the first
 * time.
 */
export async function readHere(
  text: string,
  { suggest = true } = {},
): Promise<{ reading: Reading; suggestions: Suggestion[] }> {
  ready ??= loadQuick().catch((error) => {
    ready = undefined
    throw error
  })
  await ready
  const reading = await readInItsLanguage(text, { reader: 'quick' })
  return { reading, suggestions: suggest ? rephrase(text, reading) : [] }
}
