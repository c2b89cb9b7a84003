import { ToneError } from './error.ts'

/** A model from an address. */
export async function fetchBytes(url: URL | string): Promise<Uint8Array> {
  let answer: Response
  try {
    answer = await fetch(url)
  } catch {
    throw new ToneError('model_missing', `The model could not be fetched from ${url}.`)
  }
  if (!answer.ok) throw new ToneError('model_missing', `The model is not at ${url} (${answer.status}).`)
  return new Uint8Array(await answer.arrayBuffer())
}
