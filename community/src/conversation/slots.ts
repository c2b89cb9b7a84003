import { defineSlot } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import type { EntryView, PostView, ReplyView } from './views.ts'

/** One post or reply on a topic page, with the post it belongs to. Loaded maps are keyed by entry.id. */
export interface EntryItem {
  entry: EntryView
  post: PostView
}

/** Between a post and its answers, where a thread begins. Loaded by the thread alone, keyed by post id. */
export const topOfThread = defineSlot<PostView, { postId: string }>('conversation.top-of-thread')
/** Under the words: what people gave for it. Loaded for a whole thread, by its post's id. */
export const entryGiven = defineSlot<EntryItem, { postId: string }>('conversation.entry-given')
/** Under what was given: what others hear in it. */
export const entryHeard = defineSlot<EntryItem>('conversation.entry-heard')
/** The row of actions, before Reply. */
export const entryActs = defineSlot<EntryItem>('conversation.entry-acts')
/** Links inside More. */
export const entryMore = defineSlot<EntryItem>('conversation.entry-more')
/** In place of hidden words: why, for their author and for stewards. */
export const entryNotice = defineSlot<EntryItem>('conversation.entry-notice')
/** A page of a thread, as somebody is about to answer. */
export interface AnswerItem {
  post: PostView
  replies: readonly ReplyView[]
  /** Id of the reply that is answered; undefined answers the post. */
  to: string | undefined
  /** The thread may be heating up. */
  heating: boolean
  /** The house says something above the box already: nothing else that is unasked joins it. */
  spoken: boolean
}

/** Above the box of an answer, for who may answer. Keyed by post id. */
export const aboveAnswer = defineSlot<AnswerItem>('conversation.above-answer')
/** Beside a post: what the house says about it. Keyed by post id. */
export const besidePost = defineSlot<PostView>('conversation.beside-post')
/** On the front page and above the list of spaces: what a whole place looks at together. Keyed by community id. */
export const placeBand = defineSlot<string>('conversation.place-band')
/** Ways to what a whole place has, among the links at the head of the front page and of the list of spaces. Keyed by community id. */
export const placeWays = defineSlot<string>('conversation.place-ways')
/** Under the head of a space's page. Keyed by space slug. */
export const underSpaceHead = defineSlot<Pick<Space, 'slug' | 'id' | 'kind'>>('conversation.under-space-head')
/** Above the posts of a space, where it opens in its own order. Keyed by space slug. */
export const aboveFeed = defineSlot<Space>('conversation.above-feed')
