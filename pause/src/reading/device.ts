import { loadCareful, loadLanguage, loadQuick, type Reading, read, readCarefully } from '@kindling/tone'

/** Where things lie, as its page says. */
export interface Places {
  quick: string
  /** Model and worker, where the page serves both and wants them used. */
  careful?: { model: string; worker: string }
  /** Tags of other languages, each with where its model lies. */
  languages: { tag: string; from: string }[]
}

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

/** Whether a reading takes a worker's time. */
export const isCareful = (places: Places): boolean => places.careful !== undefined && carefulReady

export function readNow(text: string): Reading {
  return read(text)
}

/** Some milliseconds at most where the careful reader is asked; if it takes longer, what quick says holds. */
export async function readWell(text: string, places: Places, patience: number): Promise<Reading> {
  if (!isCareful(places)) return readNow(text)
  return (await within(patience, readCarefully(text))) ?? readNow(text)
}

/** What comes of it in time, else nothing. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    work.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer))
  })
}
