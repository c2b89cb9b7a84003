import type { About } from '../composer/index.ts'
import type { House, MemberViewer, Viewer } from '../foundation/index.ts'
import { isHeating } from './heat/store.ts'
import { entryPolicy, factsOf } from './policy.ts'
import { readEntry } from './read-entry.ts'
import type { EntryView } from './views.ts'
import { readSource } from './words-store.ts'

/** Whom an answer to an entry is for, by name; nobody where it is oneself, or somebody without one. */
export const personIn = (viewer: Viewer, { author }: EntryView): string | undefined =>
  author && author.id !== viewer.memberId ? author.name : undefined

/** Where one can say it to that person alone; nowhere for who may not write to anybody. */
export const talkHref = (viewer: Viewer, { author, id }: EntryView): string | undefined =>
  author && author.id !== viewer.memberId && !viewer.under18
    ? `/messages/new?to=${encodeURIComponent(author.handle)}&beside=${id}`
    : undefined

/** What an answer is for, in whose space; nothing where this member will be refused anyway. */
export async function aboutAnswer(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<About | undefined> {
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.reply(viewer, factsOf(item.post))) return undefined
  const { entry, post } = item
  const source = entry.readable ? await readSource(house.db, viewer.communityId, postId, replyId) : undefined
  return {
    spaceId: post.space.id,
    spaceKind: post.space.kind,
    person: personIn(viewer, entry),
    answering: source?.body,
    heated: await isHeating(house.db, viewer.communityId, postId, house.clock.now()),
    talk: talkHref(viewer, entry),
  }
}
