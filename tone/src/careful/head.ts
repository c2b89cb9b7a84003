import type { Said } from './encoder.ts'

/** What the pieces of a window add to every output; with the output's own bias that is its logit, exactly. */
export interface Weighed {
  logits: Float64Array
  /** A row of outputs for each piece. */
  added: Float64Array
}

/** Of one output the shares of all pieces: what each is looked at, weighed against the others. */
function sharesOf(look: Float32Array, output: number, outputs: number, shares: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (let at = output; at < look.length; at += outputs) most = Math.max(most, look[at]!)
  let whole = 0
  for (let piece = 0; piece < shares.length; piece++) {
    shares[piece] = Math.exp(look[piece * outputs + output]! - most)
    whole += shares[piece]!
  }
  for (let piece = 0; piece < shares.length; piece++) shares[piece]! /= whole
}

export function weigh({ look, say }: Said, bias: Float32Array): Weighed {
  const outputs = bias.length
  const shares = new Float64Array(look.length / outputs)
  const added = new Float64Array(look.length)
  const logits = Float64Array.from(bias)
  for (let output = 0; output < outputs; output++) {
    sharesOf(look, output, outputs, shares)
    for (let piece = 0; piece < shares.length; piece++) {
      const at = piece * outputs + output
      added[at] = shares[piece]! * say[at]!
      logits[output]! += added[at]!
    }
  }
  return { logits, added }
}
