import { isOf } from '../language/language.ts'
import type { QuickModel } from './model.ts'

const loaded = new Map<string, QuickModel>()

/** Keeps a model for every message in its language. */
export function useLanguage(model: QuickModel): QuickModel {
  loaded.set(model.language, model)
  return model
}

/** The loaded model of a language, if there is one. */
export function modelOf(tag: string): QuickModel | undefined {
  const model = loaded.get(tag.toLowerCase().split('-')[0]!)
  return model && isOf(tag, model.language) ? model : undefined
}
