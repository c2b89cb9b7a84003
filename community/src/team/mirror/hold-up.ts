import { sentences, TEXT_AT_MOST } from '@kindling/tone'
import { readHere } from '../../composer/index.ts'
import { type House, type MemberViewer, takeToken, tooOften } from '../../foundation/index.ts'
import { type OwnText, readOwnTexts } from './own-texts.ts'
import {
  type Heard,
  type Mirror,
  mirrorOf,
  type ReadSentence,
  type ReadText,
  SENTENCES_AT_MOST,
  TEXTS_FEWEST,
} from './rules.ts'

/** Shorter is a shout, longer is no sentence any more; in UTF-16 units. */
const SHORTEST = 5
const LONGEST = 300
/** So often in ten minutes: reading a hundred texts costs this machine. */
const LIMIT = { limit: 6, seconds: 600 }

export interface MirrorView extends Mirror {
  /** Too little was written to say anything. */
  tooFew: boolean
  heard: (Heard & Pick<OwnText, 'postId' | 'replyId'>)[]
  /** Some of it is in a language in which the reader was not measured. */
  unmeasured: boolean
}

async function readSentences(text: string, most: number): Promise<ReadSentence[]> {
  const read: ReadSentence[] = []
  for (const { begin, end } of sentences(text)) {
    const words = text.slice(begin, end).trim()
    if (read.length >= most) break
    if (words.length < SHORTEST || words.length > LONGEST) continue
    read.push({ words, begin, end, reading: await readHere(words) })
  }
  return read
}

/** Everything read here, in memory. Other requests get their turn between two texts. */
async function readAll(texts: readonly OwnText[]): Promise<ReadText[]> {
  const read: ReadText[] = []
  let left = SENTENCES_AT_MOST
  for (const { words, toNewcomer } of texts) {
    const reading = await readHere(words)
    const found = reading.language.measured ? await readSentences(words, left) : []
    left -= found.length
    read.push({ reading, sentences: found, toNewcomer })
    await new Promise(setImmediate)
  }
  return read
}

/**
 * A mirror of one's own writing: made when its member looks, for them alone, of what they wrote themselves. Nothing of it
 * is kept, logged or counted, and there is no way to ask for anybody else's.
 * @throws KindlingError `too_often`
 */
export async function holdUpMirror(house: House, viewer: MemberViewer): Promise<MirrorView> {
  const { communityId, memberId } = viewer
  const taking = { communityId, kind: 'mirror', subject: memberId, ...LIMIT, now: house.clock.now() }
  const taken = await takeToken(house.db, taking)
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
  const texts = (await readOwnTexts(house, viewer)).filter(({ words }) => words.length <= TEXT_AT_MOST)
  if (texts.length < TEXTS_FEWEST)
    return { tooFew: true, habits: [], notHeard: [], heard: [], unmeasured: false }
  const read = await readAll(texts)
  const { habits, notHeard, heard } = mirrorOf(read)
  const placed = heard.map((one) => {
    const { postId, replyId } = texts[one.text]!
    return { ...one, postId, replyId }
  })
  const unmeasured = read.some(({ reading }) => !reading.language.measured)
  return { tooFew: false, habits, notHeard, heard: placed, unmeasured }
}
