import { tmpdir } from 'node:os'
import { makeConfig } from '../../src/config/index.ts'
import { features } from '../../src/features.ts'
import type { Database, House } from '../../src/foundation/index.ts'
import { makeHouse } from '../../src/house.ts'

/** A house over a database that a test brought, for instance a copy of a seeded template. */
export function houseOver(database: Database, parts: Partial<House> = {}): House {
  return makeHouse(makeConfig({ KINDLING_LOG: 'quiet', KINDLING_DATA: tmpdir() }), database, features, parts)
}
