import {
  languageToLoad,
  loadLanguage,
  loadQuick,
  type Reading,
  read,
  rephrase,
  type Suggestion,
} from '@kindling/tone'

let ready: Promise<unknown> | undefined

/** Reads a message on this server, in memory: for who has no script. The models are loaded the first time. */
export async function readHere(text: string): Promise<{ reading: Reading; suggestions: Suggestion[] }> {
  const reading = await readInItsLanguage(text)
  return { reading, suggestions: rephrase(text, reading) }
}

async function readInItsLanguage(text: string): Promise<Reading> {
  ready ??= loadQuick().catch((error) => {
    ready = undefined
    throw error
  })
  await ready
  const reading = read(text)
  const wanted = languageToLoad(reading.language)
  if (wanted === undefined) return reading
  await loadLanguage(wanted)
  return read(text)
}
