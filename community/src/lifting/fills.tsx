import {
  type EntryItem,
  entryActs,
  entryHeard,
  entryMore,
  hasReached,
  placeWays,
  stageOf,
  topOfThread,
} from '../conversation/index.ts'
import { fill, type House, isMember, type PageContext } from '../foundation/index.ts'
import { Copies, HelpedWay, KindWay, MySaying } from './parts.tsx'
import { liftingPolicy } from './policy.ts'
import { type Copy, marksOnPage } from './read-marks.ts'
import type { Mark } from './rules.ts'
import { liftingWords as w } from './words.ts'

type Mine = ReadonlyMap<string, ReadonlySet<Mark>>

/** What the viewer said about the answers of one thread. */
async function mine(house: House, page: PageContext, items: readonly EntryItem[]): Promise<Mine | undefined> {
  const { viewer } = page
  const post = items[0]?.post
  if (!post || !isMember(viewer) || viewer.waiting) return undefined
  return (await marksOnPage(house, page, post.id)).mine
}

const asMap = async (found: Promise<Mine | undefined>) =>
  (await found) as Map<string, ReadonlySet<Mark>> | undefined

const copies = fill(topOfThread, {
  async load(house, page, [thread]): Promise<Map<string, Copy[]> | undefined> {
    if (!thread) return undefined
    const found = await marksOnPage(house, page, thread.postId)
    return found.copies.length > 0 ? new Map([[thread.postId, found.copies]]) : undefined
  },
  render: (lifted, _, page) => Copies({ page, copies: lifted ?? [] }),
})

const helped = fill(entryActs, {
  load: (house, page, items) =>
    items[0]?.post.mine ? asMap(mine(house, page, items)) : Promise.resolve(undefined),
  render: (marks, item, page) => HelpedWay({ page, item, mine: marks?.has('helped') ?? false }),
})

const kind = fill(entryMore, {
  load: (house, page, items) =>
    items[0]?.entry.isReply ? asMap(mine(house, page, items)) : Promise.resolve(undefined),
  render: (marks, item, page) => KindWay({ page, item, mine: marks?.has('kind') ?? false }),
})

const saying = fill(entryHeard, {
  async load(house, page, items): Promise<Map<string, ReadonlySet<Mark>> | undefined> {
    const marks = await mine(house, page, items)
    return marks && [...marks.values()].some((one) => one.size > 0) ? new Map(marks) : undefined
  },
  render: (marks, item, page) => MySaying({ page, item, mine: marks }),
})

/** The way to the corner, beside the wall: from twelve who write, where somebody might miss something. */
const corner = fill(placeWays, {
  load: async (house, page) =>
    liftingPolicy.readUnsaid(page.viewer) && hasReached(await stageOf(house, page.viewer.communityId), 'room')
      ? new Map<string, never>()
      : undefined,
  render: (_, __, page) => (
    <a class="act plain" href="/helped">
      {page.t(w.unsaidLink)}
    </a>
  ),
})

export const liftingFills = [corner, copies, helped, kind, saying]
