import { fetchBytes } from './fetch-bytes.ts'
import { makeQuickModel, type QuickModel } from './quick/model.ts'
import { useQuick } from './read.ts'

/** Where a model can come from. */
export type ModelSource = Uint8Array | ArrayBuffer | URL | string

const shipped = (): URL => new URL('./model/quick.bin', import.meta.url)

/**
 * Makes the quick reader ready, once: from the file beside this package, from an address, or from bytes that are
 * at hand already. Every later `read` uses it.
 */
export async function loadQuick(from: ModelSource = shipped()): Promise<QuickModel> {
  if (from instanceof Uint8Array) return useQuick(makeQuickModel(from))
  if (from instanceof ArrayBuffer) return useQuick(makeQuickModel(new Uint8Array(from)))
  return useQuick(makeQuickModel(await fetchBytes(from)))
}
