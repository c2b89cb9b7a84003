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

function readerOf(name: HereReader): Promise<PerspectiveReader> {
  const loading = readers.get(name) ?? PerspectiveReader.start(name)
  readers.set(name, loading)
  return loading
}

/** Counted in this process alone: with several servers each counts for itself. */
const rates = new MemoryRates()

async function admit(c: AppContext, { door, perMinute }: PerspectiveSettings, call: Call): Promise<Caller> {
  const { house, community } = c.var
  if (door === 'nobody' || (door === 'here' && !fromThisMachine(c))) throw closed()
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
    reader: await readerOf(settings.reader),
    admit: (call) => admit(c, settings, call),
    rates,
    suggestions: suggestionsOf(house, community.id, settings),
    failed: (error) =>
      house.log.error('request_failed', { requestId, name: error.name, stack: stackOf(error) }),
  }
}

export const addressHere = (c: AppContext): string => clientAddress(c)
