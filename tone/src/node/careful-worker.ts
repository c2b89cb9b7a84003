/// <reference types="node" />
/* The careful reader in Node.js: a thread of its own. */
import { parentPort } from 'node:worker_threads'
import type { Place } from '../careful/protocol.ts'
import { serve } from '../careful/serve.ts'
import { fetchBytes } from '../fetch-bytes.ts'
import { bytesAt } from './file-bytes.ts'

async function bytesOf(place: Place): Promise<Uint8Array> {
  if (typeof place !== 'string') return place
  return place.startsWith('file:') ? bytesAt(new URL(place)) : fetchBytes(place)
}

const port = parentPort!
const answer = serve((message) => port.postMessage(message), bytesOf)
port.on('message', answer)
