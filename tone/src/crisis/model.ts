import { ToneError } from '../error.ts'
import { type Linear, makeLinear } from '../quick/linear.ts'
import { type ModelHeader, readModelFile, tensorOf, toFloats } from '../quick/model-file.ts'

/** What was learned: a weight per sign, and one per hashed feature of the quick reader's. */
export interface CrisisModel {
  name: string
  version: string
  bias: number
  signs: ReadonlyMap<string, number>
  linear: Linear
  /** From this sum on a message is worth the card with those who listen. */
  threshold: number
  /** What a passage of a long message must have more than a whole message. */
  margin: number
}

interface CrisisHeader extends ModelHeader {
  parts: ModelHeader['parts'] & { signs: string[] }
  threshold: number
  margin: number
}

const unreadable = (why: string): ToneError =>
  new ToneError('model_unreadable', `This is not a model of crisis that this version can read: ${why}.`)

function isCrisis(header: ModelHeader): header is CrisisHeader {
  const { parts, threshold, margin, outputs } = header as Partial<CrisisHeader>
  const numbers = [threshold, margin].every((number) => Number.isFinite(number))
  return Array.isArray(parts?.signs) && outputs?.length === 1 && numbers
}

/** Makes a model of the bytes of a file. */
export function makeCrisisModel(bytes: Uint8Array): CrisisModel {
  const { header, tensors } = readModelFile(bytes)
  if (!isCrisis(header)) throw unreadable('its header lacks signs, a threshold or a margin')
  const linear = makeLinear(header, tensors)
  if (!linear) throw unreadable('it has no hashed features')
  const weights = toFloats(tensorOf(tensors, 'signs', [header.parts.signs.length]))
  return {
    name: header.name,
    version: header.version,
    threshold: header.threshold,
    margin: header.margin,
    bias: toFloats(tensorOf(tensors, 'bias', [1]))[0]!,
    signs: new Map(header.parts.signs.map((sign, at) => [sign, weights[at]!])),
    linear,
  }
}
