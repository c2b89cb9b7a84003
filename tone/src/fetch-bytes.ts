import { ToneError } from './error.ts'

/** A model from an address. */
export async function fetchBytes(url: URL | string): Promise<Uint8Array> {
  const missing = (says: string) => new ToneError('model_missing', says)
  try {
    const answer = await fetch(url)
    if (!answer.ok) throw missing(`The model is not at ${url} (${answer.status}).`)
    return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    // No connection, or one that broke off in the middle.
    throw error instanceof ToneError ? error : missing(`The model could not be fetched from ${url}.`)
  }
}
