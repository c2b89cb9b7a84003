import type { Feature } from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { conversationMigrations } from './migrations.ts'
import { conversationRoutes } from './routes.ts'

export { authorName, PostRow } from './parts.tsx'
export { entryPolicy } from './policy.ts'
export { type ImportedPost, type ImportedReply, importPost, importVersion } from './import-entries.ts'
export { type FeedOrder, type FeedPage, readFeed } from './read-feed.ts'
export { readPost, readReply, readTopic } from './read-topic.ts'
export { type Need, needs, replyPath } from './rules.ts'
export { besidePost, entryActs, entryGiven, type EntryItem, entryMore, underSpaceHead } from './slots.ts'
export type { AuthorView, EntryView, PostLine, PostView, ReplyView } from './views.ts'
export { entryListed, entryVisible } from './visibility.ts'
export { conversationWords } from './words.ts'
export { type NewPost, prepareBody, writePost } from './write-post.ts'
export { factsOf, type NewReply, writeReply } from './write-reply.ts'

export const conversationFeature: Feature = {
  name: 'conversation',
  migrations: conversationMigrations,
  routes: conversationRoutes,
  navigation: [{ order: 10, item: (page) => ({ href: '/spaces', label: page.t(spaceWords.title) }) }],
}
