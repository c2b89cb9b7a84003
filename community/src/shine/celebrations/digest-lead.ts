import { mayTravel } from '../../conversation/index.ts'
import type { DigestLead } from '../../notices/index.ts'
import { visibleSpaces } from '../../spaces/index.ts'
import { celebrationAt } from './pages-at.ts'
import { readStanding } from './read-celebrations.ts'
import { celebrationWords as w } from './words.ts'

/** What was opened in these days, where its reader may see it. Of spaces whose words stay there a letter has the name alone. */
export const celebrationLead: DigestLead = {
  name: 'celebrations',
  async load(house, viewer, since) {
    const spaces = new Map((await visibleSpaces(house, viewer)).map((space) => [space.id, space]))
    const standing = await readStanding(house, viewer, [...spaces.keys()])
    return standing
      .filter(({ mine, openedAt, openerRemembered }) => !mine && openedAt > since && !openerRemembered)
      .map(({ id, title, reached, space }) => {
        const travels = mayTravel(spaces.get(space.id)!)
        return {
          says: travels ? w.inLetter : w.inLetterBriefly,
          params: { title, reached, space: space.name },
          href: celebrationAt(id),
        }
      })
  },
}
