import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/token.ts'
import type { Entry } from './entries.ts'

/** A message as features are taken from it: everything by token. */
export interface LookedAt {
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  entries: readonly Entry[]
  marks: Uint16Array
  /** The kind of group a word is for, 0 for none. */
  identity: Uint8Array
}
