import { fetchBytes } from '../fetch-bytes.ts'
import type { ModelSource } from '../load.ts'
import { type CrisisModel, makeCrisisModel } from './model.ts'
import { useCrisis } from './read-crisis.ts'

const shipped = (): URL => new URL('../model/crisis.bin', import.meta.url)

/**
 * Makes the reading of crisis ready, once; from where, as with `loadQuick`. It stays off all the same until somebody trained
 * has reviewed it.
 */
export async function loadCrisis(from: ModelSource = shipped()): Promise<CrisisModel> {
  if (from instanceof Uint8Array) return useCrisis(makeCrisisModel(from))
  if (from instanceof ArrayBuffer) return useCrisis(makeCrisisModel(new Uint8Array(from)))
  return useCrisis(makeCrisisModel(await fetchBytes(from)))
}
