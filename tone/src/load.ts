import { ToneError } from './error.ts'
import { makeQuickModel, type QuickModel } from './quick/model.ts'
import { useQuick } from './read.ts'

const shipped = (): URL => new URL('./model/quick.bin', import.meta.url)

async function fetchBytes(url: URL | string): Promise<Uint8Array> {
  let answer: Response
  try {
    answer = await fetch(url)
  } catch {
    throw new ToneError('model_missing', `The model could not be fetched from ${url}.`)
  }
  if (!answer.ok) throw new ToneError('model_missing', `The model is not at ${url} (${answer.status}).`)
  return new Uint8Array(await answer.arrayBuffer())
}

/**
 * Makes the quick reader ready, once: from the file beside this package, from an address, or from bytes that are
 * at hand already. Every later `read` uses it.
 */
export async function loadQuick(
  from: Uint8Array | ArrayBuffer | URL | string = shipped(),
): Promise<QuickModel> {
  if (from instanceof Uint8Array) return useQuick(makeQuickModel(from))
  if (from instanceof ArrayBuffer) return useQuick(makeQuickModel(new Uint8Array(from)))
  return useQuick(makeQuickModel(await fetchBytes(from)))
}
