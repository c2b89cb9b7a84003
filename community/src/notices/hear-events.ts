import { type House, type Listener, recordForPages, type StoredEvent, type Trx } from '../foundation/index.ts'
import { rememberedAmong } from '../members/index.ts'
import { type NoticeKind, noticeKinds } from './kinds.ts'
import { BEFORE_A_LETTER, TOO_OLD_FOR_A_LETTER } from './rules.ts'
import { addNotices, choicesFor } from './store.ts'

/** The work that writes one letter about one thread to one member. */
export const LETTER_WORK = 'notice-letter'

async function askForLetters(
  house: House,
  trx: Trx,
  kind: NoticeKind,
  event: StoredEvent,
  memberIds: readonly string[],
): Promise<void> {
  const after = new Date(house.clock.now().getTime() + BEFORE_A_LETTER)
  const together = kind.together(event)
  for (const member of memberIds) {
    const data = { community: event.communityId, member, together }
    await house.jobs.enqueue(LETTER_WORK, data, { after, once: `${member} ${together}`, inside: trx })
  }
}

/** Tells of one event everybody whom a kind names and who did not turn it off. */
async function tellOf(house: House, kind: NoticeKind, event: StoredEvent): Promise<void> {
  const named = new Set(await kind.receivers(house, event))
  if (event.actorId) named.delete(event.actorId)
  for (const id of await rememberedAmong(house.db, event.communityId, [...named])) named.delete(id)
  const choices = await choicesFor(house.db, event.communityId, kind.name, [...named])
  const channel = (memberId: string) => choices.get(memberId) ?? kind.usually
  const wanted = [...named].filter((memberId) => channel(memberId) !== 'off')
  if (wanted.length === 0) return
  const now = house.clock.now()
  const isFresh = now.getTime() - event.createdAt.getTime() < TOO_OLD_FOR_A_LETTER
  await house.db.transaction().execute(async (trx) => {
    const told = await addNotices(trx, kind, event, wanted)
    await recordForPages(
      trx,
      told.map((memberId) => ({
        communityId: event.communityId,
        kind: 'notice-given',
        memberId,
        postId: event.postId,
      })),
      now,
    )
    if (kind.mail === 'at-once' && isFresh)
      await askForLetters(
        house,
        trx,
        kind,
        event,
        told.filter((memberId) => channel(memberId) === 'mail'),
      )
  })
}

/** Hears of everything; kinds in floor order say what of it reaches whom. Hearing twice tells nobody twice. */
export const noticesListener: Listener = {
  name: 'notices',
  kinds: 'every',
  async hear(house, event) {
    for (const kind of noticeKinds(house))
      if (kind.eventKinds.includes(event.kind)) await tellOf(house, kind, event)
  },
}

/**
 * Tells the named members of something that happened earlier, without letters and without waking open
 * pages: for imports and the sample community.
 */
export async function tellOfPast(
  house: House,
  event: StoredEvent,
  among: ReadonlySet<string>,
): Promise<void> {
  for (const kind of noticeKinds(house).filter(({ eventKinds }) => eventKinds.includes(event.kind))) {
    const named = (await kind.receivers(house, event)).filter((id) => id !== event.actorId && among.has(id))
    await house.db.transaction().execute((trx) => addNotices(trx, kind, event, named))
  }
}
