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
