import { unreachableFor } from '../../bounds/index.ts'
import {
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  record,
  type Trx,
  unfitting,
} from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { tidyWords } from '../tidy-words.ts'
import { needOpen, switchedSpaces } from './open-here.ts'
import { celebrationPolicy } from './policy.ts'
import { readNameable } from './read-nameable.ts'
import {
  type CelebrationKind,
  celebrationKinds,
  DAY,
  hasRoom,
  MONTH_DAYS,
  OPENED_A_MONTH,
  REACHED_LENGTH,
  restsAt,
  TITLE_LENGTH,
  WORDS_LENGTH,
} from './rules.ts'
import { addCelebration, addNamed, holdOpening, openedSince, standingIn } from './store.ts'
import { celebrationErrors as e } from './words.ts'

/** The same again within this time is a button pressed twice. */
const TWICE_MILLISECONDS = 60_000

/** As a form or a program gives it. */
export interface TypedCelebration {
  /** Slug of the space. */
  space: string
  kind: string
  title: string
  reached: string
  words: string
  /** Handles of who was part of it. */
  people: string
}

const oneLine = (text: string) => tidyWords(text).replaceAll('\n', ' ')

interface Checked {
  kind: CelebrationKind
  title: string
  reached: string
  words: string
}

/** @throws KindlingError beside the field that does not fit */
function check(typed: TypedCelebration): Checked {
  const kind = celebrationKinds.find((one) => one === typed.kind)
  if (!kind) throw unfitting('kind', 'kind_missing', e.kindMissing)
  const fields = [
    {
      field: 'title',
      text: oneLine(typed.title),
      most: TITLE_LENGTH,
      missing: e.titleMissing,
      long: e.titleTooLong,
    },
    {
      field: 'reached',
      text: oneLine(typed.reached),
      most: REACHED_LENGTH,
      missing: e.reachedMissing,
      long: e.reachedTooLong,
    },
    {
      field: 'words',
      text: tidyWords(typed.words),
      most: WORDS_LENGTH,
      missing: e.wordsMissing,
      long: e.wordsTooLong,
    },
  ]
  for (const { field, text, most, missing, long } of fields) {
    if (!text) throw unfitting(field, `${field}_missing`, missing)
    if (text.length > most) throw unfitting(field, `${field}_too_long`, long, { count: most })
  }
  const [title, reached, words] = fields.map(({ text }) => text) as [string, string, string]
  return { kind, title, reached, words }
}

/** The space, if one may be opened in it. @throws KindlingError `not_found`, `celebrations_off` */
async function spaceFor(house: House, viewer: MemberViewer, slug: string): Promise<Space> {
  const space = (await switchedSpaces(house, viewer)).opens.find((one) => one.slug === slug)
  if (!space) throw unfitting('space', 'celebrations_off', slug ? e.notOpen : e.spaceMissing)
  const facts = { open: true, archived: space.archivedAt !== null }
  if (!celebrationPolicy.open(viewer, facts)) throw notFound()
  return space
}

/** Whether there is room: in the space, and for one more of theirs. @throws KindlingError `celebrations_full`, `enough_this_month` */
async function needRoom(
  trx: Trx,
  { communityId, memberId }: MemberViewer,
  spaceId: string,
  now: Date,
): Promise<void> {
  const standing = await standingIn(trx, communityId, spaceId, now)
  if (!hasRoom(standing.length)) throw new KindlingError('celebrations_full', e.full, { status: 409 })
  const since = new Date(now.getTime() - MONTH_DAYS * DAY)
  if ((await openedSince(trx, communityId, memberId, since)).length >= OPENED_A_MONTH)
    throw forbidden('enough_this_month', e.enough)
}

/** Asks who shall be named; who muted whoever opens it is asked nothing, and nobody learns that. */
async function askPeople(
  trx: Trx,
  { communityId, memberId }: MemberViewer,
  celebrationId: string,
  people: readonly string[],
  now: Date,
): Promise<void> {
  const unreachable = await unreachableFor(trx, communityId, memberId, people)
  for (const id of people) {
    await addNamed(trx, communityId, celebrationId, { memberId: id, askedAt: now, answer: null })
    const event = { communityId, kind: 'celebration-asked', actorId: memberId, memberId: id }
    if (!unreachable.has(id)) await record(trx, { ...event, subjectId: celebrationId }, now)
  }
}

/**
 * Opens a celebration in a space. Pressed twice, it stands once.
 * @returns its id
 * @throws KindlingError `not_open_yet`, `not_found`, `celebrations_off`, `celebrations_full`, `enough_this_month`,
 * `nobody_of_that_handle`, `too_many_people`, or beside a field
 */
export async function openCelebration(
  house: House,
  viewer: MemberViewer,
  typed: TypedCelebration,
): Promise<string> {
  const { communityId, memberId: openerId } = viewer
  if (!celebrationPolicy.read(viewer)) throw notFound()
  await needOpen(house, communityId)
  const space = await spaceFor(house, viewer, typed.space)
  const checked = check(typed)
  const people = await readNameable(house, viewer, space, typed.people)
  const now = house.clock.now()
  return house.db.transaction().execute(async (trx) => {
    await holdOpening(trx, communityId)
    const [before] = await openedSince(
      trx,
      communityId,
      openerId,
      new Date(now.getTime() - TWICE_MILLISECONDS),
    )
    if (before?.title === checked.title && before.words === checked.words) return before.id
    await needRoom(trx, viewer, space.id, now)
    const id = newId(now.getTime())
    const spaceId = space.id
    await addCelebration(trx, communityId, {
      id,
      spaceId,
      openerId,
      ...checked,
      openedAt: now,
      restsAt: restsAt(now),
    })
    await askPeople(trx, viewer, id, people, now)
    await record(
      trx,
      { communityId, kind: 'celebration-opened', actorId: openerId, spaceId, subjectId: id },
      now,
    )
    return id
  })
}
