/// <reference types="node" />
import { loadCrisis as load } from '../crisis/load.ts'
import type { CrisisModel } from '../crisis/model.ts'
import type { ModelSource } from '../load.ts'
import { bytesAt } from './file-bytes.ts'

const shipped = (): URL => new URL('../model/crisis.bin', import.meta.url)

/** `loadCrisis` as elsewhere; in Node.js it reads files, where fetch does not. */
export async function loadCrisis(from: ModelSource = shipped()): Promise<CrisisModel> {
  const file = from instanceof URL && from.protocol === 'file:' ? from : undefined
  return load(file ? await bytesAt(file) : from)
}
