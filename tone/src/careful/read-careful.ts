import { ToneError } from '../error.ts'
import { Bag } from '../quick/bag.ts'
import { type Features, Source } from '../quick/features.ts'
import { Found } from '../quick/found.ts'
import { type QuickOptions, readQuick } from '../quick/read-quick.ts'
import { type Scored, score } from '../quick/score.ts'
import { type Stretch, stretchesIn, weightsOf } from '../quick/spans.ts'
import type { Reading } from '../reading.ts'
import { CAREFUL_TEXT_AT_MOST, readsCarefully } from './ask.ts'
import { type Weighed, weigh } from './head.ts'
import type { CarefulModel } from './model.ts'
import type { Pieced } from './pieces.ts'
import { type Run, windowsOf } from './windows.ts'

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** A window of pieces inside of one of the quick reader's, with what both made of it. */
interface Both {
  window: Features
  quick: Scored
  pieced: Pieced
  run: Run
  careful: Weighed
  logits: Float64Array
}

const bag = new Bag()

function stretchesOf(model: CarefulModel, both: Both, output: number): Stretch[] {
  const { window, quick, pieced, run, careful, logits } = both
  const share = model.combine[output]!
  const outputs = model.outputs.length
  const weights = new Float64Array(window.tokens.length)
  const ofQuick = share.quick === 0 ? weights : weightsOf(model.quick, window, quick, output)
  for (let piece = run.begin; piece < run.end; piece++) {
    const token = pieced.tokens[piece]!
    if (piece === run.begin || token !== pieced.tokens[piece - 1])
      weights[token]! += share.quick * ofQuick[token]!
    // One on: [CLS] stands before the first.
    weights[token]! += share.careful * careful.added[(piece - run.begin + 1) * outputs + output]!
  }
  return stretchesIn(window.tokens, { weights, logit: logits[output]!, toScore: sigmoid })
}

/** Reads one window of pieces: both readers' logits become one. */
function readRun(model: CarefulModel, window: Features, quick: Scored, pieced: Pieced, run: Run): Both {
  const ids = new Uint16Array(run.end - run.begin + 2)
  ids[0] = model.pieces.begin
  ids.set(pieced.ids.subarray(run.begin, run.end), 1)
  ids[ids.length - 1] = model.pieces.end
  const careful = weigh(model.encoder.run(ids), model.bias)
  const logits = careful.logits.map((logit, output) => {
    const share = model.combine[output]!
    return share.careful * logit + share.quick * quick.logits[output]! + share.b
  })
  return { window, quick, pieced, run, careful, logits }
}

function readWindow(model: CarefulModel, window: Features, found: Found): void {
  const quick = score(model.quick, window)
  const pieced = model.pieces.of(window.tokens)
  for (const run of windowsOf(pieced.tokens, window.sentences, model.encoder.positions - 2)) {
    const both = readRun(model, window, quick, pieced, run)
    found.add({
      tokens: window.tokens,
      scores: both.logits.map(sigmoid),
      stretchesOf: (output) => stretchesOf(model, both, output),
    })
  }
}

/**
 * The careful reader: a whole reading of one message, of both readers together. A text without a word in it is the
 * quick reader's alone. Throws for more than CAREFUL_TEXT_AT_MOST.
 */
export function readCareful(model: CarefulModel, text: string, options: QuickOptions): Reading {
  if (text.length > CAREFUL_TEXT_AT_MOST)
    throw new ToneError(
      'text_too_long_for_careful',
      `The careful reader takes up to ${CAREFUL_TEXT_AT_MOST.toLocaleString('en')} characters; the quick one takes more.`,
    )
  const source = new Source(text, options.context)
  const found = new Found(model)
  let words = 0
  for (const window of source.windows(bag)) {
    if (window.tokens.length === 0) continue
    words += window.tokens.length
    readWindow(model, window, found)
  }
  if (words === 0) return readQuick(model.quick, text, options)
  const language = options.language(source.normalised.text)
  return found.reading({ ...language, measured: readsCarefully(language) })
}
