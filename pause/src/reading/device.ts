import {
  type Context,
  loadCareful,
  loadLanguage,
  loadQuick,
  type Reading,
  read,
  readCarefully,
} from '@kindling/tone'

/** Where things lie, as its page says. */
export interface Places {
  quick: string
  /** Model and worker, where the page serves both and wants them used. */
  careful?: { model: string; worker: string }
  /** Tags of other languages, each with where its model lies. */
  languages: { tag: string; from: string }[]
}

/** Nobody waits longer than this for a model, nor for one reading by a worker, in milliseconds. */
const PATIENCE = 150

// One of each for a page, however many fields it has.
const loads = new Map<string, Promise<unknown>>()
let quickReady = false
let carefulReady = false

/** Loads once; what failed is tried again when it is next wanted. */
function once(name: string, load: () => Promise<unknown>): Promise<unknown> {
  const running = loads.get(name) ?? load()
  loads.set(name, running)
  running.catch(() => loads.delete(name))
  return running
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

/** Brings in what its page offers besides; without it the quick reader reads on alone. */
function loadRest({ quick, careful, languages }: Places): void {
  const quietly = () => {}
  for (const { tag, from } of languages) once(`${tag} ${from}`, () => loadLanguage(tag, from)).catch(quietly)
  if (!careful || savesData()) return
  const { model, worker } = careful
  once(`careful ${model}`, () => loadCareful(model, { quick, worker })).then(() => {
    carefulReady = true
  }, quietly)
}

/** Makes the readers ready. Rejects where the quick one cannot be had. */
export async function load(places: Places): Promise<void> {
  await once(`quick ${places.quick}`, () => loadQuick(places.quick))
  quickReady = true
  loadRest(places)
}

export const isReady = (): boolean => quickReady

/** Whether the quick reader is there, or comes in time. */
export async function isReadySoon(places: Places): Promise<boolean> {
  if (quickReady) return true
  const loaded = load(places).then(() => true)
  return (await within(PATIENCE, loaded)) ?? false
}

/** Whether a reading takes a worker's time. */
export const isCareful = (places: Places): boolean => places.careful !== undefined && carefulReady

export function readNow(text: string, context?: Context): Reading {
  return read(text, { context })
}

/** With the careful reader, where it is there and quick is unsure; if it takes too long, what quick says holds. */
export async function readWell(text: string, places: Places, context?: Context): Promise<Reading> {
  const quick = readNow(text, context)
  if (!isCareful(places)) return quick
  return (await within(PATIENCE, readCarefully(text, { context, quick }))) ?? quick
}

/** What the careful reader says, and nobody else; nothing where it does not say it in time. */
export const readByCareful = (text: string, context?: Context): Promise<Reading | undefined> =>
  within(PATIENCE, readCarefully(text, { reader: 'careful', context }))

/** What comes of it in time, else nothing. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    work.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer))
  })
}
