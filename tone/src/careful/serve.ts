import { ToneError } from '../error.ts'
import { languageOf } from '../language/language.ts'
import { makeQuickModel } from '../quick/model.ts'
import { type CarefulModel, makeCarefulModel } from './model.ts'
import type { FromWorker, Place, ToWorker } from './protocol.ts'
import { readCareful } from './read-careful.ts'

export type Fetch = (place: Place) => Promise<Uint8Array>

async function load(careful: Place, quick: Place, fetch: Fetch): Promise<CarefulModel> {
  // The careful one first: where there is none, nothing else is fetched in vain.
  const bytes = await fetch(careful)
  return makeCarefulModel(bytes, makeQuickModel(await fetch(quick)))
}

function refusal(error: unknown, id?: number): FromWorker {
  if (error instanceof ToneError) return { kind: 'refused', id, code: error.code, message: error.message }
  return { kind: 'refused', id, code: 'reader_failed', message: `The careful reader failed: ${error}` }
}

/** The worker's side: loads once, then answers messages one by one, in the order they came. */
export function serve(post: (message: FromWorker) => void, fetch: Fetch): (message: ToWorker) => void {
  let model: CarefulModel | undefined
  const loadInto = async (careful: Place, quick: Place): Promise<FromWorker> => {
    model = await load(careful, quick, fetch)
    const { name, version, ask } = model
    return { kind: 'ready', about: { name, version, quick: model.quick.version, ask } }
  }
  return (message) => {
    if (message.kind === 'load') {
      loadInto(message.careful, message.quick).catch(refusal).then(post)
      return
    }
    const { id, text, options } = message
    const { context, lang } = options
    const language = (normalised: string) => languageOf(normalised, lang)
    try {
      if (!model) throw new ToneError('model_missing', 'The careful reader was asked before it was loaded.')
      post({ kind: 'reading', id, reading: readCareful(model, text, { context, language }) })
    } catch (error) {
      post(refusal(error, id))
    }
  }
}
