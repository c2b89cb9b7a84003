import { type Reading, rephrase, type Suggestion } from '@kindling/tone'
import type { Child } from 'hono/jsx'
import { ended, spoke } from '../attention/index.ts'
import { type AppContext, requireMember, type Typed, takeToken } from '../foundation/index.ts'
import { markOf, READ_ON_DEVICE } from './after-pause.ts'
import { pauseKind } from './kind.ts'
import { mayPause } from './may-pause.ts'
import { showPause } from './pause-page.tsx'
import { policyOf } from './policy/index.ts'
import { readHere } from './read-here.ts'
import { isAskedAbout, isGrave, isWorthAPause, type PausePolicy, USUAL } from './rules.ts'

/** What words are for and what they answer. */
export interface About {
  /** Id of the space; left away where they are for one person alone. */
  spaceId?: string | undefined
  /** Whom they answer, by name. */
  person?: string | undefined
  /** What they answer, as it was written. */
  answering?: string | undefined
}

export interface Writing {
  typed: Typed
  /** Names of the fields that are read, in the order in which they are asked about. */
  fields: readonly string[]
  /** Where the form goes. */
  action: string
  /** Asked for when it is needed; nothing where this member will be refused anyway. */
  about(): Promise<About | undefined>
  /** Fields whose files a browser does not hand back, to be chosen again, and the names of all that is typed there. */
  files?: { again: Child; names: readonly string[] } | undefined
}

export interface Found {
  field: string
  text: string
  reading: Reading
  suggestions: Suggestion[]
  policy: PausePolicy
  about: About
}

/** Characters of the longest words that are read here: longer ones are no post. */
const LONGEST = 20_000
/** So many forms in so many seconds are read here for one member: reading costs this machine. */
const LIMIT = { limit: 60, seconds: 600 }

async function mayBeRead(c: AppContext): Promise<boolean> {
  const { house } = c.var
  const { communityId, memberId } = requireMember(c)
  const taking = { communityId, kind: 'pause', subject: memberId, ...LIMIT, now: house.clock.now() }
  return (await takeToken(house.db, taking)).ok
}

/**
 * The first field that is asked about; `fine` where all were read and none is worth it, `unasked` where nothing was read or
 * nothing may speak. What cannot be read goes its way: the pause never blocks by itself.
 */
async function firstToAsk(c: AppContext, writing: Writing): Promise<Found | 'fine' | 'unasked'> {
  const { house } = c.var
  const viewer = requireMember(c)
  const may = await mayPause(house, viewer)
  if (!may.grave || !(await mayBeRead(c))) return 'unasked'
  const about = await writing.about()
  if (!about) return 'unasked'
  const policy = about.spaceId ? await policyOf(house.db, viewer.communityId, about.spaceId) : USUAL
  const context = about.answering ? { answering: about.answering } : undefined
  let hard = false
  try {
    for (const field of writing.fields) {
      const text = writing.typed[field] ?? ''
      if (text.trim() === '' || text.length > LONGEST) continue
      const reading = await readHere(text, context)
      hard ||= isWorthAPause(reading, policy)
      if (!isAskedAbout(reading, policy, may)) continue
      return { field, text, reading, policy, about, suggestions: rephrase(text, reading, { context }) }
    }
    return hard ? 'unasked' : 'fine'
  } catch (error) {
    house.log.error('pause_reading_failed', { code: (error as { code?: string }).code ?? 'unknown' })
    return 'unasked'
  }
}

/**
 * For who has no script: reads what was posted, in memory, and shows the pause where it is worth one. Nothing is stored of the
 * words. With script that happened before, on the device, and the form says so. The same words are asked about once.
 * @returns the page of the pause, or nothing where the words go on their way
 */
export async function pauseFirst(c: AppContext, writing: Writing): Promise<Response | undefined> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { typed, fields } = writing
  const asked = typed.asked ?? ''
  if (asked === READ_ON_DEVICE) return undefined
  const mark = markOf(typed, fields)
  if (asked === mark) {
    await ended(house, viewer, pauseKind, 'dismissed')
    return undefined
  }
  const found = await firstToAsk(c, writing)
  if (typeof found === 'object') {
    await spoke(house, viewer, pauseKind, isGrave(found.reading))
    return showPause(c, writing, found, mark)
  }
  // Other words than those that were asked about.
  if (asked !== '' && found === 'fine') await ended(house, viewer, pauseKind, 'heeded')
  return undefined
}
