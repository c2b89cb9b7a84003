/** What a post may say it needs (CARE-1). */
export const needs = ['listening', 'advice', 'hands', 'resource', 'feedback', 'celebrate'] as const
export type Need = (typeof needs)[number]

export const TITLE_LENGTH = 140
export const BODY_LENGTH = 20_000
/** Replies shown on one page of a thread. */
export const REPLIES_PER_PAGE = 50
export const POSTS_PER_PAGE = 20
/** A thread steps in at most twice; deeper answers stand beside their parent and say "to Mira". */
export const DEEPEST = 3

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

/** Where a reply stands in its thread: its parent's place and itself, three ids deep at most. */
export function replyPath(id: string, parentPath: Buffer | undefined): Buffer {
  if (!parentPath) return idBytes(id)
  return Buffer.concat([parentPath.subarray(0, 16 * (DEEPEST - 1)), idBytes(id)])
}

/** Steps in from the margin: 0, 1 or 2. */
export function depthOf(path: Buffer): number {
  return path.length / 16 - 1
}

/** The title of a post without one: its first words. */
export function titleFrom(body: string): string {
  const first = body.trim().split('\n')[0]!.replace(/^[#>*\-\s]+/, '').trim()
  if (first.length <= 80) return first
  const cut = first.slice(0, 80)
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))} …`
}

/** Fixes of the first minutes are no change worth a note to readers. */
export const QUIET_EDIT_MILLISECONDS = 5 * 60_000
