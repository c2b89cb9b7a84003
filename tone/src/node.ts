/// <reference types="node" />
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ToneError } from './error.ts'
import { loadQuick as load } from './load.ts'
import type { QuickModel } from './quick/model.ts'

export * from './index.ts'

const shipped = (): URL => new URL('./model/quick.bin', import.meta.url)

async function readBytes(file: URL): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new ToneError('model_missing', `The model is not at ${fileURLToPath(file)}.`)
  }
}

/** `loadQuick` as elsewhere; in Node.js it reads files, where fetch does not. */
export async function loadQuick(
  from: Uint8Array | ArrayBuffer | URL | string = shipped(),
): Promise<QuickModel> {
  const file = from instanceof URL && from.protocol === 'file:' ? from : undefined
  return load(file ? await readBytes(file) : from)
}
