import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MemberRole } from '../../members/index.ts'
import type { RitualKind } from '../../shine/index.ts'
import type { PostingBy, SpaceKind, SpaceVisibility } from '../../spaces/index.ts'
import { parseThread, type ThreadFile, ThreadFileError } from './thread-file.ts'

export interface ContentMember {
  nick: string
  name: string
  role: MemberRole
  pronouns: string | null
  timeZone: string
  languages: string[]
  bio: string | null
  under18?: boolean
  /** Days before the opening. */
  joined: number
  /** Spaces this person was let into. */
  spaces: string[]
  active: boolean
}

export interface ContentSpace {
  slug: string
  name: string
  kind: SpaceKind
  visibility: SpaceVisibility
  postingBy: PostingBy
  description: string
  norms: string[]
}

/** What two people wrote to each other; `days` before the opening, `at` in the community's time zone. */
export interface ContentConversation {
  asked: string
  to: string
  reason: string
  messages: { by: string; days: number; at: string; body: string }[]
}

/** An idea for a kind act; `days` before the opening. */
export interface ContentAct {
  by: string
  days: number
  words: string
  told: { by: string; days: number; words: string }[]
}

/** What one person wrote about another. */
export interface ContentTold {
  by: string
  days: number
  words: string
}

/** What matters here; thread files say by its key what a note was for. */
export interface ContentValue {
  key: string
  name: string
  sentence: string
}

/** An answer to an ask for feedback; what is left out was not said. */
export interface ContentAnswer {
  by: string
  days: number
  at: string
  helped?: string
  seen?: string
  effect?: string
  wish?: string
}

/** Feedback that somebody asked for, open for so many days more. */
export interface ContentFeedback {
  by: string
  days: number
  open: number
  about: string
  asked: string[]
  answers: ContentAnswer[]
}

/** Who stands in the light, and what waits for a lot. */
export interface ContentSpotlight {
  host: string
  lit: { about: string; days: number; told: ContentTold[] }
  waiting: (ContentTold & { about: string })[]
}

/** Something reached: who opened it in which space, who agreed to be named, and what others added; no words are a cheer. */
export interface ContentCelebration {
  by: string
  days: number
  space: string
  kind: 'together' | 'own'
  title: string
  reached: string
  words: string
  named: string[]
  lines: ContentTold[]
}

/** A ritual of every week; its last time is a thread, of which the numbered replies may be shown. */
export interface ContentRitual {
  kind: RitualKind
  name: string
  asks: string
  keeper: string
  hosts: string[]
  hour: number
  openDays: number
  last: { thread: string; agreed: number[] }
  next: { host: string; words: string }
}

export interface Content {
  name: string
  tagline: string
  timeZone: string
  guidelines: string
  members: ContentMember[]
  spaces: ContentSpace[]
  threads: ThreadFile[]
  conversations: ContentConversation[]
  kindActs: ContentAct[]
  celebrations: ContentCelebration[]
  rituals: ContentRitual[]
  values: ContentValue[]
  feedback: ContentFeedback[]
  /** Null in a place that is too small for one. */
  spotlight: ContentSpotlight | null
}

const folder = fileURLToPath(new URL('../../../demo/', import.meta.url))

async function json<Value>(...path: string[]): Promise<Value> {
  return JSON.parse(await readFile(join(folder, ...path), 'utf8')) as Value
}

async function threadsOf(place: string, space: string): Promise<ThreadFile[]> {
  const inside = join(folder, place, 'threads', space)
  const names = (await readdir(inside).catch(() => [])).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => {
      try {
        return parseThread(name.slice(0, -3), space, await readFile(join(inside, name), 'utf8'))
      } catch (error) {
        throw error instanceof ThreadFileError
          ? new ThreadFileError(`${place}/threads/${space}/${name}: ${error.message}`)
          : error
      }
    }),
  )
}

/** The sample community as written: "lantern-street", or "table" for its first week. */
export async function readContent(place: 'lantern-street' | 'table'): Promise<Content> {
  const community = await json<Pick<Content, 'name' | 'tagline' | 'timeZone' | 'guidelines'>>(
    place,
    'community.json',
  )
  const spaces = await json<ContentSpace[]>(place, 'spaces.json')
  const members = await json<ContentMember[]>(place, 'members.json')
  const threads = (await Promise.all(spaces.map(({ slug }) => threadsOf(place, slug)))).flat()
  const conversations = await json<ContentConversation[]>(place, 'messages.json')
  const kindActs = await json<ContentAct[]>(place, 'kind-acts.json')
  const celebrations = await json<ContentCelebration[]>(place, 'celebrations.json')
  const rituals = await json<ContentRitual[]>(place, 'rituals.json')
  const values = await json<ContentValue[]>(place, 'values.json')
  const feedback = await json<ContentFeedback[]>(place, 'feedback.json')
  const spotlight = await json<ContentSpotlight | null>(place, 'spotlight.json')
  return {
    ...community,
    members,
    spaces,
    threads,
    conversations,
    kindActs,
    celebrations,
    rituals,
    values,
    feedback,
    spotlight,
  }
}
