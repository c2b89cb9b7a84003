import type { Reading } from '@kindling/tone'
import { readHere } from '../../composer/index.ts'
import type { EntryItem } from '../../conversation/index.ts'
import { type House, type MemberViewer, notFound } from '../../foundation/index.ts'
import { readItem } from '../read-item.ts'
import { AGREEMENTS_SHOWN, isAgreement, type SharedWish, sharedWish, spokenOf } from './common-ground.ts'
import { mattersOf } from './matters-store.ts'
import { mayHurt, pickOwnWords } from './own-words.ts'
import { sidePolicy } from './policy.ts'
import { readTwo } from './read-words.ts'
import { type SaidEntry, type Sentence, sentencesOf } from './sentences.ts'
import { standsBetween } from './stands-between.ts'

/** Sentences of each that are read at most: the last ones. */
const SENTENCES_READ = 120

export interface Agreement {
  mine: boolean
  sentence: Sentence
}

/** What two people have in common in a thread, all of it said by them. */
export interface CommonGround {
  spokenOf: string[]
  wish: SharedWish | undefined
  agreements: Agreement[]
}

/** A thread from somebody else's side. */
export interface Side {
  item: EntryItem
  /** Of the other. */
  name: string
  /** What they say matters to them; nothing where they said nothing. */
  matters: string | undefined
  words: Sentence[]
  common: CommonGround
  /** What the viewer says matters to them. */
  ownMatters: string | undefined
  /** The viewer has not written here, so that there are no two sides. */
  oneSided: boolean
}

interface Read {
  sentence: Sentence
  reading: Reading
}

async function readAll(entries: readonly SaidEntry[]): Promise<Read[]> {
  const sentences = entries.flatMap(sentencesOf).slice(-SENTENCES_READ)
  return Promise.all(
    sentences.map(async (sentence) => ({ sentence, reading: await readHere(sentence.words) })),
  )
}

const NOTHING: CommonGround = { spokenOf: [], wish: undefined, agreements: [] }

function commonGround(
  theirs: readonly Read[],
  mine: readonly Read[],
  names: readonly string[],
): CommonGround {
  // What may hurt is no ground to stand on, and only English is taken apart here.
  const sound = (read: readonly Read[]): Sentence[] =>
    read
      .filter(({ sentence, reading }) => /^en\b/i.test(sentence.entry.language) && !mayHurt(reading))
      .map(({ sentence }) => sentence)
  const [their, own] = [sound(theirs), sound(mine)]
  const agreements = [
    ...their.filter(isAgreement).map((sentence) => ({ mine: false, sentence })),
    ...own.filter(isAgreement).map((sentence) => ({ mine: true, sentence })),
  ]
    .sort((one, other) => one.sentence.entry.at.getTime() - other.sentence.entry.at.getTime())
    .slice(-AGREEMENTS_SHOWN)
  return { spokenOf: spokenOf(their, own, names), wish: sharedWish(their, own, names), agreements }
}

async function kindly(words: string | undefined): Promise<string | undefined> {
  if (words === undefined) return undefined
  const reading = await readHere(words)
  return reading.language.measured && mayHurt(reading) ? undefined : words
}

/**
 * Somebody's own words about what matters to them in a thread, and what the viewer has in common with them there. Nothing is
 * kept of looking. Where something stands between the two there is nothing to see, as where nothing was said: neither learns
 * which it is.
 */
export async function readSide(house: House, viewer: MemberViewer, entryId: string): Promise<Side> {
  const item = await readItem(house, viewer, entryId)
  const { author } = item.entry
  if (!author || !sidePolicy.see(viewer, item)) throw notFound()
  const { communityId, memberId } = viewer
  const postId = item.post.id
  const [apart, two, theirMatters, ownMatters] = await Promise.all([
    standsBetween(house, viewer, author.id),
    readTwo(house, viewer, postId, author.id),
    mattersOf(house.db, { communityId, postId, memberId: author.id }),
    mattersOf(house.db, { communityId, postId, memberId }),
  ])
  const oneSided = two.mine.length === 0
  const side = { item, name: author.name, ownMatters, oneSided }
  if (apart || oneSided) return { ...side, matters: undefined, words: [], common: NOTHING }
  const [theirs, mine, matters] = await Promise.all([
    readAll(two.theirs),
    readAll(two.mine),
    kindly(theirMatters),
  ])
  return {
    ...side,
    matters,
    words: pickOwnWords(theirs),
    common: commonGround(theirs, mine, [author.name, viewer.name]),
  }
}
