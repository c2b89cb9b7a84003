import { type Acceptable, type Reading, rephrase, type Suggestion } from '@kindling/tone'
import type { Child } from 'hono/jsx'
import { ended, spoke } from '../attention/index.ts'
import { type AppContext, KindlingError, requireMember, type Typed, takeToken } from '../foundation/index.ts'
import { asksMore, markOf, READ_ON_DEVICE } from './after-pause.ts'
import { pauseKind } from './kind.ts'
import { mayPause } from './may-pause.ts'
import { askModel } from './own-model/index.ts'
import { showPause } from './pause-page.tsx'
import { policyOf } from './policy/index.ts'
import { readHere } from './read-here.ts'
import { isAskedAbout, isGrave, isWorthAPause, type PausePolicy } from './rules.ts'

/** What words are for and what they answer. */
export interface About {
  /** Id of the space. */
  spaceId: string
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
  /** What the community's own language model gave, where it was asked. */
  more?: Acceptable[]
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

/** The first field that reads as `wanted` says; `hard` says whether one was worth a pause, asked about or not. */
async function firstThat(
  { typed, fields }: Writing,
  about: About,
  policy: PausePolicy,
  wanted: (reading: Reading) => boolean,
): Promise<{ found?: Found; hard: boolean }> {
  const context = about.answering ? { answering: about.answering } : undefined
  let hard = false
  for (const field of fields) {
    const text = typed[field] ?? ''
    if (text.trim() === '' || text.length > LONGEST) continue
    const reading = await readHere(text, context)
    hard ||= isWorthAPause(reading, policy)
    if (!wanted(reading)) continue
    const suggestions = rephrase(text, reading, { context })
    return { found: { field, text, reading, policy, about, suggestions }, hard }
  }
  return { hard }
}

/**
 * The first field that is asked about; `fine` where all were read and none is worth it, `unasked` where nothing was read or
 * nothing may speak. What cannot be read goes its way: the pause never blocks by itself.
 * @param again somebody was asked about these words and wants more of the page: whether the pause may speak was settled then
 */
async function firstToAsk(
  c: AppContext,
  writing: Writing,
  again = false,
): Promise<Found | 'fine' | 'unasked'> {
  const { house } = c.var
  const viewer = requireMember(c)
  const may = await mayPause(house, viewer)
  if (!(may.grave || again) || !(await mayBeRead(c))) return 'unasked'
  const about = await writing.about()
  if (!about) return 'unasked'
  const policy = await policyOf(house.db, viewer.communityId, about.spaceId)
  try {
    const { found, hard } = await firstThat(writing, about, policy, (reading) =>
      again ? isWorthAPause(reading, policy) : isAskedAbout(reading, policy, may),
    )
    return found ?? (hard ? 'unasked' : 'fine')
  } catch (error) {
    house.log.error('pause_reading_failed', { code: (error as { code?: string }).code ?? 'unknown' })
    return 'unasked'
  }
}

/** What the community's own model makes of it. What goes wrong is no error: what was found here stands. */
async function moreFor(c: AppContext, { text, about }: Found, typed: Typed): Promise<Acceptable[]> {
  const agreesTo = Number(typed.agreesTo)
  const asking = {
    text,
    answering: about.answering,
    reader: 'quick',
    gone: c.req.raw.signal,
    ...(Number.isInteger(agreesTo) ? { agreesTo } : {}),
  } as const
  return askModel(c.var.house, requireMember(c), asking).catch((error) => {
    if (error instanceof KindlingError) return []
    throw error
  })
}

/** The page of the pause once more, with what the community's own model gave. */
async function askedForMore(c: AppContext, writing: Writing, mark: string): Promise<Response | undefined> {
  const found = await firstToAsk(c, writing, true)
  if (typeof found !== 'object') return undefined
  return showPause(c, writing, { ...found, more: await moreFor(c, found, writing.typed) }, mark)
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
  if (asked === mark && asksMore(typed)) return askedForMore(c, writing, mark)
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
