import type { House, MemberViewer } from '../../foundation/index.ts'
import { spotlightsOpen } from './open-here.ts'
import { shownOf } from './rules.ts'
import { type Asked, type Lit, lastAsked, litNow, takenUntil } from './store.ts'
import { keptWords, type Sentence, sentencesOf } from './words-store.ts'

/** Who stands in the light, with at most three sentences. */
export interface SpotlightView extends Lit {
  sentences: Sentence[]
  mine: boolean
}

const asking = ({ communityId, memberId }: MemberViewer) => ({ community: communityId, member: memberId })

/** What is lit now for this viewer; undefined where nothing is, or a boundary stands between. */
export async function readSpotlight(house: House, viewer: MemberViewer): Promise<SpotlightView | undefined> {
  if (!(await spotlightsOpen(house, viewer.communityId))) return undefined
  const lit = await litNow(house, asking(viewer))
  if (!lit) return undefined
  const sentences = shownOf(await shownSentences(house, viewer, lit.id, lit.member.id), lit.id)
  return sentences.length > 0 ? { ...lit, sentences, mine: lit.member.id === viewer.memberId } : undefined
}

async function shownSentences(house: House, viewer: MemberViewer, spotlightId: string, aboutId: string) {
  const all = await sentencesOf(house, asking(viewer), { spotlightId, aboutId })
  return all.filter(({ hidden }) => !hidden)
}

/** What others would read of a member who is asked. */
export interface Preview {
  sentences: Sentence[]
  /** There are more than the page has room for. */
  more: boolean
  /** When the light is free, if somebody stands in it. */
  from: Date | undefined
}

export async function readPreview(house: House, viewer: MemberViewer, asked: Asked): Promise<Preview> {
  const [all, from] = await Promise.all([
    shownSentences(house, viewer, asked.id, viewer.memberId),
    takenUntil(house.db, viewer.communityId, house.clock.now()),
  ])
  const sentences = shownOf(all, asked.id)
  return { sentences, more: all.length > sentences.length, from }
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export interface Kept {
  asked: Asked | undefined
  sentences: Sentence[]
  next: string | undefined
}

/** What others wrote about this member and reached them, latest first, and what they were asked last. */
export async function readKept(
  house: House,
  viewer: MemberViewer,
  { before = LAST, limit = 20 }: { before?: string | undefined; limit?: number | undefined },
): Promise<Kept> {
  const [asked, found] = await Promise.all([
    lastAsked(house.db, viewer.communityId, viewer.memberId),
    keptWords(house, asking(viewer), { before, limit: limit + 1 }),
  ])
  const sentences = found.slice(0, limit)
  return { asked, sentences, next: found.length > limit ? sentences.at(-1)!.id : undefined }
}
