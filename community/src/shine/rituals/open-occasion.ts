import { sql } from 'kysely'
import { writePost } from '../../conversation/index.ts'
import {
  english,
  type House,
  KindlingError,
  type MemberViewer,
  makeTimeTeller,
  makeTranslator,
  record,
  type Trx,
} from '../../foundation/index.ts'
import { reachMembers } from '../../members/index.ts'
import { type Space, visibleSpaces } from '../../spaces/index.ts'
import { askNext } from './ask-host.ts'
import { factsOf } from './find-ritual.ts'
import { addTurns, changeOccasion, isSpaceTaken, type OccasionRow } from './occasion-store.ts'
import { ritualPolicy } from './policy.ts'
import { closesAt, type Turn } from './rules.ts'
import { noteHosted, type RitualRow } from './store.ts'
import { ritualErrors, ritualWords as w } from './words.ts'

const t = makeTranslator(english)
/** PostgreSQL's word for a second of its kind. */
const ANOTHER_IS_OPEN = '23505'
/** Thrown to undo the post of whoever came second. */
const begunMeanwhile = () => new KindlingError('begun_meanwhile', ritualErrors.somebodyHosts, { status: 409 })

/** Who is here and reads in the space, of those who were invited. */
async function presentIn(house: House, ritual: RitualRow): Promise<string[]> {
  const members = await reachMembers(house.db, ritual.community_id, ritual.invited)
  const present = await Promise.all(
    [...members].map(async ([id, { viewer }]) =>
      (await visibleSpaces(house, viewer)).some((space) => space.id === ritual.space_id) ? [id] : [],
    ),
  )
  return present.flat()
}

interface Opening {
  ritual: RitualRow
  occasion: OccasionRow
  host: MemberViewer
  invited: readonly string[]
}

/** What becomes true together with the post: that it is open, whose turn it was, that people may be told. */
async function markOpen(trx: Trx, { ritual, occasion, host, invited }: Opening, postId: string, now: Date) {
  const { communityId, memberId } = host
  const opened = await changeOccasion(
    trx,
    occasion,
    'waiting',
    {
      state: 'open',
      post_id: postId,
      opened_at: now,
      closes_at: closesAt(occasion.due_at, ritual.open_days, now),
      first_words: null,
    },
    sql<boolean>`(host_id = ${memberId}::uuid and first_words = ${occasion.first_words})`,
  )
  if (!opened) throw begunMeanwhile()
  await noteHosted(trx, communityId, ritual.id, memberId, now)
  if (ritual.kind === 'round') {
    const turns = new Map<string, Turn>(invited.map((id) => [id, 'waiting']))
    await addTurns(trx, occasion, turns.set(memberId, 'spoke'))
  }
  await record(
    trx,
    {
      communityId,
      kind: 'ritual-opened',
      actorId: memberId,
      spaceId: ritual.space_id,
      postId,
      subjectId: ritual.id,
    },
    now,
  )
}

async function hostOf(house: House, ritual: RitualRow, { host_id }: OccasionRow) {
  const viewer = host_id
    ? (await reachMembers(house.db, ritual.community_id, [host_id])).get(host_id)?.viewer
    : undefined
  const space = viewer && (await visibleSpaces(house, viewer)).find(({ id }) => id === ritual.space_id)
  return viewer && space && ritualPolicy.offer(viewer, factsOf(ritual, space)) ? { viewer, space } : undefined
}

async function writeOpening(house: House, opening: Opening, space: Space): Promise<string | undefined> {
  const { ritual, occasion, host } = opening
  const now = house.clock.now()
  const zone = (await house.communities.byId(ritual.community_id))!.timeZone
  const title = t(w.titleOf, { name: ritual.name, date: makeTimeTeller(t, zone, now).date(now) })
  const post = { title, body: occasion.first_words!, need: null, newToThis: false, unnamed: false }
  try {
    return await writePost(house, host, space, post, (trx, postId, at) => markOpen(trx, opening, postId, at))
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'begun_meanwhile' || code === ANOTHER_IS_OPEN) return undefined
    throw error
  }
}

/**
 * Opens one whose host has written its first entry: as a post of theirs, in one transaction with being open, so that two servers
 * that try at once write it once. While another is open in the space it waits its turn.
 * @returns the post; undefined where it is not its turn, or somebody was first
 */
export async function openOccasion(
  house: House,
  ritual: RitualRow,
  occasion: OccasionRow,
): Promise<string | undefined> {
  if (occasion.first_words === null) return undefined
  if (await isSpaceTaken(house.db, ritual.community_id, ritual.space_id)) return undefined
  const host = await hostOf(house, ritual, occasion)
  if (!host) return undefined
  const invited = ritual.kind === 'round' ? await presentIn(house, ritual) : []
  return writeOpening(house, { ritual, occasion, host: host.viewer, invited }, host.space)
}

/** Whoever was asked has left, or may not post there any more: somebody else is asked. */
export async function replaceLostHost(
  house: House,
  ritual: RitualRow,
  space: Pick<Space, 'postingBy' | 'archivedAt'>,
  occasion: OccasionRow,
): Promise<void> {
  if (occasion.host_id && (await hostOf(house, ritual, occasion))) return
  await house.db.transaction().execute(async (trx) => {
    const lost = { host_id: null, first_words: null }
    const same = occasion.host_id
      ? sql<boolean>`host_id = ${occasion.host_id}::uuid`
      : sql<boolean>`host_id is null`
    if (await changeOccasion(trx, occasion, 'waiting', lost, same))
      await askNext(house, trx, ritual, space, { ...occasion, ...lost })
  })
}
