import type { Reading, Suggestion } from '@kindling/tone'
import type { Child } from 'hono/jsx'
import { ended, spoke } from '../attention/index.ts'
import { type AppContext, requireMember, type Typed } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import { mayPause } from './may-pause.ts'
import { showPause } from './pause-page.tsx'
import { policyOf } from './policy/index.ts'
import { readHere } from './read-here.ts'
import { isAskedAbout, isGrave, type PausePolicy, USUAL } from './rules.ts'

export interface Writing {
  typed: Typed
  /** Names of the fields that are read, in the order in which they are asked about. */
  fields: readonly string[]
  /** Where the form goes. */
  action: string
  /** The space they are for, by id; asked for when it is needed. */
  space(): Promise<string | undefined>
  /** Whom the words answer, where they answer somebody; asked for when it is needed. */
  person?: () => Promise<string | undefined>
  /** Fields whose files a browser does not hand back, to be chosen again. */
  files?: Child
}

interface Read {
  field: string
  text: string
  reading: Reading
  suggestions: Suggestion[]
  policy: PausePolicy
}

/** The first field that is worth a pause. What cannot be read goes its way: the pause never blocks by itself. */
async function firstToAsk(c: AppContext, { typed, fields, space }: Writing): Promise<Read | undefined> {
  const { house } = c.var
  const viewer = requireMember(c)
  const may = await mayPause(house, viewer)
  if (!may.ordinary && !may.grave) return undefined
  const spaceId = await space()
  const policy = spaceId ? await policyOf(house.db, viewer.communityId, spaceId) : USUAL
  try {
    for (const field of fields) {
      const text = typed[field] ?? ''
      if (text.trim() === '') continue
      const found = await readHere(text)
      if (isAskedAbout(found.reading, policy, may)) return { field, text, policy, ...found }
    }
  } catch (error) {
    house.log.error('pause_reading_failed', { code: (error as { code?: string }).code ?? 'unknown' })
  }
  return undefined
}

/**
 * For who has no script: reads what was posted, in memory, and shows the pause where it is worth one. Nothing is stored of the
 * words. With script that happened before, on the device, and the form says so.
 * @returns the page of the pause, or nothing where the words go on their way
 */
export async function pauseFirst(c: AppContext, writing: Writing): Promise<Response | undefined> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { way, asked } = writing.typed
  if (way === 'post') await ended(house, viewer, pauseKind, 'dismissed')
  if (way === 'post' || asked === 'yes') return undefined
  const found = await firstToAsk(c, writing)
  if (!found) {
    // Other words than those that were asked about before.
    await ended(house, viewer, pauseKind, 'heeded')
    return undefined
  }
  await spoke(house, viewer, pauseKind, isGrave(found.reading))
  return showPause(c, writing, { ...found, person: await writing.person?.() })
}
