import { ToneError } from '../error.ts'
import { checkText, type ReadOptions, read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { CAREFUL_TEXT_AT_MOST, isUnsure } from './ask.ts'
import type { CarefulReader } from './careful-reader.ts'

export interface CarefulOptions extends Omit<ReadOptions, 'reader' | 'model'> {
  /**
   * `auto`, where nothing is said: quick reads, and where it is unsure careful does; without a careful reader, and for
   * texts too long for it, quick alone. `careful`: careful or an error.
   */
  reader?: 'quick' | 'careful' | 'auto'
  /**
   * What `read` made of this very text in this very language, where somebody asked already: `quick` and `auto` begin with it
   * instead of reading once more.
   */
  quick?: Reading
}

let loaded: CarefulReader | undefined

/** Keeps a reader for every `readCarefully`; the one before answers what it was asked and goes. */
export function useCareful(reader: CarefulReader): CarefulReader {
  loaded?.end()
  loaded = reader
  return reader
}

function theReader(): CarefulReader {
  if (loaded) return loaded
  throw new ToneError(
    'model_missing',
    'No careful model is loaded yet: await loadCareful() once before the first reading.',
  )
}

async function readAsNeeded(
  text: string,
  quick: Reading,
  options: Omit<CarefulOptions, 'reader' | 'quick'>,
): Promise<Reading> {
  if (!loaded?.alive || text.length > CAREFUL_TEXT_AT_MOST || !isUnsure(quick, loaded.about.ask)) return quick
  try {
    return await loaded.read(text, options)
  } catch (error) {
    // A reader that broke leaves the other one.
    if (error instanceof ToneError && error.code === 'reader_failed') return quick
    throw error
  }
}

/**
 * Reads a message as `read` does, with the careful reader where that is wanted or worth it. What the careful reader
 * does happens in a worker, off this thread.
 */
export async function readCarefully(text: string, options: CarefulOptions = {}): Promise<Reading> {
  const { reader = 'auto', quick, ...rest } = options
  checkText(text)
  if (reader === 'quick') return quick ?? read(text, rest)
  if (reader === 'auto') return readAsNeeded(text, quick ?? read(text, rest), rest)
  if (reader === 'careful') return theReader().read(text, rest)
  throw new ToneError(
    'reader_missing',
    `There is no reader "${reader}"; there are "quick", "careful" and "auto".`,
  )
}
