import { mappedTo } from './attributes.ts'
import type { SuggestRequest } from './request.ts'
import { isTag } from './tag.ts'

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

export function suggestionOf({ text, scores, languages }: SuggestRequest): Suggestion {
  const named = Object.entries(scores).map(([name, value]) => [mappedTo(name)?.attribute ?? name, value])
  return { text, scores: Object.fromEntries(named), languages: languages.filter(isTag) }
}
