import { celebrations } from './celebrations.ts'
import { composer } from './composer.ts'
import { conversation } from './conversation.ts'
import type { Corner } from './corner.ts'
import { experiments } from './experiments.ts'
import { house } from './house.ts'
import { kindActs } from './kind-acts.ts'
import { lifting } from './lifting.ts'
import { listen } from './listen.ts'
import { mend } from './mend.ts'
import { messages } from './messages.ts'
import { office } from './office.ts'
import { order } from './order.ts'
import { people } from './people.ts'
import { perspective } from './perspective.ts'
import { remembrance } from './remembrance.ts'
import { ripple } from './ripple.ts'
import { rituals } from './rituals.ts'
import { signIn } from './sign-in.ts'
import { spotlights } from './spotlights.ts'
import { team } from './team.ts'
import { thanks } from './thanks.ts'
import { communityValues } from './values.ts'

/** Who may do what, by corners of the house. */
export const corners: Record<string, Corner> = {
  house,
  conversation,
  people,
  thanks,
  lifting,
  order,
  communityValues,
  team,
  spotlights,
  kindActs,
  ripple,
  celebrations,
  rituals,
  messages,
  listen,
  mend,
  composer,
  experiments,
  perspective,
  signIn,
  office,
  remembrance,
}

/** The corner a route is in. A route in none, or in two, is a mistake. */
export function cornerOf(route: string): Corner {
  const [corner, another] = Object.values(corners).filter(({ routes }) => route in routes)
  if (!corner || another) throw new Error(`${route} is in ${corner ? 'two corners' : 'no corner'}.`)
  return corner
}
