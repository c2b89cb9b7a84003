/*
 * The careful reader in a browser: a module worker of its own. Its response needs a content security policy with
 * `script-src 'self' 'wasm-unsafe-eval'`; the page's needs nothing.
 */
import { fetchBytes } from '../fetch-bytes.ts'
import type { FromWorker, Place, ToWorker } from './protocol.ts'
import { serve } from './serve.ts'

interface Scope {
  postMessage(message: FromWorker): void
  onmessage: ((event: { data: ToWorker }) => void) | null
}

const scope = globalThis as unknown as Scope
const bytesOf = async (place: Place): Promise<Uint8Array> =>
  typeof place === 'string' ? fetchBytes(place) : place
const answer = serve((message) => scope.postMessage(message), bytesOf)
scope.onmessage = ({ data }) => answer(data)
