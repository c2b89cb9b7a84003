import type { Language } from '../language/language.ts'
import type { Reading } from '../reading.ts'

/** Likelihoods of a pause, by the quick reader, between which the careful one is asked. */
export interface Ask {
  from: number
  until: number
}

/** Where a model says nothing else. Below, hardly a message hurts; above, hardly one does not. */
export const ASK: Ask = { from: 0.1, until: 0.95 }

/** Units of the longest text that is read with care. */
export const CAREFUL_TEXT_AT_MOST = 20 * 1024

/** Languages whose words the careful reader knows. */
export const readsCarefully = ({ tag, measured }: Language): boolean =>
  measured && tag.toLowerCase().split('-')[0] === 'en'

/** Whether the quick reader is unsure enough of a message for the careful one to be asked. */
export const isUnsure = ({ why: { likelihood }, language }: Reading, { from, until }: Ask): boolean =>
  readsCarefully(language) && likelihood >= from && likelihood <= until
