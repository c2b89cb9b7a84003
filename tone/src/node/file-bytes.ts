/// <reference types="node" />
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ToneError } from '../error.ts'

/** A model from a file; Node.js's fetch reads none. */
export async function bytesAt(file: URL): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new ToneError('model_missing', `The model is not at ${fileURLToPath(file)}.`)
  }
}
