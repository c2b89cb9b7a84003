/** The address of a post, or of a reply on the page of its thread that holds it. */
export function entryHref(postId: string, replyId?: string | null): string {
  return replyId ? `/posts/${postId}/replies/${replyId}` : `/posts/${postId}`
}

/** The same for an entry, also with something to do there: `entryHref` + "/edit". */
export function addressOf(entry: { id: string; postId: string; isReply: boolean }): string {
  return entryHref(entry.postId, entry.isReply ? entry.id : null)
}

/** Where a browser should go to see a reply: its page, and the place on it. */
export function replyPlace(postId: string, replyId: string): string {
  return `/posts/${postId}?reply=${replyId}#r-${replyId}`
}

/** Where a browser should go to see a post or one of its replies. */
export const entryPlace = (postId: string, replyId: string | null): string =>
  replyId ? replyPlace(postId, replyId) : entryHref(postId)
