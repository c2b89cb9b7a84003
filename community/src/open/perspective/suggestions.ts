import { mappedTo } from './attributes.ts'
import type { SuggestRequest } from './request.ts'

/** A suggested score as the operator may keep it, for training: the text and what somebody thinks of it, and nobody's name. */
export interface Suggestion {
  text: string
  /** By the attribute that is read here, or by the original's name where none is. */
  scores: Record<string, number>
  languages: string[]
}

/** Keeps suggestions, where the operator turned that on. */
export interface Suggestions {
  add(suggestion: Suggestion): Promise<void>
}

/** A language tag; whatever else was sent as one is not kept. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i

export function suggestionOf({ text, scores, languages }: SuggestRequest): Suggestion {
  const named = Object.entries(scores).map(([name, value]) => [mappedTo(name)?.attribute ?? name, value])
  return { text, scores: Object.fromEntries(named), languages: languages.filter((tag) => TAG.test(tag)) }
}
