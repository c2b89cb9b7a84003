import { isOf, type Language } from '../language/language.ts'
import type { Reading } from '../reading.ts'
import { Bag } from './bag.ts'
import { type FeatureContext, type Features, Source } from './features.ts'
import { Found } from './found.ts'
import { linearOf } from './linear.ts'
import type { QuickModel } from './model.ts'
import { score } from './score.ts'
import { stretchesOf } from './spans.ts'

export interface QuickOptions {
  context?: FeatureContext
  /** Looks at the normalised text. */
  language(text: string): Language
  /** The model of a language, where there is one and it is loaded. */
  modelOf?(tag: string): QuickModel | undefined
}

/** Windows of a very long text that are read in full; the rest is looked through, and read where that gives a reason. */
const IN_FULL = 12
const LOOKED_INTO = 48

const bag = new Bag()

function readWindow(model: QuickModel, window: Features, found: Found): void {
  const scored = score(model, window)
  found.add({
    tokens: window.tokens,
    scores: scored.scores,
    stretchesOf: (output) => stretchesOf(model, window, scored, output),
  })
}

function readWindows(model: QuickModel, source: Source): Found {
  const found = new Found(model)
  let [read, looked] = [0, 0]
  let strongest = Number.NEGATIVE_INFINITY
  for (const window of source.windows(bag)) {
    if (read >= IN_FULL && model.linear) {
      const hint = linearOf(model.linear, window.bag, model.outputs.length - 1)
      if (hint <= strongest || looked >= LOOKED_INTO) continue
      strongest = hint
      looked++
    }
    read++
    readWindow(model, window, found)
  }
  return found
}

/** The quick reader: a whole reading of one message, by the model of its language or else by the given one. */
export function readQuick(model: QuickModel, text: string, options: QuickOptions): Reading {
  const source = new Source(text, options.context)
  const { tag } = options.language(source.normalised.text)
  const own = options.modelOf?.(tag) ?? model
  return readWindows(own, source).reading({ tag, measured: isOf(tag, own.language) })
}
