import { sentences, TEXT_AT_MOST } from '@kindling/tone'
import { readHere } from '../../composer/index.ts'
import { type House, type MemberViewer, takeToken, tooOften } from '../../foundation/index.ts'
import { type OwnText, readOwnTexts } from './own-texts.ts'
import {
  type Heard,
  mirrorOf,
  type ReadSentence,
  SENTENCES_AT_MOST,
  type SeenHabit,
  TEXTS_FEWEST,
} from './rules.ts'

/** Shorter is a shout, longer is no sentence any more; in UTF-16 units. */
const SHORTEST = 8
const LONGEST = 300
/** So often in ten minutes: reading a hundred texts costs this machine. */
const LIMIT = { limit: 12, seconds: 600 }

export interface MirrorView {
  /** Too little was written to say anything. */
  tooFew: boolean
  habits: SeenHabit[]
  heard: (Heard & { postId: string; replyId: string | null })[]
  /** Some of it is in a language in which the reader was not measured. */
  unmeasured: boolean
}

function sentencesOf(text: string): string[] {
  if (text.length > TEXT_AT_MOST) return []
  return sentences(text)
    .map(({ begin, end }) => text.slice(begin, end).trim())
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
}

/** Everything read here, in memory, sentence by sentence. Another request gets its turn between texts. */
async function readAll(texts: readonly OwnText[]): Promise<{ read: ReadSentence[]; unmeasured: boolean }> {
  const read: ReadSentence[] = []
  let unmeasured = false
  for (const [text, { words }] of texts.entries()) {
    for (const sentence of sentencesOf(words)) {
      if (read.length >= SENTENCES_AT_MOST) return { read, unmeasured }
      const reading = await readHere(sentence)
      if (reading.language.measured) read.push({ words: sentence, text, reading })
      else unmeasured = true
    }
    await new Promise(setImmediate)
  }
  return { read, unmeasured }
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
  const texts = await readOwnTexts(house, viewer)
  if (texts.length < TEXTS_FEWEST) return { tooFew: true, habits: [], heard: [], unmeasured: false }
  const { read, unmeasured } = await readAll(texts)
  const welcomed = texts.filter(({ toNewcomer }) => toNewcomer).length
  const { habits, heard } = mirrorOf(read, { texts: texts.length, welcomed })
  const placed = heard.map((one) => {
    const { postId, replyId } = texts[one.text]!
    return { ...one, postId, replyId }
  })
  return { tooFew: false, habits, heard: placed, unmeasured }
}
