import type { Bag } from './bag.ts'
import { addIdentity, addKinds } from './bag-kinds.ts'
import { addShape } from './bag-shape.ts'
import { addEdges, addPersons, addWords } from './bag-words.ts'
import type { LookedAt } from './looked-at.ts'

/** Fills a bag with everything hashed about a message. */
export function fillBag(bag: Bag, looked: LookedAt): void {
  bag.clear()
  if (looked.tokens.length === 0) return
  for (const [index, sentence] of looked.sentences.entries()) {
    addWords(bag, looked, sentence)
    addPersons(bag, looked, sentence)
    addKinds(bag, looked, sentence)
    addIdentity(bag, looked, sentence)
    addEdges(bag, looked, sentence, index === 0)
  }
  addShape(bag, looked)
}
