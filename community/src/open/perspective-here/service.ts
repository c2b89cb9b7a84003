import { type AppContext, fromThisMachine, type House, stackOf } from '../../foundation/index.ts'
import {
  type Call,
  type Caller,
  closed,
  type Failure,
  MemoryRates,
  PerspectiveReader,
  requireCaller,
  type Service,
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
  const caller = await requireCaller(call.key, (hash) => perspectiveKey(house, community.id, hash))
  return { name: `${community.id} ${caller.name}`, perMinute: caller.perMinute ?? perMinute }
}

/** What the Perspective routes need in a community: its settings, asked within each call, decide who may ask. */
export function serviceHere(c: AppContext): Service {
  const { house, community, requestId } = c.var
  const settings = () => settingsHere.of(house, community.id)
  return {
    reader: async () => readerOf((await settings()).reader, house),
    open: async () => checkDoor(c, await settings()),
    admit: async (call) => admit(c, await settings(), call),
    rates,
    suggestions: {
      async add(one) {
        if ((await settings()).keepSuggestions) await addSuggestion(house, community.id, one)
      },
    },
    failed: (error) =>
      house.log.error('request_failed', { requestId, name: error.name, stack: stackOf(error) }),
  }
}
