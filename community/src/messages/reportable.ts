import { sql } from 'kysely'
import {
  type BesideLine,
  type OtherWay,
  type Reportable,
  shownPlain,
  type TakenLine,
} from '../bounds/index.ts'
import { hasScope, plainWords } from '../foundation/index.ts'
import { type ConversationView, readUpTo } from './read-conversation.ts'
import { BESIDE_REPORT } from './rules.ts'
import { messageStanding, setMessageHidden } from './store.ts'
import { ownSide } from './visibility.ts'
import { messageWords as w } from './words.ts'

/** The kind of a reported message. */
export const MESSAGE = 'message'

/** As it is read: why they write, then what they write. */
const whole = ({ reason, html }: { reason: string; html: string }) =>
  [reason, plainWords(html)].filter(Boolean).join('\n\n')

function waysOf({ id, may, other }: ConversationView): OtherWay[] {
  if (may.answer) return [{ href: `/messages/${id}`, act: w.toRequest, about: w.askedAbout }]
  if (!may.write || !other.here) return []
  return [{ href: `/messages/${id}#answer`, act: w.answerThem, about: w.answerThemAbout }]
}

/**
 * A direct message, brought to the stewards by whoever got it. What goes along is what they tick of the five before it;
 * nobody gains any other look into the conversation.
 */
export const reportableMessage: Reportable = {
  kind: MESSAGE,
  says: {
    one: w.oneMessage,
    report: w.reportMessage,
    place: w.title,
    hides: w.hideMessage,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    // Reports go with the scope to write; words between two only with their own.
    const found = hasScope(viewer, 'messages') ? await readUpTo(house, viewer, id) : undefined
    if (!found) return undefined
    const { conversation, message, before } = found
    const { other, muted } = conversation
    const back = `/messages/${conversation.id}#r-${id}`
    const beside = before.map(
      (one): BesideLine => ({
        id: one.id,
        by: one.mine ? viewer.name : other.name,
        mine: one.mine,
        words: whole(one),
        language: one.language,
        saidAt: one.createdAt,
      }),
    )
    return {
      by: { handle: other.handle, name: other.name, muted, back },
      words: whole(message),
      language: message.language,
      mine: message.mine,
      hidden: !message.mayReport,
      back,
      where: other.name,
      beside,
      asks: false,
      betweenTwo: true,
      ways: waysOf(conversation),
    }
  },
  async take(trx, viewer, id, beside) {
    const { communityId, memberId } = viewer
    const { rows } = await sql<{
      id: string
      author_id: string
      reason: string
      html: string
      language: string
      created_at: Date
      hidden: boolean
    }>`
      select x.id, x.author_id, x.reason, x.html, x.language, x.created_at, x.hidden_at is not null as hidden
      from messages x
      where x.community_id = ${communityId} and x.id <= ${id}::uuid and x.conversation_id = (
        select s.conversation_id from message_sides s join messages m on m.community_id = s.community_id and m.conversation_id = s.conversation_id
        where ${ownSide({ community: communityId, member: memberId })} and m.id::text = ${id}::uuid::text)
      order by x.id desc limit ${BESIDE_REPORT + 1} for share of x`.execute(trx)
    const [reported] = rows
    if (reported?.id !== id || reported.author_id === memberId || reported.hidden) return undefined
    const along = rows.filter((row) => row.id === id || (beside.includes(row.id) && !row.hidden))
    return {
      authorId: reported.author_id,
      otherId: memberId,
      guarded: false,
      spaceId: null,
      lines: along.reverse().map(
        (row): TakenLine => ({
          authorId: row.author_id,
          html: row.reason ? shownPlain(row.reason) + row.html : row.html,
          language: row.language,
          saidAt: row.created_at,
          reported: row.id === id,
        }),
      ),
    }
  },
  hide: (trx, communityId, id, now) => setMessageHidden(trx, communityId, id, now),
  restore: (trx, communityId, id) => setMessageHidden(trx, communityId, id, null),
  standing: messageStanding,
}
