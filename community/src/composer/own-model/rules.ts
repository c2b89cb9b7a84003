import { unfitting } from '../../foundation/index.ts'
import { ownModelErrors } from './words.ts'

/** A language model that a community connected. */
export interface OwnModel {
  /** Where its chat completions lie: `http://127.0.0.1:8080/v1`, without a slash at the end. */
  address: string
  model: string
  /** How long it is waited for. */
  seconds: number
  on: boolean
}

/** One as it is kept. */
export interface KeptModel extends OwnModel {
  version: number
  /** The version in which its address last changed: what members said yes to. */
  addressVersion: number
  hasKey: boolean
  changedAt: Date
}

/** What somebody typed. */
export interface TypedModel {
  address: string
  model: string
  seconds: string
  on: boolean
}

export const ADDRESS_LENGTH = 300
export const MODEL_LENGTH = 200
export const KEY_LENGTH = 1_000
export const SECONDS = { least: 1, usual: 5, most: 20 }

const PATH_ENDS = /(?:\/chat\/completions)?\/*$/

/** @throws KindlingError beside the field */
function checkAddress(typed: string): string {
  const wrong = () => unfitting('address', 'address_wrong', ownModelErrors.address)
  if (typed.length > ADDRESS_LENGTH || !URL.canParse(typed)) throw wrong()
  const url = new URL(typed)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw wrong()
  // A name and password would stand readable where only a key is kept under seal.
  if (url.username || url.password || url.search || url.hash)
    throw unfitting('address', 'address_holds_more', ownModelErrors.addressHoldsMore)
  return url.href.replace(PATH_ENDS, '')
}

/**
 * What was typed, as it is kept.
 * @throws KindlingError beside the field
 */
export function checkModel({ address, model, seconds, on }: TypedModel): OwnModel {
  const checked = checkAddress(address.trim())
  const name = model.trim()
  if (name === '' || name.length > MODEL_LENGTH)
    throw unfitting('model', 'model_wrong', ownModelErrors.model, { count: MODEL_LENGTH })
  const wait = Number(seconds)
  if (!Number.isInteger(wait) || wait < SECONDS.least || wait > SECONDS.most)
    throw unfitting('seconds', 'seconds_wrong', ownModelErrors.seconds, { ...SECONDS })
  return { address: checked, model: name, seconds: wait, on }
}

/** @throws KindlingError beside the field */
export function checkKey(typed: string): string {
  const key = typed.trim()
  // It travels in a header: what no header may hold would fail there, later.
  if (key.length > KEY_LENGTH || /[^\x21-\x7e]/.test(key))
    throw unfitting('key', 'key_wrong', ownModelErrors.key, { count: KEY_LENGTH })
  return key
}

/** Whether a key for one address may be used at another: never at another machine, which would learn it. */
export const keyFits = (address: string, other: string): boolean =>
  new URL(address).origin === new URL(other).origin

const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** The machine that reads drafts, by name; nothing where it is the one that Kindling itself runs on. */
export function machineOf({ address }: Pick<OwnModel, 'address'>): string | undefined {
  const { host, hostname } = new URL(address)
  return LOOPBACK.test(hostname) ? undefined : host
}

export const choices = ['yes', 'no'] as const
/** What a member said of sending drafts to it. */
export type Choice = (typeof choices)[number]

/** What a member said, and of which address. */
export interface KeptChoice {
  choice: Choice
  addressVersion: number
}

/** What holds now: a no of anything, a yes of this address alone. Nothing where a member has yet to be asked. */
export function holds(
  kept: KeptChoice | undefined,
  model: Pick<KeptModel, 'addressVersion'>,
): Choice | undefined {
  if (kept?.choice === 'no') return 'no'
  return kept?.addressVersion === model.addressVersion ? kept.choice : undefined
}
