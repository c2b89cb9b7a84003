import {
  type AppContext,
  clientAddress,
  fromThisMachine,
  type House,
  stackOf,
} from '../../foundation/index.ts'
import {
  type Call,
  type Caller,
  closed,
  type Failure,
  hashOfKey,
  keyMissing,
  keyUnknown,
  MemoryRates,
  PerspectiveReader,
  type Service,
} from '../perspective/index.ts'
import type { HereReader, PerspectiveSettings } from './rules.ts'
import { addSuggestion, perspectiveKey, readPerspective } from './store.ts'

/** Readers are loaded the first time somebody asks: most communities never are. */
const readers = new Map<HereReader, Promise<PerspectiveReader>>()
/** Milliseconds after which one that failed is tried again. */
const TRY_AGAIN = 60_000

/** The reader, loaded or loading; what keeps it from loading is for the log, once a try. */
async function readerOf(name: HereReader, house: House): Promise<PerspectiveReader> {
  const loading = readers.get(name) ?? PerspectiveReader.start(name)
  const first = !readers.has(name)
  readers.set(name, loading)
  const reader = await loading
  if (first && reader.failure) {
    house.log.error('perspective_reader_failed', { reader: name, code: reader.failure.code })
    setTimeout(() => readers.delete(name), TRY_AGAIN).unref()
  }
  return reader
}

/** Why the reader of these settings gives no scores at present; undefined where it does, or was never asked. */
export async function failureHere({ reader }: PerspectiveSettings): Promise<Failure | undefined> {
  return (await readers.get(reader))?.failure
}

/** Counted in this process alone: with several servers each counts for itself. */
const rates = new MemoryRates()

/** @throws Refusal where nobody may ask from there */
function checkDoor(c: AppContext, { door }: PerspectiveSettings): void {
  if (door === 'nobody' || (door === 'here' && !fromThisMachine(c))) throw closed()
}

async function admit(c: AppContext, settings: PerspectiveSettings, call: Call): Promise<Caller> {
  const { house, community } = c.var
  const { door, perMinute } = settings
  checkDoor(c, settings)
  if (door !== 'keys') return { name: `${community.id} ${call.address}`, perMinute }
  if (!call.key) throw keyMissing()
  const caller = await perspectiveKey(house, community.id, hashOfKey(call.key))
  if (!caller) throw keyUnknown()
  return { name: `${community.id} ${caller.name}`, perMinute: caller.perMinute ?? perMinute }
}

function suggestionsOf(house: House, communityId: string, { keepSuggestions }: PerspectiveSettings) {
  return keepSuggestions
    ? { add: (one: Parameters<typeof addSuggestion>[2]) => addSuggestion(house, communityId, one) }
    : undefined
}

/** What the Perspective routes need in a community: its settings decide who may ask. */
export async function serviceHere(c: AppContext): Promise<Service> {
  const { house, community, requestId } = c.var
  const settings = await readPerspective(house, community.id)
  return {
    reader: await readerOf(settings.reader, house),
    open: () => checkDoor(c, settings),
    admit: (call) => admit(c, settings, call),
    rates,
    suggestions: suggestionsOf(house, community.id, settings),
    failed: (error) =>
      house.log.error('request_failed', { requestId, name: error.name, stack: stackOf(error) }),
  }
}

export const addressHere = (c: AppContext): string => clientAddress(c)
