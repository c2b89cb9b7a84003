import {
  type AppContext,
  clientAddress,
  fromThisMachine,
  type House,
  hashOfSecret,
  stackOf,
} from '../../foundation/index.ts'
import {
  type Call,
  type Caller,
  closed,
  type Failure,
  keyMissing,
  keyUnknown,
  MemoryRates,
  PerspectiveReader,
  type Service,
  type Suggestions,
} from '../perspective/index.ts'
import { settingsHere } from './kept-settings.ts'
import type { HereReader, PerspectiveSettings } from './rules.ts'
import { addSuggestion, perspectiveKey } from './store.ts'

/** Readers are loaded the first time somebody asks who may: most communities never are. */
const readers = new Map<HereReader, Promise<PerspectiveReader>>()

/** The reader, loaded or loading; what keeps it from scoring is for the log, once a try. */
function readerOf(name: HereReader, { log }: House): Promise<PerspectiveReader> {
  const failed = ({ code }: Failure) => log.error('perspective_reader_failed', { reader: name, code })
  const reader = readers.get(name) ?? PerspectiveReader.start(name, { failed })
  readers.set(name, reader)
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
  const caller = await perspectiveKey(house, community.id, hashOfSecret(call.key))
  if (!caller) throw keyUnknown()
  return { name: `${community.id} ${caller.name}`, perMinute: caller.perMinute ?? perMinute }
}

function suggestionsOf(
  house: House,
  communityId: string,
  { keepSuggestions }: PerspectiveSettings,
): Suggestions | undefined {
  return keepSuggestions ? { add: (one) => addSuggestion(house, communityId, one) } : undefined
}

/** What the Perspective routes need in a community: its settings decide who may ask. */
export async function serviceHere(c: AppContext): Promise<Service> {
  const { house, community, requestId } = c.var
  const settings = await settingsHere(house, community.id)
  return {
    reader: () => readerOf(settings.reader, house),
    open: () => checkDoor(c, settings),
    admit: (call) => admit(c, settings, call),
    rates,
    suggestions: suggestionsOf(house, community.id, settings),
    failed: (error) =>
      house.log.error('request_failed', { requestId, name: error.name, stack: stackOf(error) }),
  }
}

export const addressHere = (c: AppContext): string => clientAddress(c)
