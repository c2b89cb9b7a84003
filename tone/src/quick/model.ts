import { attributes } from '../attributes.ts'
import { ToneError } from '../error.ts'
import { type Linear, makeLinear } from './linear.ts'
import { type Calibration, type ModelHeader, readModelFile, tensorOf, toFloats } from './model-file.ts'
import { makeNetwork, type Network } from './network.ts'

/** A quick model, ready to read. */
export interface QuickModel {
  name: string
  version: string
  outputs: readonly string[]
  /** Where each attribute stands among the outputs, and the verdict behind them. */
  bias: Float32Array
  linear: Linear | undefined
  network: Network | undefined
  calibration: readonly (Calibration | undefined)[]
  pauseAt: number
  /** Message score from which on the words of an attribute are marked, per output. */
  spansAt: readonly number[]
}

export const PAUSE = attributes.length

function checkOutputs({ outputs }: ModelHeader): void {
  const wanted = [...attributes, 'pause']
  if (outputs.join() !== wanted.join())
    throw new ToneError(
      'model_unreadable',
      'This model reads other attributes than this version of the package, or in another order.',
    )
}

/** Makes a model of a file's bytes. */
export function makeQuickModel(bytes: Uint8Array): QuickModel {
  const { header, tensors } = readModelFile(bytes)
  checkOutputs(header)
  return {
    name: header.name,
    version: header.version,
    outputs: header.outputs,
    bias: toFloats(tensorOf(tensors, 'bias', [header.outputs.length])),
    linear: makeLinear(header, tensors),
    network: makeNetwork(header, tensors),
    calibration: header.outputs.map((output) => header.calibration?.[output]),
    pauseAt: header.pause?.threshold ?? 0.5,
    spansAt: header.outputs.map((output) => header.spans?.[output] ?? 0.5),
  }
}
