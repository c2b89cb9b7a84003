import { entryPlace } from '../conversation/index.ts'
import type { DigestLead } from '../notices/index.ts'
import { readWall, type WallNote } from './read-wall.ts'
import { hasWalls } from './walls.ts'
import { thanksWords as w } from './words.ts'

/** With its words where they may travel, or else that something was given. */
function phraseFor({ gift, words, mayTravel }: WallNote) {
  if (words && mayTravel) return w.inLetterWords
  return gift === 'thanks' ? w.inLetterThanks : w.inLetterGift
}

/** What two people agreed to show on the wall of the place in these days, where its reader may see it. */
export const wallLead: DigestLead = {
  name: 'wall',
  async load(house, viewer, since) {
    if (!(await hasWalls(house, viewer))) return []
    const { notes } = await readWall(house, viewer, {})
    return notes
      .filter(({ mine, shownAt, receiverName, ofRemembered }) => {
        return !mine && !ofRemembered && receiverName !== undefined && shownAt > since
      })
      .map((note) => ({
        says: phraseFor(note),
        params: { words: note.words, giver: note.giverName, receiver: note.receiverName! },
        href: note.postId ? entryPlace(note.postId, note.replyId) : '/wall',
      }))
  },
}
