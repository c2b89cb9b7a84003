import { isSteward } from '../foundation/index.ts'
import type { NoticeKind } from './kinds.ts'
import { noticeWords as w } from './words.ts'

/** A first line for who has just come in, or was let in. */
export const welcomeNotice: NoticeKind = {
  name: 'welcome',
  label: w.welcome,
  says: w.welcomeSays,
  // It comes once; there is nothing to choose.
  isFor: () => false,
  eventKinds: ['member-joined'],
  usually: 'place',
  mail: 'at-once',
  inDigest: false,
  async receivers(_house, event) {
    return event.memberId ? [event.memberId] : []
  },
  together: () => 'welcome',
  once: () => 'welcome',
  async load(_house, _viewer, notices) {
    return new Map(notices.map((notice) => [notice.id, { title: '', href: '/guidelines' }]))
  },
}

/** Somebody may have died: a second steward is asked. Without a name, for a letter may be read by others. */
export const remembranceNotice: NoticeKind = {
  name: 'remembrance',
  label: w.remembrance,
  says: w.remembranceSays,
  isFor: isSteward,
  eventKinds: ['remembrance-proposed'],
  usually: 'mail',
  mail: 'daily',
  inDigest: false,
  async receivers({ db }, { communityId, memberId }) {
    const rows = await db
      .selectFrom('members')
      .select('id')
      .where('community_id', '=', communityId)
      .where('status', '=', 'active')
      .where('role', 'in', ['steward', 'administrator'])
      .execute()
    return rows.map(({ id }) => id).filter((id) => id !== memberId)
  },
  together: () => 'remembrance',
  async load(_house, _viewer, notices) {
    return new Map(notices.map((notice) => [notice.id, { title: '', href: '/admin/remembrance' }]))
  },
}
