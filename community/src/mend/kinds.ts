import { type Reportable, reportableOf } from '../bounds/index.ts'
import {
  entryHref,
  entryPlace,
  entryPolicy,
  factsOfEntry,
  hideEntry,
  readPost,
  readReply,
  restoreEntry,
} from '../conversation/index.ts'
import { type House, plainWords, type Trx } from '../foundation/index.ts'
import { beginningOf, ENTRY, placeOfEntry } from './entry-store.ts'
import type { Beginning } from './store.ts'
import { mendWords as w } from './words.ts'

/** A sort of words that cases can be about: posts and replies, and whatever features bring. */
export interface CaseKind extends Pick<Reportable, 'kind' | 'find' | 'hide' | 'restore'> {
  /** What a case begins with, held inside the transaction. */
  begin(
    ...asked: Parameters<Reportable['take']>
  ): Promise<Omit<Beginning, 'communityId' | 'kind' | 'wordsId'> | undefined>
  /** Its author can change it. */
  changes: boolean
}

async function changeEntry(
  change: typeof hideEntry,
  ...[trx, communityId, id, now]: [Trx, string, string, Date]
): Promise<boolean> {
  const place = await placeOfEntry(trx, communityId, id)
  return place ? change(trx, place, now) : false
}

const entryKind: CaseKind = {
  kind: ENTRY,
  changes: true,
  async find(house, viewer, id) {
    const reply = await readReply(house, viewer, id)
    const post = await readPost(house, viewer, reply?.postId ?? id)
    if (!post) return undefined
    const entry = reply ?? post
    const { author, muted } = entry
    const back = entryPlace(post.id, reply ? id : null)
    return {
      by: author && { handle: author.handle, name: author.name, muted, back },
      words: plainWords(entry.html),
      language: entry.language,
      mine: entry.mine,
      hidden: entry.hidden || !entryPolicy.report(viewer, factsOfEntry(post, entry)),
      back,
      where: post.title,
      beside: [],
      ways: post.reader.followed
        ? [
            {
              href: `${entryHref(post.id)}/unfollow`,
              press: true,
              act: w.bothersLeaveAct,
              about: w.bothersLeave,
            },
          ]
        : [],
    }
  },
  async begin(trx, { communityId }, id) {
    const place = await placeOfEntry(trx, communityId, id)
    return place && beginningOf(trx, place)
  },
  hide: (...asked) => changeEntry(hideEntry, ...asked),
  restore: (...asked) => changeEntry(restoreEntry, ...asked),
}

/** Undefined for a kind that nobody brings, such as one of a feature that is gone. */
export function kindOf(house: House, kind: string): CaseKind | undefined {
  if (kind === ENTRY) return entryKind
  const found = reportableOf(house, kind)
  return found && { ...found, begin: found.take, changes: found.changeAt !== undefined }
}
