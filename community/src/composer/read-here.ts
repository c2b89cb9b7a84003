import {
  type Context,
  loadCareful,
  loadQuick,
  type Reading,
  readCarefully,
  readInItsLanguage,
} from '@kindling/tone'

/** Who reads: the quick reader, or the careful one alone. */
export type HereReader = 'quick' | 'careful'

/** Loads once; what failed is tried again when it is next wanted. */
function once(load: () => Promise<unknown>): () => Promise<unknown> {
  let ready: Promise<unknown> | undefined
  return () => {
    ready ??= load().catch((error) => {
      ready = undefined
      throw error
    })
    return ready
  }
}

const quickReady = once(() => loadQuick())
const carefulReady = once(() => loadCareful())

/**
 * Reads a message on this server, in memory: for who has no script, for trying settings, and for what a community's own language
 * model makes of a draft. The models are loaded the first time.
 * @param reader the one that read the message before, where its reading is to be compared with that
 */
export async function readHere(
  text: string,
  context?: Context,
  reader: HereReader = 'quick',
): Promise<Reading> {
  await quickReady()
  if (reader === 'quick') return readInItsLanguage(text, { reader, context })
  await carefulReady()
  return readCarefully(text, { reader, context })
}
