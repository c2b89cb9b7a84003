import type { House, MemberViewer } from '../../foundation/index.ts'
import { membersById } from '../../members/index.ts'
import { visibleSpaces } from '../../spaces/index.ts'
import { ownAsk } from './keep-feedback.ts'
import { feedbackPolicy } from './policy.ts'
import { isOpen } from './rules.ts'
import { type AnswerView, type Ask, answersFor, asksOf } from './store.ts'

/** An ask of one's own, with whom one named and what came of it. */
export interface AskView {
  id: string
  about: string
  /** Names as they were asked, whoever answered; empty where the people of a space were. */
  askedNames: string[]
  /** Name of the space whose people were asked; undefined where it is not there for this member any more. */
  spaceName: string | undefined
  createdAt: Date
  until: Date
  closed: boolean
  open: boolean
  answers: AnswerView[]
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
export const ASKS_A_PAGE = 20

async function views(house: House, viewer: MemberViewer, asks: readonly Ask[]): Promise<AskView[]> {
  const { communityId } = viewer
  const named = [...new Set(asks.flatMap(({ askedIds }) => askedIds))]
  const withSpace = asks.some(({ spaceId }) => spaceId)
  const [people, spaces, answers] = await Promise.all([
    membersById(house.db, communityId, named),
    withSpace ? visibleSpaces(house, viewer) : [],
    answersFor(
      house,
      viewer,
      asks.map(({ id }) => id),
    ),
  ])
  const now = house.clock.now()
  return asks.map((ask) => ({
    id: ask.id,
    about: ask.about,
    askedNames: ask.askedIds.flatMap((id) => people.get(id)?.name ?? []),
    spaceName: spaces.find(({ id }) => id === ask.spaceId)?.name,
    createdAt: ask.createdAt,
    until: ask.until,
    closed: ask.closedAt !== null,
    open: isOpen(ask, now),
    answers: answers.filter(({ askId }) => askId === ask.id),
  }))
}

/** An ask of this member's own. @throws KindlingError `not_found` for everybody else */
export async function readFeedback(house: House, viewer: MemberViewer, id: string): Promise<AskView> {
  const [view] = await views(house, viewer, [await ownAsk(house.db, viewer, id)])
  return view!
}

/** What a member asked, latest first, with what was answered: theirs alone. */
export async function readOwnFeedback(
  house: House,
  viewer: MemberViewer,
  { before = LAST, limit = ASKS_A_PAGE }: { before?: string | undefined; limit?: number },
): Promise<{ asks: AskView[]; next: string | undefined }> {
  if (!feedbackPolicy.use(viewer)) return { asks: [], next: undefined }
  const asking = { askerId: viewer.memberId, before, limit: limit + 1 }
  const found = await asksOf(house.db, viewer.communityId, asking)
  const shown = found.slice(0, limit)
  const next = found.length > limit ? shown.at(-1)!.id : undefined
  return { asks: await views(house, viewer, shown), next }
}
