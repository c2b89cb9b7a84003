import {
  type CarefulOptions,
  languageToLoad,
  loadLanguage,
  type Reading,
  readCarefully,
  ToneError,
} from '@kindling/tone'

/** For each language that was asked for, whether its model is there. */
const asked = new Map<string, Promise<boolean>>()

async function load(tag: string, say: (line: string) => void): Promise<boolean> {
  try {
    await loadLanguage(tag)
    return true
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    say(`Messages in "${tag}" get no verdict: ${error.message}`)
    return false
  }
}

/** Loads a language the first time a message is in it, however many ask at once. */
function isThere(tag: string, say: (line: string) => void): Promise<boolean> {
  const found = asked.get(tag) ?? load(tag, say)
  asked.set(tag, found)
  return found
}

/** `readCarefully`, with the model of the message's language where there is one. */
export async function readInItsLanguage(
  text: string,
  options: CarefulOptions,
  say: (line: string) => void,
): Promise<Reading> {
  const reading = await readCarefully(text, options)
  // The careful reader knows English alone; who insists on it gets its answer.
  const wanted = options.reader === 'careful' ? undefined : languageToLoad(reading.language)
  if (wanted === undefined || !(await isThere(wanted, say))) return reading
  return readCarefully(text, options)
}
