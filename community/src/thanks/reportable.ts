import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith, type Reportable, type Standing, shownPlain } from '../bounds/index.ts'
import { entryPlace, entryVisible, guessLanguage } from '../conversation/index.ts'
import type { DbOrTrx, House, MemberViewer, Trx } from '../foundation/index.ts'
import { thanksPolicy } from './policy.ts'
import { THANKS } from './rules.ts'
import { setThanksHidden, type Thanks, thanksById } from './store.ts'
import { thanksWords as w } from './words.ts'

/** A note as whoever may report it reads it, with where it stands. */
interface Noted {
  giver: string
  handle: string
  muted: boolean
  title: string | null
  /** What it is for stands without a name. */
  unnamed: boolean
}

/** Where a note stands is for the asker to see; a note for no post stands by itself. */
function inSight(asking: Asking): RawBuilder<boolean> {
  const standing = (alias: string) => {
    const e = sql.ref(alias)
    return sql<boolean>`(${e}.deleted_at is null and ${e}.hidden_at is null and ${entryVisible(asking, alias)})`
  }
  return sql<boolean>`(t.post_id is null or (${standing('p')} and (t.reply_id is null or ${standing('r')})))`
}

async function noted(house: House, viewer: MemberViewer, id: string): Promise<Noted | undefined> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const { rows } = await sql<Noted>`
    select g.name as giver, g.handle, case when ${inSight(asking)} then p.title end as title, coalesce(r.unnamed, p.unnamed, false) as unnamed,
      exists (select from mutes u where u.community_id = t.community_id and u.muter_id = ${asking.member} and u.muted_id = t.giver_id) as muted
    from thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    left join posts p on p.community_id = t.community_id and p.id = t.post_id
    left join replies r on r.community_id = t.community_id and r.id = t.reply_id
    left join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where t.community_id = ${asking.community} and t.id = ${id} and ${noBlockWith(asking, sql`t.giver_id`)}
      and (t.giver_id = ${asking.member} or t.receiver_id = ${asking.member} or ${inSight(asking)})`.execute(
    house.db,
  )
  return rows[0]
}

const factsOf = (thanks: Thanks) => ({ ...thanks, putAway: thanks.putAwayAt !== null })
const wordsOf = ({ forName, words }: Thanks) => (forName ? `${forName}: ${words}` : words)

/** In which space it stands, and whether what it is for stands without a name. */
async function placeOf(
  trx: Trx,
  communityId: string,
  { postId, replyId }: Thanks,
): Promise<{ spaceId: string | null; guarded: boolean }> {
  if (!postId) return { spaceId: null, guarded: false }
  const { rows } = await sql<{ space_id: string; unnamed: boolean }>`
    select p.space_id, coalesce(r.unnamed, p.unnamed) as unnamed from posts p
    left join replies r on r.community_id = p.community_id and r.id = ${replyId}
    where p.community_id = ${communityId} and p.id = ${postId}`.execute(trx)
  return { spaceId: rows[0]?.space_id ?? null, guarded: rows[0]?.unnamed ?? false }
}

async function standing(db: DbOrTrx, communityId: string, id: string): Promise<Standing> {
  const thanks = await thanksById(db, communityId, id)
  if (!thanks) return { is: 'gone', href: undefined }
  const { showing, postId, replyId, hidden } = thanks
  // What stays between two is for no steward to look up, nor for whose words it was given.
  const shown = showing === 'shown'
  const href = shown ? (postId ? entryPlace(postId, replyId) : '/wall') : undefined
  return { is: hidden ? 'hidden' : 'there', href }
}

/** Words that somebody gave with thanks or one of its sisters. What was given without words has none to be looked at. */
export const reportableThanks: Reportable = {
  kind: THANKS,
  says: {
    one: w.oneNote,
    report: w.reportNote,
    place: w.kindThanks,
    hides: w.hideNote,
    shows: w.stewardsRead,
  },
  async find(house, viewer, id) {
    const [thanks, note] = await Promise.all([
      thanksById(house.db, viewer.communityId, id),
      noted(house, viewer, id),
    ])
    if (!thanks || !note) return undefined
    const mine = thanks.giverId === viewer.memberId
    if (!mine && !thanksPolicy.report(viewer, factsOf(thanks))) return undefined
    const forMe = thanks.receiverId === viewer.memberId
    const { postId, replyId, showing } = thanks
    const inThread = postId !== null && note.title !== null
    const back = inThread ? entryPlace(postId, replyId) : forMe ? '/keepsakes' : '/wall'
    const named = { handle: note.handle, name: note.giver, muted: note.muted, back }
    const away = { href: `/thanks/${id}/put-away?then=keepsakes`, press: true }
    return {
      by: named,
      words: wordsOf(thanks),
      language: guessLanguage(wordsOf(thanks), undefined),
      mine,
      hidden: thanks.words === '',
      back,
      where: inThread ? note.title! : forMe ? w.keepsakes : w.wallTitle,
      beside: [],
      ways: forMe ? [{ ...away, act: w.hide, about: w.hideAbout }] : [],
      betweenTwo: showing !== 'shown',
      ...(forMe && note.unnamed && showing !== 'shown' ? { caution: w.withoutYourName } : {}),
    }
  },
  async take(trx, { communityId }, id) {
    const thanks = await thanksById(trx, communityId, id)
    if (!thanks || thanks.hidden) return undefined
    const { giverId, receiverId, passage, createdAt } = thanks
    const place = await placeOf(trx, communityId, thanks)
    const quoted = passage && !place.guarded ? shownPlain(`“${passage}”`) : ''
    const language = guessLanguage(wordsOf(thanks), undefined)
    const html = shownPlain(wordsOf(thanks)) + quoted
    return {
      ...place,
      authorId: giverId,
      otherId: receiverId,
      lines: [{ authorId: giverId, html, language, saidAt: createdAt, reported: true }],
    }
  },
  hide: (trx, communityId, id, now) => setThanksHidden(trx, communityId, id, now),
  restore: (trx, communityId, id) => setThanksHidden(trx, communityId, id, null),
  standing,
}
