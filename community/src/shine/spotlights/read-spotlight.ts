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
  const sentences = await litSentences(house, viewer, lit)
  return sentences.length > 0 ? { ...lit, sentences, mine: lit.member.id === viewer.memberId } : undefined
}

/** Those of the three that its receiver saw before the yes; where a boundary takes one away, no other comes in its place. */
async function litSentences(house: House, viewer: MemberViewer, { id, member, words }: Lit) {
  const all = await sentencesOf(house, asking(viewer), { spotlightId: id, aboutId: member.id })
  const open = new Map(all.filter(({ hidden }) => !hidden).map((one) => [one.id, one]))
  return words.flatMap((one) => open.get(one) ?? [])
}

/** What a receiver would let others read: at most three, by lot, of what they do not hide. */
export async function chooseShown(house: House, viewer: MemberViewer, spotlightId: string) {
  const all = await sentencesOf(house, asking(viewer), { spotlightId, aboutId: viewer.memberId })
  const open = all.filter(({ hidden }) => !hidden)
  const sentences = shownOf(open, spotlightId)
  return { sentences, more: open.length > sentences.length }
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
  const [chosen, from] = await Promise.all([
    chooseShown(house, viewer, asked.id),
    takenUntil(house.db, viewer.communityId, house.clock.now()),
  ])
  return { ...chosen, from }
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export interface Kept {
  asked: Asked | undefined
  sentences: Sentence[]
  next: string | undefined
}

/** Something reached this member, or may yet. */
export async function isKeptThere(house: House, viewer: MemberViewer): Promise<boolean> {
  if (await spotlightsOpen(house, viewer.communityId)) return true
  return (await keptWords(house, asking(viewer), { before: LAST, limit: 1 })).length > 0
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
