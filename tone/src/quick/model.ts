import { attributes } from '../attributes.ts'
import { ToneError } from '../error.ts'
import { type Linear, makeLinear } from './linear.ts'
import { type Calibration, type ModelHeader, readModelFile, tensorOf, toFloats } from './model-file.ts'
import { makeNetwork, type Network } from './network.ts'

/** A quick model, ready to read. */
export interface QuickModel {
  name: string
  version: string
  /** The language it reads. */
  language: string
  /** The attributes it knows, in order, and the verdict behind them. */
  outputs: readonly string[]
  bias: Float32Array
  linear: Linear | undefined
  network: Network | undefined
  calibration: readonly (Calibration | undefined)[]
  pauseAt: number
  /** Outputs that a pause is at least as likely as. */
  pauseAtLeast: readonly number[]
  /** Message score from which on the words of an attribute are marked, per output. */
  spansAt: readonly number[]
}

export const ENGLISH = 'en'

const refuse = (why: string): ToneError => new ToneError('model_unreadable', why)

/** In English all attributes; in other languages those that were measured in them. */
function checkOutputs({ outputs }: ModelHeader, language: string): void {
  const known = language === ENGLISH ? attributes : attributes.filter((one) => outputs.includes(one))
  if (outputs.join() !== [...known, 'pause'].join())
    throw refuse('This model reads other attributes than this version of the package, or in another order.')
}

/** Where these outputs stand among all; one that there is not is refused. */
export function placesOf(names: readonly string[] = [], outputs: readonly string[]): number[] {
  const places = Array.isArray(names) ? names.map((name) => outputs.indexOf(name)) : [-1]
  if (places.includes(-1)) throw refuse('This model names a reason for a pause that it does not read.')
  return places
}

/** Makes a model of a file's bytes. */
export function makeQuickModel(bytes: Uint8Array, wanted = ENGLISH): QuickModel {
  const { header, tensors } = readModelFile(bytes)
  const { language = ENGLISH } = header
  if (language !== wanted) throw refuse(`This model reads "${language}", not "${wanted}".`)
  checkOutputs(header, language)
  return {
    name: header.name,
    version: header.version,
    language,
    outputs: header.outputs,
    bias: toFloats(tensorOf(tensors, 'bias', [header.outputs.length])),
    linear: makeLinear(header, tensors),
    network: makeNetwork(header, tensors),
    calibration: header.outputs.map((output) => header.calibration?.[output]),
    pauseAt: header.pause?.threshold ?? 0.5,
    pauseAtLeast: placesOf(header.pause?.atLeast, header.outputs),
    spansAt: header.outputs.map((output) => header.spans?.[output] ?? 0.5),
  }
}
