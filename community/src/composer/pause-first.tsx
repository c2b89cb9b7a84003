import { type Acceptable, type Context, type Reading, rephrase, type Suggestion } from '@kindling/tone'
import type { Child } from 'hono/jsx'
import { ended, spoke } from '../attention/index.ts'
import { type AppContext, KindlingError, requireMember, type Typed, takeToken } from '../foundation/index.ts'
import { asksMore, markOf, READ_ON_DEVICE } from './after-pause.ts'
import { pauseKind } from './kind.ts'
import { mayPause } from './may-pause.ts'
import { askModel } from './own-model/index.ts'
import { showNoMore, showPause } from './pause-page.tsx'
import { policyOf } from './policy/index.ts'
import { readHere } from './read-here.ts'
import { isAskedAbout, isGrave, isWorthAPause, type PausePolicy, USUAL } from './rules.ts'
import { countDraft, isCounted, noteEntry, pauseTrial } from './trial/pause-trial.ts'

/** What words are for and what they answer. */
export interface About {
  /** Id of the space, and what kind of place it is; left away where they are for one person alone. */
  spaceId?: string | undefined
  spaceKind?: string | undefined
  /** Whom they answer, by name. */
  person?: string | undefined
  /** What they answer, as it was written. */
  answering?: string | undefined
  /** They answer in a thread that may be heating up. */
  heated?: boolean | undefined
  /** Where one can say it to that person alone. */
  talk?: string | undefined
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
  /** Whether a post or reply comes of it: only those are counted where the pause is tried. */
  becomesEntry?: boolean
}

/** Words that go on their way. */
export interface Passed {
  /** They became a post or reply. */
  posted(entryId: string): Promise<void>
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

interface Read {
  field: string
  text: string
  reading: Reading
}

async function readFields({ typed, fields }: Writing, context: Context | undefined): Promise<Read[]> {
  const read: Read[] = []
  for (const field of fields) {
    const text = typed[field] ?? ''
    if (text.trim() !== '' && text.length <= LONGEST)
      read.push({ field, text, reading: await readHere(text, context) })
  }
  return read
}

/** The first field that is asked about, whether any of them is grave, and what else is needed to ask. */
interface ToAsk extends Found {
  grave: boolean
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
): Promise<ToAsk | 'fine' | 'unasked'> {
  const { house } = c.var
  const viewer = requireMember(c)
  const may = await mayPause(house, viewer)
  if (!(may.grave || again) || !(await mayBeRead(c))) return 'unasked'
  const about = await writing.about()
  if (!about) return 'unasked'
  const policy = about.spaceId ? await policyOf(house.db, viewer.communityId, about.spaceId) : USUAL
  const context = about.answering ? { answering: about.answering } : undefined
  const wanted = (reading: Reading): boolean =>
    again ? isWorthAPause(reading, policy, about.heated) : isAskedAbout(reading, policy, may, about.heated)
  try {
    const read = await readFields(writing, context)
    const found = read.find(({ reading }) => wanted(reading))
    if (!found)
      return read.some(({ reading }) => isWorthAPause(reading, policy, about.heated)) ? 'unasked' : 'fine'
    const suggestions = rephrase(found.text, found.reading, { context })
    return { ...found, policy, about, suggestions, grave: read.some(({ reading }) => isGrave(reading)) }
  } catch (error) {
    house.log.error('pause_reading_failed', { code: (error as { code?: string }).code ?? 'unknown' })
    return 'unasked'
  }
}

/** Whether the pause keeps still about a draft because it is tried here what happens without it; and that it is counted. */
async function tryHere(
  c: AppContext,
  { becomesEntry }: Writing,
  { grave, about }: ToAsk,
): Promise<{ still: boolean; counted: boolean }> {
  const viewer = requireMember(c)
  const { house } = c.var
  const trial = becomesEntry && !grave ? await pauseTrial(house, viewer, about.spaceKind) : undefined
  return trial
    ? { still: await countDraft(house, viewer, trial), counted: true }
    : { still: false, counted: false }
}

function passed(c: AppContext, writing: Writing, counted: boolean): Passed {
  return {
    posted: async (entryId) => {
      if (counted || isCounted(writing.typed)) await noteEntry(c, writing, entryId)
    },
  }
}

/** For what nobody reads here: the device did, or the same words were asked about before. */
async function passUnread(c: AppContext, writing: Writing, mark: string): Promise<Passed | undefined> {
  const { house } = c.var
  const { typed } = writing
  const asked = typed.asked ?? ''
  if (asked !== READ_ON_DEVICE && asked !== mark) return undefined
  if (asked === mark) await ended(house, requireMember(c), pauseKind, 'dismissed')
  return passed(c, writing, false)
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
async function askedForMore(c: AppContext, writing: Writing, mark: string): Promise<Response> {
  const found = await firstToAsk(c, writing, true)
  // Who asks for other words does not post these.
  if (typeof found !== 'object') return showNoMore(c, writing, mark)
  const more = await moreFor(c, found, writing.typed)
  return showPause(c, writing, { ...found, more }, { mark, counted: false })
}

/**
 * For who has no script: reads what was posted, in memory, and shows the pause where it is worth one. Nothing is stored of the
 * words. With script that happened before, on the device, and the form says so. The same words are asked about once.
 * @returns the page of the pause, or words that go on their way
 */
export async function pauseFirst(c: AppContext, writing: Writing): Promise<Response | Passed> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { typed, fields } = writing
  const mark = markOf(typed, fields)
  if (typed.asked === mark && asksMore(typed)) return askedForMore(c, writing, mark)
  const unread = await passUnread(c, writing, mark)
  if (unread) return unread
  const found = await firstToAsk(c, writing)
  if (typeof found === 'object') {
    const { still, counted } = await tryHere(c, writing, found)
    if (still) return passed(c, writing, true)
    await spoke(house, viewer, pauseKind, { grave: found.grave })
    return showPause(c, writing, found, { mark, counted })
  }
  // Other words than those that were asked about.
  if (typed.asked && found === 'fine') await ended(house, viewer, pauseKind, 'heeded')
  return passed(c, writing, false)
}
