/// <reference types="node" />
import type { ModelSource } from '../load.ts'
import { loadLanguage as load, placeOf } from '../load-language.ts'
import type { QuickModel } from '../quick/model.ts'
import { bytesAt } from './file-bytes.ts'

/** `loadLanguage` as elsewhere; in Node.js it reads files, where fetch does not. */
export async function loadLanguage(tag: string, from: ModelSource = placeOf(tag)): Promise<QuickModel> {
  const file = from instanceof URL && from.protocol === 'file:' ? from : undefined
  return load(tag, file ? await bytesAt(file) : from)
}
