import type { StoredEvent } from '../foundation/index.ts'
import type { NoticeKind } from '../notices/index.ts'
import { answered, postFollowers, threadFollowers, welcomers, whoMayRead } from './notice-receivers.ts'
import { entrySights } from './notice-sights.ts'
import { conversationNoticeWords as w } from './notice-words.ts'

/** An answer that also names somebody, or stands in a thread they follow, is one thing to be told of. */
const oncePerEntry = (event: StoredEvent) => `entry ${event.replyId ?? event.postId}`

const answers: NoticeKind = {
  name: 'answers',
  label: w.answers,
  hint: w.answersHint,
  says: w.answersSays,
  eventKinds: ['reply-written'],
  usually: 'mail',
  mail: 'at-once',
  awaited: true,
  receivers: async (house, event) => whoMayRead(house, event, await answered(house, event)),
  together: (event) => `answers ${event.postId}`,
  once: oncePerEntry,
  load: entrySights,
}

const mentions: NoticeKind = {
  name: 'mentions',
  label: w.mentions,
  says: w.mentionsSays,
  eventKinds: ['member-mentioned'],
  usually: 'place',
  mail: 'at-once',
  receivers: (house, event) => whoMayRead(house, event, event.memberId ? [event.memberId] : []),
  together: (event) => `mentions ${event.postId}`,
  once: oncePerEntry,
  load: entrySights,
}

const followed: NoticeKind = {
  name: 'followed',
  label: w.followed,
  hint: w.followedHint,
  says: w.followedSays,
  eventKinds: ['reply-written'],
  usually: 'place',
  mail: 'at-once',
  inDigest: false,
  receivers: async (house, event) => whoMayRead(house, event, await threadFollowers(house, event)),
  together: (event) => `followed ${event.postId}`,
  once: oncePerEntry,
  load: entrySights,
}

const begun: NoticeKind = {
  name: 'begun',
  label: w.begun,
  says: w.begunSays,
  eventKinds: ['post-written'],
  usually: 'place',
  mail: 'at-once',
  inDigest: false,
  receivers: async (house, event) => whoMayRead(house, event, await postFollowers(house, event)),
  together: (event) => `begun ${event.postId}`,
  once: oncePerEntry,
  load: entrySights,
}

const newcomers: NoticeKind = {
  name: 'newcomers',
  label: w.newcomers,
  hint: w.newcomersHint,
  says: w.newcomersSays,
  isFor: (viewer) => viewer.role !== 'member' && viewer.role !== 'visitor',
  eventKinds: ['post-written'],
  usually: 'place',
  mail: 'at-once',
  receivers: async (house, event) => whoMayRead(house, event, await welcomers(house, event)),
  together: (event) => `newcomers ${event.postId}`,
  once: oncePerEntry,
  load: entrySights,
}

/** In this order: who is both answered and named is told of the answer. */
export const conversationNotices: readonly NoticeKind[] = [answers, mentions, newcomers, followed, begun]
