import type { Sentence } from '../text/sentences.ts'
import type { Bag } from './bag.ts'
import { mix } from './hash.ts'
import { KIND_COUNT } from './lexicon.ts'
import type { LookedAt } from './looked-at.ts'
import { MARK } from './marks.ts'
import { SORT } from './sorts.ts'

const { quoted, code, nearYou, nearMe, asked, nearIdentity } = MARK

/** The ways a word of some kind may be meant, one feature each; 13 is "said to you, plainly". */
function addKind(bag: Bag, kind: number, mark: number, at: number): void {
  const put = (way: number) => bag.add(mix(SORT.kind + way * 100, kind), at, at + 1)
  const held = mark & (quoted | code | MARK.negated | MARK.reported | MARK.hypothetical)
  put(0)
  if (mark & (quoted | code)) put(1)
  if (mark & MARK.negated) put(2)
  if (mark & MARK.reported) put(3)
  if (mark & nearYou) put(4)
  if (mark & nearMe) put(5)
  if (mark & MARK.hypothetical) put(6)
  if (mark & asked) put(7)
  if (mark & nearIdentity) put(8)
  if (mark & MARK.nearName) put(9)
  if (mark & MARK.afterBut) put(10)
  if (mark & MARK.nearWarm) put(11)
  if (mark & MARK.nearHostile) put(12)
  if (!held && mark & nearYou && !(mark & nearMe)) put(13)
  if (!held && mark & nearMe && !(mark & nearYou)) put(14)
  if (!held && !(mark & (nearMe | nearYou))) put(15)
}

export function addKinds(bag: Bag, { entries, marks }: LookedAt, { begin, end }: Sentence): void {
  let last = -1
  for (let at = begin; at < end; at++) {
    const { kinds } = entries[at]!
    if (kinds === 0) continue
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      if (!(kinds & (1 << kind))) continue
      addKind(bag, kind, marks[at]!, at)
      if (last < begin) continue
      for (let other = 0; other < KIND_COUNT; other++)
        if (entries[last]!.kinds & (1 << other)) bag.add(mix(mix(SORT.kindPair, other), kind), last, at + 1)
    }
    last = at
  }
}

/** How a group is spoken of: which kind, whether it is the writer's own or the reader's, all of it or some. */
export function addIdentity(bag: Bag, looked: LookedAt, { begin, end }: Sentence): void {
  const { entries, marks, identity } = looked
  for (let at = begin; at < end; at++) {
    if (!identity[at]) continue
    const mark = marks[at]!
    const way = (mark & nearMe ? 1 : 0) | (mark & nearYou ? 2 : 0) | (mark & quoted ? 4 : 0)
    bag.add(mix(mix(SORT.identity, identity[at]!), way), at, at + 1)
    bag.add(mix(SORT.identity + 100, way), at, at + 1)
    let all = 0
    for (let near = Math.max(begin, at - 5); near < Math.min(end, at + 6); near++)
      if (near !== at) all |= entries[near]!.kinds
    for (let kind = 0; kind < KIND_COUNT; kind++)
      if (all & (1 << kind))
        bag.add(mix(SORT.identity + 200, kind), Math.max(begin, at - 5), Math.min(end, at + 6))
  }
}
