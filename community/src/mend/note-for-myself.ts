import {
  type House,
  KindlingError,
  type Listener,
  type MemberViewer,
  notFound,
  unfitting,
} from '../foundation/index.ts'
import { kindOf } from './kinds.ts'
import { addOwnNote, eraseOwnNote } from './own-notes-store.ts'
import { reportPolicy } from './policy.ts'
import type { Subject } from './report-words.ts'
import { NOTE_LENGTH, tidyWords } from './rules.ts'
import { mendErrors } from './words.ts'

/**
 * Notes for oneself that words bothered one: nobody else reads it, no event says so, and nothing comes of it.
 * @throws KindlingError `not_found` where they are not there for this member, or have no name to them, `note_too_long`,
 * `enough_noted`
 */
export async function noteForMyself(
  house: House,
  viewer: MemberViewer,
  { kind, id, note }: Subject & { note: string },
): Promise<void> {
  const found = await kindOf(house, kind)?.find(house, viewer, id)
  if (!found?.by || found.mine || !reportPolicy.note(viewer)) throw notFound()
  const words = tidyWords(note)
  if (words.length > NOTE_LENGTH)
    throw unfitting('note', 'note_too_long', mendErrors.ownNoteTooLong, { count: NOTE_LENGTH })
  const about = { kind, wordsId: id, authorHandle: found.by.handle }
  const added = await addOwnNote(
    house.db,
    viewer,
    { ...about, note: words, href: found.back },
    house.clock.now(),
  )
  if (!added) throw new KindlingError('enough_noted', mendErrors.enoughNoted, { status: 409 })
}

/** Somebody left: what they noted goes with them. */
export const forgetOwnNotes: Listener = {
  name: 'mend-forget-own-notes',
  kinds: ['member-left'],
  async hear({ db }, { communityId, memberId }) {
    if (memberId) await eraseOwnNote(db, { communityId, memberId })
  },
}
