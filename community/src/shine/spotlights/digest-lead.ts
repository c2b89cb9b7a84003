import type { DigestLead } from '../../notices/index.ts'
import { SPOTLIGHT_PAGE } from './pages-at.ts'
import { readSpotlight } from './read-spotlight.ts'
import { DAY, SHOWN_DAYS } from './rules.ts'
import { spotlightWords as w } from './words.ts'

/** Who came into the light in these days, with their yes; not to themselves. */
export const spotlightLead: DigestLead = {
  name: 'spotlight',
  async load(house, viewer, since) {
    const lit = await readSpotlight(house, viewer)
    if (!lit || lit.mine) return []
    if (lit.until.getTime() - SHOWN_DAYS * DAY <= since.getTime()) return []
    return [{ says: w.bandName, params: { name: lit.member.name }, href: SPOTLIGHT_PAGE }]
  },
}
