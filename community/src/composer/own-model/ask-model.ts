import {
  type Acceptable,
  acceptable,
  type Context,
  mayBeRephrased,
  REPHRASE_TEXT_AT_MOST,
  type Reading,
  ToneError,
} from '@kindling/tone'
import {
  forbidden,
  type House,
  type MemberViewer,
  openSealed,
  takeToken,
  tooOften,
} from '../../foundation/index.ts'
import { type HereReader, readHere } from '../read-here.ts'
import { complete, type Line, ModelFailure } from './complete.ts'
import { draftsIn } from './drafts-in.ts'
import { ownModelPolicy } from './policy.ts'
import { promptFor, tokensFor } from './prompt.ts'
import { holds, type KeptModel } from './rules.ts'
import { choiceOf, keepChoice, modelOf, sealedKeyOf } from './store.ts'
import { ownModelErrors } from './words.ts'

/** So many drafts in so many seconds for one member: each costs whoever runs the model. */
const LIMIT = { limit: 20, seconds: 3_600 }

export interface Asking {
  text: string
  /** What the draft answers: it is read with that, and nothing of it goes to the model. */
  answering?: string | undefined
  /** Who read the draft: drafts that come back are read by the same. */
  reader: HereReader
  /** The address that the member says yes to by asking, where they have yet to say so. */
  agreesTo?: number | undefined
  /** Says that nobody waits any more. */
  gone?: AbortSignal | undefined
}

/** What a seal of a key is for. */
export const sealedFor = (communityId: string) => ({ purpose: 'own language model', communityId })

/** A model as it is asked, with its key. */
export async function lineTo(house: House, communityId: string, model: KeptModel): Promise<Line> {
  const sealed = model.hasKey ? await sealedKeyOf(house.db, communityId) : null
  const key = sealed === null ? undefined : openSealed(house.config, sealedFor(communityId), sealed)
  return { address: model.address, model: model.model, key, milliseconds: model.seconds * 1_000 }
}

/** @throws KindlingError `yes_needed` where this member did not say yes to this address */
async function checkConsent(
  house: House,
  viewer: MemberViewer,
  model: KeptModel,
  agreesTo: number | undefined,
): Promise<void> {
  const { addressVersion } = model
  if (agreesTo === addressVersion)
    return keepChoice(house.db, viewer, { choice: 'yes', addressVersion }, house.clock.now())
  if (holds(await choiceOf(house.db, viewer), model) !== 'yes')
    throw forbidden('yes_needed', ownModelErrors.yesNeeded)
}

async function answerOf(
  house: House,
  communityId: string,
  model: KeptModel,
  asking: Asking,
): Promise<string> {
  const line = await lineTo(house, communityId, model)
  try {
    return await complete(line, promptFor(asking.text), tokensFor(asking.text), asking.gone)
  } catch (error) {
    const code = error instanceof ModelFailure ? error.code : 'unknown'
    // Never what was asked or said.
    if (code !== 'given_up') house.log.error('own_model_failed', { code })
    return ''
  }
}

/** Drafts that pass our checks, by the reader that read the draft they were made of. */
async function kinderThan(asking: Asking, answer: () => Promise<string>): Promise<Acceptable[]> {
  const { text, answering, reader } = asking
  const context: Context | undefined = answering ? { answering } : undefined
  const read = (draft: string): Promise<Reading> => readHere(draft, context, reader)
  const reading = await read(text)
  if (!mayBeRephrased(text, reading)) return []
  return acceptable(text, reading, draftsIn(await answer(), text), read)
}

/**
 * Asks the community's own model for other words, for a member who said yes. Each passes the checks that our own suggestions pass;
 * what the model cannot or will not do is no error, and gives none. The draft is in memory alone, and goes nowhere else. A threat
 * or contempt does not reach the model at all.
 * @throws KindlingError `yes_needed`, `not_yours` (under 18), `too_often`
 */
export async function askModel(house: House, viewer: MemberViewer, asking: Asking): Promise<Acceptable[]> {
  if (!ownModelPolicy.ask(viewer)) throw forbidden('not_yours', ownModelErrors.under18)
  const { communityId, memberId } = viewer
  const model = await modelOf(house.db, communityId)
  if (!model?.on) return []
  await checkConsent(house, viewer, model, asking.agreesTo)
  if (asking.text.length > REPHRASE_TEXT_AT_MOST) return []
  // Before anything is read: reading costs this machine, too.
  const taking = { communityId, kind: 'own-model', subject: memberId, ...LIMIT, now: house.clock.now() }
  const taken = await takeToken(house.db, taking)
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
  try {
    return await kinderThan(asking, () => answerOf(house, communityId, model, asking))
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    house.log.error('own_model_unread', { code: error.code })
    return []
  }
}
