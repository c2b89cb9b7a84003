import { inItsLanguage } from './in-its-language.ts'
import { loadQuick as load, type ModelSource } from './load.ts'
import { bytesAt } from './node/file-bytes.ts'
import { loadLanguage } from './node/load-language.ts'
import type { QuickModel } from './quick/model.ts'

export * from './index.ts'
export { loadCareful } from './node/load-careful.ts'
export { loadCrisis } from './node/load-crisis.ts'
export { loadLanguage }

/** As elsewhere; in Node.js it reads files, where fetch does not. */
export const readInItsLanguage = inItsLanguage(loadLanguage)

const shipped = (): URL => new URL('./model/quick.bin', import.meta.url)

/** `loadQuick` as elsewhere; in Node.js it reads files, where fetch does not. */
export async function loadQuick(from: ModelSource = shipped()): Promise<QuickModel> {
  const file = from instanceof URL && from.protocol === 'file:' ? from : undefined
  return load(file ? await bytesAt(file) : from)
}
