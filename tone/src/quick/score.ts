import { calibrate } from './calibration.ts'
import type { Features } from './features.ts'
import { addLinear } from './linear.ts'
import type { QuickModel } from './model.ts'
import { type Activation, activate, addNetwork } from './network.ts'

/** What the model made of one message or window. */
export interface Scored {
  logits: Float64Array
  /** Calibrated, 0 to 1, in the order of the model's outputs. */
  scores: Float64Array
  active: Activation | undefined
}

/** Reads features with a model. */
export function score(model: QuickModel, { words, marks, bag }: Features): Scored {
  const { outputs, linear, network, calibration } = model
  const logits = Float64Array.from(model.bias)
  if (linear) addLinear(linear, bag, new Int32Array(outputs.length), logits)
  const active = network && words.length > 0 ? activate(network, words, marks) : undefined
  if (active) addNetwork(network!, active, logits)
  const scores = logits.map((logit, output) => calibrate(calibration[output], logit))
  return { logits, scores, active }
}
