import { acceptable, REPHRASE_TEXT_AT_MOST } from '@kindling/tone'
import {
  type House,
  KindlingError,
  type MemberViewer,
  notFound,
  takeToken,
  tooOften,
  unfitting,
} from '../../foundation/index.ts'
import { readHere } from '../read-here.ts'
import { lineTo } from './ask-model.ts'
import { complete, type FailureCode, ModelFailure } from './complete.ts'
import { draftsIn } from './drafts-in.ts'
import { ownModelPolicy } from './policy.ts'
import { promptFor, tokensFor } from './prompt.ts'
import { modelOf } from './store.ts'
import { ownModelErrors } from './words.ts'

const LIMIT = { limit: 30, seconds: 600 }

/** What came of trying: drafts with whether each would be offered, or what is wrong. */
export type Tried =
  | { failure: FailureCode }
  | {
      milliseconds: number
      /** Whether the sample would be asked about at all: if not, nothing can be kinder. */
      pauses: boolean
      drafts: { text: string; offered: boolean }[]
    }

/**
 * Asks the connected model about a sample, whether it is on or off.
 * @throws KindlingError `sample_wrong`, `no_model`, `too_often`
 */
export async function tryModel(house: House, viewer: MemberViewer, sample: string): Promise<Tried> {
  if (!ownModelPolicy.manage(viewer)) throw notFound()
  if (sample.trim() === '' || sample.length > REPHRASE_TEXT_AT_MOST)
    throw unfitting('sample', 'sample_wrong', ownModelErrors.sample, { count: REPHRASE_TEXT_AT_MOST })
  const { communityId, memberId } = viewer
  const model = await modelOf(house.db, communityId)
  if (!model) throw new KindlingError('no_model', ownModelErrors.noModel, { status: 409 })
  const taking = { communityId, kind: 'try-model', subject: memberId, ...LIMIT, now: house.clock.now() }
  const taken = await takeToken(house.db, taking)
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
  const reading = await readHere(sample)
  const begun = performance.now()
  try {
    const answer = await complete(
      await lineTo(house, communityId, model),
      promptFor(sample),
      tokensFor(sample),
    )
    const milliseconds = Math.round(performance.now() - begun)
    const drafts = draftsIn(answer, sample)
    const good = new Set(
      (await acceptable(sample, reading, drafts, (text) => readHere(text))).map(({ text }) => text),
    )
    const looked = drafts.map((text) => ({ text, offered: good.has(text.trim()) }))
    return { milliseconds, pauses: reading.pause, drafts: looked }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return { failure: error.code }
  }
}
