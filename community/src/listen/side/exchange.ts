/** Who wrote what in a thread, and what it answers, as one reader sees it. */
export interface Turn {
  id: string
  /** Undefined where it stands without a name. */
  author: { id: string; name: string } | undefined
  mine: boolean
  /** By somebody the reader muted. */
  muted: boolean
  /** The reply it answers; null answers the post. */
  parentId: string | null
}

/** What somebody in an exchange wrote last. */
export interface Exchange {
  entryId: string
  authorId: string
  name: string
}

/**
 * With whom the reader goes back and forth: each has answered the other at least so often. The latest of several; nobody who
 * writes without a name, and nobody whom the reader muted.
 * @param turns the post first, then its answers
 */
export function exchangeIn(turns: readonly Turn[], atLeast: number): Exchange | undefined {
  const [post] = turns
  const byId = new Map(turns.map((turn) => [turn.id, turn]))
  const counts = new Map<string, { mine: number; theirs: number }>()
  const found = new Map<string, Exchange>()
  for (const turn of turns) {
    if (turn === post) continue
    const to = turn.parentId ? byId.get(turn.parentId) : post
    const theirs = turn.mine ? to : turn
    const between = to && turn.mine !== to.mine && !theirs?.muted
    const other = between ? theirs?.author : undefined
    if (!to || !other) continue
    const count = counts.get(other.id) ?? { mine: 0, theirs: 0 }
    count[turn.mine ? 'mine' : 'theirs']++
    counts.set(other.id, count)
    const last = turn.mine ? to.id : turn.id
    if (Math.min(count.mine, count.theirs) < atLeast) continue
    found.delete(other.id)
    found.set(other.id, { entryId: last, authorId: other.id, name: other.name })
  }
  return [...found.values()].at(-1)
}
