import type { Sign } from './signs.ts'
import { signsAround } from './signs-around.ts'
import { signsOfDanger } from './signs-of-danger.ts'
import { signsOfDoing } from './signs-of-doing.ts'
import { signsOfDying } from './signs-of-dying.ts'

/** What a sign is of; `around` is everything that is no danger by itself. */
export type Family = 'dying' | 'doing' | 'threat' | 'around'

export interface KnownSign extends Sign {
  readonly family: Family
}

const of = (family: Family, signs: readonly Sign[]): KnownSign[] => signs.map((one) => ({ ...one, family }))

/** Things and places are no danger by themselves, only beside one. */
const THINGS = new Set([
  'means',
  'places',
  'weapon',
  'soon',
  'for good',
  'farewell',
  'asking forgiveness',
  'giving into care',
  'help now',
])

export const allSigns: readonly KnownSign[] = [
  ...of('dying', signsOfDying),
  ...of('doing', signsOfDoing),
  ...of('threat', signsOfDanger),
  ...of('around', signsAround),
].map((one) => (THINGS.has(one.name) ? { ...one, family: 'around' } : one))
