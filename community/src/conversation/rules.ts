import type { SpaceVisibility } from '../spaces/index.ts'

/** What a post may say it needs (CARE-1). */
export const needs = ['listening', 'advice', 'hands', 'resource', 'feedback', 'celebrate'] as const
export type Need = (typeof needs)[number]

export const TITLE_LENGTH = 140
export const BODY_LENGTH = 20_000
const QUOTE_LENGTH = 500
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

/**
 * Steps in from the margin: 0, 1 or 2.
 * @param path in hex
 */
export function depthOf(path: string): number {
  return path.length / 32 - 1
}

/** A title is far shorter; whoever pastes a book need not wait for it. */
const LOOKED_AT_FOR_TITLE = 1000

/** One line of Markdown as it is read: a title shows no marks. */
function withoutMarks(line: string): string {
  return line
    .replace(/^[#>*\-\s]+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/(^|[^\w*])([*_])(\S[^*_]*)\2(?!\w)/g, '$1$3')
    .trim()
}

/** The title of a post without one: its first words. */
export function titleFrom(body: string): string {
  const first = body.slice(0, LOOKED_AT_FOR_TITLE).split('\n').map(withoutMarks).find(Boolean) ?? ''
  if (first.length <= 80) return first
  const cut = first.slice(0, 80)
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))} …`
}

/** Fixes of the first minutes are no change worth a note to readers. */
export const QUIET_EDIT_MILLISECONDS = 5 * 60_000

/** What can be followed. */
export type FollowKind = 'post' | 'space' | 'member'

/** Looking in again within this time is the same visit. */
export const VISIT_MILLISECONDS = 30 * 60_000

/** How far somebody read a thread: everything up to `readAt`; what is younger than `since` was new to them. */
export interface ReadMark {
  readAt: Date
  since: Date
}

/** From when on answers are new to a reader. Undefined at a first visit, where everything is. */
export function newSince(mark: ReadMark | undefined, now: Date): Date | undefined {
  if (!mark) return undefined
  return now.getTime() - mark.readAt.getTime() > VISIT_MILLISECONDS ? mark.readAt : mark.since
}

/** The mark to write after reading; undefined where nothing was written since, so that reading stays reading. */
export function nextMark(mark: ReadMark | undefined, activeAt: Date, now: Date): ReadMark | undefined {
  if (!mark) return { readAt: now, since: now }
  if (activeAt <= mark.readAt) return undefined
  return { readAt: now, since: newSince(mark, now) ?? now }
}

/** Posts that stand at the head of a space: more would be a second list. */
export const PINNED_PER_SPACE = 3

const WIDTH: Record<SpaceVisibility, number> = { public: 2, members: 1, invited: 0 }

/**
 * Whether a thread may move: never to where more people read than its writers were told. Two invited
 * spaces have different readers, so nothing moves between them. What nobody has answered goes anywhere.
 */
export function mayMoveBetween(from: SpaceVisibility, to: SpaceVisibility, answered: boolean): boolean {
  if (!answered) return true
  return from === 'invited' ? false : WIDTH[to] <= WIDTH[from]
}

/** Words of an entry as the start of an answer: without what it quoted itself, not longer than needed. */
export function quoteOf(body: string): string {
  const own = body
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>') && !/^!\[.*\]\(\/files\//.test(line.trim()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const cut =
    own.length <= QUOTE_LENGTH
      ? own
      : `${own.slice(0, own.lastIndexOf(' ', QUOTE_LENGTH) + 1 || QUOTE_LENGTH).trimEnd()} …`
  if (!cut) return ''
  return `${cut
    .toWellFormed()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n\n`
}

/** Fixes of the first minutes leave no mark. */
export function isQuietEdit(writtenAt: Date, now: Date): boolean {
  return now.getTime() - writtenAt.getTime() <= QUIET_EDIT_MILLISECONDS
}
