import { ToneError } from '../error.ts'
import type { Judge } from '../quick/found.ts'
import { placesOf, type QuickModel } from '../quick/model.ts'
import { ASK, type Ask } from './ask.ts'
import { Encoder } from './encoder.ts'
import { type Combination, readCarefulFile } from './model-file.ts'
import { Pieces } from './pieces.ts'

/** A careful model, ready to read together with the quick one it was made for. */
export interface CarefulModel extends Judge {
  encoder: Encoder
  pieces: Pieces
  /** Of each output, before the pieces say anything. */
  bias: Float32Array
  combine: readonly Combination[]
  quick: QuickModel
  ask: Ask
}

function makePieces(vocabulary: string[]): Pieces {
  try {
    return new Pieces(vocabulary)
  } catch (error) {
    throw new ToneError('model_unreadable', `This careful model cannot be used: ${(error as Error).message}`)
  }
}

/** Makes a careful model of a file's bytes. */
export function makeCarefulModel(bytes: Uint8Array, quick: QuickModel): CarefulModel {
  const file = readCarefulFile(bytes)
  const {
    version,
    quick: wanted,
    outputs,
    pieces,
    combine,
    pauseAt,
    pauseAtLeast,
    spansAt,
    ask,
  } = file.header
  if (wanted !== quick.version)
    throw new ToneError(
      'models_differ',
      `This careful model goes with version ${wanted} of the quick one; here is ${quick.version}.`,
    )
  return {
    name: 'careful',
    version,
    outputs,
    encoder: new Encoder(file),
    pieces: makePieces(pieces),
    bias: file.floats('say.bias', [outputs.length]).slice(),
    combine: outputs.map((output) => combine[output]!),
    quick,
    pauseAt,
    pauseAtLeast: placesOf(pauseAtLeast, outputs),
    spansAt: outputs.map((output) => spansAt?.[output] ?? 0.5),
    ask: ask ?? ASK,
  }
}
