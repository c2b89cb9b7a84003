import { createHash } from 'node:crypto'
import { MONTH } from './plan.mjs'
import { makeRandom } from './random.mjs'

/** What pages are measured as: a member with blocks, thanks and read marks, signed in by this session. */
export const reader = { number: 7, token: 'bench-session-of-the-measured-reader' }
/** Members who post: many, because nobody may post hundreds of times in a few minutes. */
export const WRITERS = 1_000
export const writerToken = (number) => `bench-session-of-writer-${number}`

/** The same id for the same name and time, as the community makes its own: ordered by time. */
export const idOf = (name, time) => {
  const bytes = createHash('sha1').update(name).digest().subarray(0, 16)
  bytes.writeUIntBE(Math.floor(time), 0, 6)
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
export const iso = (time) => new Date(time).toISOString()

/** Everything that follows from the size and the day, before the first text is written. */
export function makeWorld(size, now) {
  const random = makeRandom(4600)
  const begin = now - size.months * MONTH
  const community = idOf('community', begin)
  const spaces = Array.from({ length: size.spaces }, (_, index) => ({
    id: idOf(`space ${index}`, begin),
    kind: ['hobby', 'support', 'project', 'family', 'team'][index % 5],
    visibility: index < 13 ? 'public' : index < 18 ? 'members' : 'invited',
  }))
  const members = Array.from({ length: size.members }, (_, index) => idOf(`member ${index}`, begin + index))
  return { random, begin, now, size, community, spaces, members }
}
