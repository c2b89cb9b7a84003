import {
  type DbOrTrx,
  fileSizes,
  type House,
  KindlingError,
  type MemberViewer,
  mentionedHandles,
  picturesIn,
  record,
  renderMarkdown,
  type Trx,
  takeToken,
  unfitting,
} from '../foundation/index.ts'
import { namesByHandle } from '../members/index.ts'
import { pictureLines, type ReadyPicture } from './pictures.ts'
import { BODY_LENGTH, TITLE_LENGTH, titleFrom } from './rules.ts'
import { conversationErrors } from './words.ts'

/** Text as it is stored, as it is shown, and who is mentioned in it. */
export interface Prepared {
  body: string
  html: string
  mentioned: string[]
}

/** Pictures that go under a text, and what is said where nobody could describe one. */
export interface Pictures {
  ready: readonly ReadyPicture[]
  undescribed: string
}

/** PostgreSQL keeps no zero characters, and nobody types them; half a surrogate pair is no character. */
export function tidyText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim()
}

/**
 * Text as it is stored and shown.
 * @throws KindlingError `body_missing`, `body_too_long`
 */
export async function prepareBody(
  house: House,
  communityId: string,
  body: string,
  pictures: Pictures = { ready: [], undescribed: '' },
): Promise<Prepared> {
  const text = tidyText(body)
  if (!text && pictures.ready.length === 0)
    throw unfitting('body', 'body_missing', conversationErrors.bodyMissing)
  if (text.length > BODY_LENGTH)
    throw unfitting('body', 'body_too_long', conversationErrors.bodyTooLong, {
      count: text.length,
      most: BODY_LENGTH,
    })
  const whole = [text, pictureLines(pictures.ready, pictures.undescribed)].filter(Boolean).join('\n\n')
  const [names, sizes] = await Promise.all([
    namesByHandle(house.db, communityId, mentionedHandles(whole)),
    fileSizes(house.db, communityId, picturesIn(text)),
  ])
  for (const { id, picture } of pictures.ready) sizes.set(id, picture)
  const html = renderMarkdown(whole, new Map([...names].map(([handle, { name }]) => [handle, name])), sizes)
  return { body: whole, html, mentioned: [...names.values()].map(({ id }) => id) }
}

/**
 * The title as it is stored: the first words where none was given.
 * @throws KindlingError `title_too_long`, `title_missing`
 */
export function prepareTitle(title: string, body: string): string {
  const tidy = tidyText(title).replace(/\s+/g, ' ') || titleFrom(tidyText(body))
  if (!tidy) throw unfitting('title', 'title_missing', conversationErrors.titleMissing)
  if (tidy.length > TITLE_LENGTH)
    throw unfitting('title', 'title_too_long', conversationErrors.titleTooLong, { count: TITLE_LENGTH })
  return tidy
}

/** Members by id who are mentioned in a text. */
export async function mentionedIn(db: DbOrTrx, communityId: string, body: string): Promise<Set<string>> {
  const names = await namesByHandle(db, communityId, mentionedHandles(body))
  return new Set([...names.values()].map(({ id }) => id))
}

/** Tells who was mentioned, once each; nobody is told of mentioning themselves. */
export async function recordMentions(
  trx: Trx,
  writer: Pick<MemberViewer, 'communityId' | 'memberId'>,
  mentioned: readonly string[],
  where: { spaceId: string; postId: string; replyId: string | null },
  now: Date,
): Promise<void> {
  for (const memberId of mentioned)
    if (memberId !== writer.memberId)
      await record(
        trx,
        {
          communityId: writer.communityId,
          kind: 'member-mentioned',
          actorId: writer.memberId,
          memberId,
          ...where,
        },
        now,
      )
}

/** More than anybody writes with care; only machines get there. */
const WRITINGS = { limit: 40, seconds: 600 }

/**
 * Counts a post or reply against its writer's limit.
 * @throws KindlingError `too_often`
 */
export async function countWriting(trx: Trx, viewer: MemberViewer, now: Date): Promise<void> {
  const taken = await takeToken(trx, {
    communityId: viewer.communityId,
    kind: 'write',
    subject: viewer.memberId,
    ...WRITINGS,
    now,
  })
  if (taken.ok) return
  const { retryAfterSeconds } = taken
  throw new KindlingError('too_often', conversationErrors.tooOften, {
    status: 429,
    values: { count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) },
    details: { retryAfterSeconds },
  })
}
