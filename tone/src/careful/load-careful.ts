import type { ModelSource } from '../load.ts'
import { CarefulReader } from './careful-reader.ts'
import type { Place, Port } from './protocol.ts'
import { useCareful } from './read-carefully.ts'

export interface LoadOptions {
  /** The quick model it reads together with; else the one beside this package. */
  quick?: ModelSource
  /** The worker's script, where a site serves it itself. */
  worker?: URL | string
}

/** Addresses are made whole here: a worker's own would lead elsewhere. */
export function placeOf(from: ModelSource, base?: string): Place {
  if (from instanceof Uint8Array) return from
  if (from instanceof ArrayBuffer) return new Uint8Array(from)
  return new URL(from, base).href
}

function openWorker(script: URL | string | undefined): Worker {
  // Written out like this, bundlers find the worker and bring it along.
  if (script === undefined) return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
  return new Worker(script, { type: 'module' })
}

function portTo(worker: Worker): Port {
  return {
    post: (message) => worker.postMessage(message),
    listen(hear, fail) {
      worker.onmessage = ({ data }) => hear(data)
      worker.onerror = ({ message }) =>
        fail(`The careful reader's worker failed: ${message ?? 'no reason given'}`)
    },
    hold() {},
    end: () => worker.terminate(),
  }
}

/**
 * Makes the careful reader ready, once, in a worker: from the file beside this package, from an address, or from bytes
 * that are at hand already. Every later `readCarefully` may use it.
 */
export async function loadCareful(from?: ModelSource, options: LoadOptions = {}): Promise<CarefulReader> {
  const { href } = globalThis.location
  const careful = placeOf(from ?? new URL('../model/careful.bin', import.meta.url), href)
  const quick = placeOf(options.quick ?? new URL('../model/quick.bin', import.meta.url), href)
  return useCareful(await CarefulReader.start(portTo(openWorker(options.worker)), careful, quick))
}
