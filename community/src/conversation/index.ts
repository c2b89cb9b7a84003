import type { Feature } from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { conversationApi } from './api/index.ts'
import { cameOf } from './came-of.ts'
import { conversationDigest } from './digest-parts.ts'
import { followOnProfile, writtenOnProfile } from './follow-parts.tsx'
import { heatApi, heatKind, heatMigrations, heatRoutes, pruneHeatJob, thermometer } from './heat/index.ts'
import { liveThread } from './live-thread.ts'
import { conversationMigrations } from './migrations.ts'
import { conversationNotices } from './notice-kinds.ts'
import { recentWords } from './recent-words.ts'
import { conversationRoutes } from './routes.ts'
import { searchMigrations, searchWords } from './search/index.ts'
import { seeNotices } from './see-notices.ts'
import { activeWriters } from './stage.ts'

export type { ReplyToCome } from './before-reply.ts'
export { addBookmark } from './bookmark-store.ts'
export { draftOf, WritingEnd } from './composer-parts.tsx'
export { PostRow } from './feed-parts.tsx'
export { type FollowTarget, followByWriting, followersOf, follows } from './follow-store.ts'
export { type HeatingThread, readHeating, suggestPace } from './heat/index.ts'
export { hideEntry, restoreEntry } from './hide-entry.ts'
export { writesAsNewcomer } from './hold-entry.ts'
export { linkedHosts } from './hold-rules.ts'
export { type ImportedPost, type ImportedReply, importPost, importVersion } from './import-entries.ts'
export { closeThread } from './look-after-post.ts'
export { MORE_FORM } from './more-menu.tsx'
export { authorName, needLine } from './need-words.ts'
export { whoMayRead } from './notice-receivers.ts'
export { entrySights, mayTravel } from './notice-sights.ts'
export { prefersNewest, setPrefersNewest } from './order-store.ts'
export { addressOf, entryHref, entryPlace, replyPlace } from './places.ts'
export { type EntryFacts, entryPolicy, factsOf, factsOfEntry } from './policy.ts'
export { prepareBody } from './prepare-words.ts'
export { readEntry, readPost, readReply } from './read-entry.ts'
export { type FeedOrder, type FeedPage, readFeed, readInOrder, readSpaceFeed } from './read-feed.ts'
export { readTopic } from './read-topic.ts'
export { type EntryPlace, releaseEntry } from './release-entry.ts'
export { type Need, needs, replyPath } from './rules.ts'
export {
  type FoundEntry,
  guessLanguage,
  type Piece,
  type SearchKind,
  type SearchOrder,
  type SearchPage,
  type SearchQuery,
  search,
} from './search/index.ts'
export {
  type AnswerItem,
  aboveAnswer,
  aboveFeed,
  besidePost,
  type EntryItem,
  entryActs,
  entryGiven,
  entryHeard,
  entryMore,
  entryNotice,
  placeBand,
  placeWays,
  topOfThread,
  underSpaceHead,
} from './slots.ts'
export { type OrderedPage, orderOfSpace, type SpaceOrder } from './space-order.ts'
export { hasReached, type Stage, stageFor, stageOf } from './stage.ts'
export type { AuthorView, EntryView, PostLine, PostView, ReplyView } from './views.ts'
export { entryListed, entryVisible } from './visibility.ts'
export { conversationWords } from './words.ts'
export { type NewPost, writePost } from './write-post.ts'
export { type NewReply, writeReply } from './write-reply.ts'

export const conversationFeature: Feature = {
  name: 'conversation',
  migrations: [...conversationMigrations, ...searchMigrations, ...heatMigrations],
  routes(app) {
    conversationRoutes(app)
    heatRoutes(app)
  },
  noticeKinds: conversationNotices,
  digest: conversationDigest,
  recentWords,
  activeWriters,
  cameOf,
  live: [liveThread],
  slots: [seeNotices, followOnProfile, writtenOnProfile],
  api(api) {
    conversationApi(api)
    heatApi(api)
  },
  listeners: [thermometer],
  jobs: [pruneHeatJob],
  attentionKinds: [heatKind],
  navigation: [
    { order: 10, item: (page) => ({ href: '/spaces', label: page.t(spaceWords.title) }) },
    { order: 20, item: (page) => ({ href: '/search', label: page.t(searchWords.title) }) },
  ],
}
