/// <reference types="node" />
import { Worker } from 'node:worker_threads'
import { CarefulReader } from '../careful/careful-reader.ts'
import { type LoadOptions, placeOf } from '../careful/load-careful.ts'
import type { Port } from '../careful/protocol.ts'
import { useCareful } from '../careful/read-carefully.ts'
import type { ModelSource } from '../load.ts'

function portTo(thread: Worker): Port {
  return {
    post: (message) => thread.postMessage(message),
    listen(hear, fail) {
      thread.removeAllListeners()
      thread.on('message', hear)
      thread.on('error', (error) => fail(`The careful reader's thread failed: ${error.message}`))
      thread.on('exit', (code) => fail(`The careful reader's thread ended with ${code}.`))
    },
    hold: (busy) => (busy ? thread.ref() : thread.unref()),
    end: () => void thread.terminate(),
  }
}

/** `loadCareful` as elsewhere; in Node.js it runs in a thread and reads files. */
export async function loadCareful(from?: ModelSource, options: LoadOptions = {}): Promise<CarefulReader> {
  const script = options.worker ?? new URL('./careful-worker.js', import.meta.url)
  const careful = placeOf(from ?? new URL('../model/careful.bin', import.meta.url))
  const quick = placeOf(options.quick ?? new URL('../model/quick.bin', import.meta.url))
  return useCareful(await CarefulReader.start(portTo(new Worker(new URL(script))), careful, quick))
}
