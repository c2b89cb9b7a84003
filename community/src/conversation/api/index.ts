import type { Api } from '../../foundation/index.ts'
import { keptApi } from './kept.ts'
import { postApi } from './posts.ts'
import { replyApi } from './replies.ts'
import { searchApi } from './search.ts'

/** Posts, replies, bookmarks, following and search under /api/v1. */
export function conversationApi(api: Api): void {
  postApi(api)
  replyApi(api)
  keptApi(api)
  searchApi(api)
}
