import { askAttention, spoke } from '../../attention/index.ts'
import { blockedBetween, hasMuted } from '../../bounds/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  record,
  type Trx,
  takeToken,
  tidyLine,
  unfitting,
} from '../../foundation/index.ts'
import { reachMembers } from '../../members/index.ts'
import { visibleSpace } from '../../spaces/index.ts'
import { feedbackKind } from './kind.ts'
import { feedbackPolicy } from './policy.ts'
import { peopleIn, personNamed, unreachableHere } from './read-people.ts'
import {
  A_WEEK,
  ABOUT_LENGTH,
  endOfDay,
  isOpen,
  mayEndAt,
  OPEN_AT_ONCE,
  PEOPLE_AT_MOST,
  SPACE_AT_MOST,
  TWICE_MILLISECONDS,
} from './rules.ts'
import { type Ask, addAsk, asksOf, holdAsker } from './store.ts'
import { feedbackErrors as e } from './words.ts'

/** What somebody would like to hear about, from whom, until when. */
export interface Asking {
  about: string
  /** Names or handles of up to five members; empty where a space is asked. */
  people: readonly string[]
  /** Slug of a space for invited people that one belongs to; left away where people are named. */
  space?: string | undefined
  /** The last day, "2026-05-03", by the clock of this zone. */
  until: string
  zone: string
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const MOST_LOOKED_AT = 20

interface Whom {
  spaceId: string | null
  ids: string[]
}

async function namedPeople(house: House, viewer: MemberViewer, names: readonly string[]): Promise<string[]> {
  if (names.length > PEOPLE_AT_MOST) throw unfitting('people', 'too_many_people', e.tooManyPeople)
  const { communityId, memberId } = viewer
  const ids = new Set<string>()
  for (const name of names) {
    const person = await personNamed(house.db, communityId, name)
    if (person?.id === memberId) throw unfitting('people', 'not_yourself', e.notYourself)
    // Who is not there, under 18, or behind a block: one sentence for all, so that it says none of them.
    const may = person && feedbackPolicy.askPerson(viewer, person)
    if (!may || (await blockedBetween(house.db, communityId, memberId, person.id)))
      throw unfitting('people', 'not_askable', e.notAskable, { name: name.slice(0, 60) })
    // Their own mute they know of: its answer would never be shown.
    if (await hasMuted(house.db, { communityId, ownerId: memberId, otherId: person.id }))
      throw unfitting('people', 'muted_by_you', e.mutedByYou, { name: name.slice(0, 60) })
    ids.add(person.id)
  }
  return [...ids]
}

async function peopleOfSpace(house: House, viewer: MemberViewer, slug: string): Promise<Whom> {
  const space = await visibleSpace(house, viewer, slug)
  if (!space || !feedbackPolicy.askSpace(viewer, space))
    throw unfitting('space', 'space_not_askable', e.spaceNotAskable)
  const all = (await peopleIn(house.db, viewer.communityId, space.id)).filter(
    ({ id }) => id !== viewer.memberId,
  )
  if (all.length > SPACE_AT_MOST) throw unfitting('space', 'space_too_large', e.spaceTooLarge)
  const ids = all.filter((person) => feedbackPolicy.askPerson(viewer, person)).map(({ id }) => id)
  return { spaceId: space.id, ids }
}

async function whomOf(house: House, viewer: MemberViewer, { people, space }: Asking): Promise<Whom> {
  if (people.length > 0 && space) throw unfitting('people', 'whom_unclear', e.whomUnclear)
  if (space) return peopleOfSpace(house, viewer, space)
  if (people.length === 0) throw unfitting('people', 'whom_missing', e.whomMissing)
  return { spaceId: null, ids: await namedPeople(house, viewer, people) }
}

function checkedAbout(text: string): string {
  const about = tidyLine(text)
  if (!about) throw unfitting('about', 'about_missing', e.aboutMissing)
  if (about.length > ABOUT_LENGTH)
    throw unfitting('about', 'about_too_long', e.aboutTooLong, { count: ABOUT_LENGTH })
  return about
}

function checkedUntil({ until, zone }: Asking, now: Date): Date {
  const end = endOfDay(until, zone)
  if (!end || !mayEndAt(end, now)) throw unfitting('until', 'until_unfitting', e.untilUnfitting)
  return end
}

/** Of those who may answer, who is told now: one budget for all that speaks to somebody unasked. */
async function whoIsTold(
  house: House,
  viewer: MemberViewer,
  ids: readonly string[],
): Promise<MemberViewer[]> {
  const found = await reachMembers(house.db, viewer.communityId, ids)
  const told: MemberViewer[] = []
  for (const { viewer: member } of found.values())
    if ((await askAttention(house, member, feedbackKind)) === 'speak') told.push(member)
  return told
}

async function mayAskNow(trx: Trx, viewer: MemberViewer, ask: Ask): Promise<string | undefined> {
  const { communityId, memberId: askerId } = viewer
  const mine = await asksOf(trx, communityId, { askerId, before: LAST, limit: MOST_LOOKED_AT })
  const now = ask.createdAt
  const twice = mine.find(
    ({ about, createdAt }) => about === ask.about && now.getTime() - createdAt.getTime() < TWICE_MILLISECONDS,
  )
  if (twice) return twice.id
  if (mine.filter((one) => isOpen(one, now)).length >= OPEN_AT_ONCE)
    throw new KindlingError('enough_open', e.enoughOpen, { status: 429 })
  const taking = { communityId, kind: 'feedback', subject: askerId, limit: A_WEEK, seconds: 7 * 86_400, now }
  if (!(await takeToken(trx, taking)).ok)
    throw new KindlingError('enough_this_week', e.enoughThisWeek, { status: 429 })
  return undefined
}

/**
 * Asks for feedback on something one did. Who is asked may answer, or say "not now", of which nothing stays. Pressed twice,
 * it is asked once.
 * @returns its id
 * @throws KindlingError `closed_here`, `about_missing`, `about_too_long`, `whom_missing`, `whom_unclear`, `not_askable`,
 * `not_yourself`, `muted_by_you`, `too_many_people`, `space_not_askable`, `space_too_large`, `until_unfitting`, `enough_open`,
 * `enough_this_week`
 */
export async function askFeedback(house: House, viewer: MemberViewer, asking: Asking): Promise<string> {
  if (!feedbackPolicy.use(viewer)) throw forbidden('closed_here', e.closedHere)
  const now = house.clock.now()
  const about = checkedAbout(asking.about)
  const whom = await whomOf(house, viewer, asking)
  const until = checkedUntil(asking, now)
  const { communityId, memberId: askerId } = viewer
  const apart = await unreachableHere(house.db, viewer, whom.ids)
  const invited = whom.ids.filter((id) => !apart.has(id))
  const told = await whoIsTold(house, viewer, invited)
  const { spaceId } = whom
  const id = newId(now.getTime())
  const ask: Ask = {
    id,
    askerId,
    about,
    askedIds: spaceId ? [] : whom.ids,
    spaceId,
    createdAt: now,
    until,
    closedAt: null,
  }
  const before = await house.db.transaction().execute(async (trx) => {
    await holdAsker(trx, communityId, askerId)
    const same = await mayAskNow(trx, viewer, ask)
    if (same) return same
    await addAsk(trx, communityId, ask, invited)
    for (const { memberId } of told) {
      const event = { communityId, kind: 'feedback-asked', actorId: askerId, memberId, subjectId: id }
      await record(trx, event, now)
    }
    return undefined
  })
  if (before) return before
  for (const member of told) await spoke(house, member, feedbackKind)
  return id
}
