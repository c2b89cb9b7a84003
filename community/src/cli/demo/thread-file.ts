import type { Mark } from '../../lifting/index.ts'
import { type Gift, gifts } from '../../thanks/index.ts'

/** One thread of the sample community, as its file says it. Offsets in milliseconds from the post. */
export interface ThreadFile {
  slug: string
  space: string
  title: string
  author: string
  /** Days before the opening and a wall time, or hours before the opening. */
  at: { days: number; minutes: number } | { hours: number }
  need: string | undefined
  newToThis: boolean
  pinned: boolean
  lockedBy: string | undefined
  unnamed: boolean
  language: string
  body: string
  replies: ThreadReply[]
  thanks: ThreadThanks[]
  reports: ThreadReport[]
  edits: { target: Target; offset: number; before: string }[]
  deletes: { target: Target; offset: number }[]
  follows: string[]
  bookmarks: { by: string; target: Target }[]
  /** What helped whoever asked, and what somebody called kind. */
  marks: { by: string; reply: number; offset: number; mark: Mark }[]
}

/** The post, or the n-th reply of the file counted from 0. */
export type Target = 'post' | number

export interface ThreadReply {
  author: string
  offset: number
  to: Target
  unnamed: boolean
  language: string | undefined
  body: string
}

export interface ThreadThanks {
  by: string
  target: Target
  offset: number
  how: 'between' | 'shown' | 'offered' | 'declined'
  /** What it is, where it is no thanks. */
  gift: Gift
  /** What of the community's values it is for, by the key of values.json. */
  value: string | undefined
  words: string
}

export interface ThreadReport {
  by: string
  target: Target
  offset: number
  wish: 'note' | 'help-talk' | 'act'
  outcome: 'hidden' | 'restored' | 'unfounded' | 'open'
  steward: string | undefined
  decidedAfter: number | undefined
  note: string
  reason: string
}

/** A thread file that cannot be read; says where. */
export class ThreadFileError extends Error {
  override readonly name = 'ThreadFileError'
}

const UNIT = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** "3d4h", "27m" in milliseconds. */
export function parseOffset(text: string): number {
  const parts = [...text.matchAll(/(\d+)([mhd])/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text)
    throw new ThreadFileError(`"${text}" is not an offset such as 27m, 4h or 3d4h.`)
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNIT[unit as keyof typeof UNIT], 0)
}

function parseAt(text: string): ThreadFile['at'] {
  const hours = /^(\d+)h$/.exec(text)
  if (hours) return { hours: Number(hours[1]) }
  const days = /^(\d+)d (\d{1,2}):(\d{2})$/.exec(text)
  if (!days) throw new ThreadFileError(`"at: ${text}" is neither "12d 02:14" nor "5h".`)
  return { days: Number(days[1]), minutes: Number(days[2]) * 60 + Number(days[3]) }
}

function parseHead(lines: string[]): Map<string, string> {
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      if (colon < 1) throw new ThreadFileError(`"${line}" is not "key: value".`)
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
}

interface Block {
  mark: string
  text: string
}

function blocksOf(lines: string[]): { body: string; blocks: Block[] } {
  const body: string[] = []
  const blocks: { mark: string; lines: string[] }[] = []
  let fenced = false
  for (const line of lines) {
    if (line.startsWith('```')) fenced = !fenced
    if (!fenced && /^(==|~~) /.test(line)) blocks.push({ mark: line, lines: [] })
    else (blocks.at(-1)?.lines ?? body).push(line)
  }
  return {
    body: body.join('\n').trim(),
    blocks: blocks.map(({ mark, lines: text }) => ({ mark, text: text.join('\n').trim() })),
  }
}

class Targets {
  readonly #labels = new Map<string, number>()
  count = 0

  add(label: string | undefined): void {
    if (label) this.#labels.set(label, this.count)
    this.count++
  }

  find(text: string): Target {
    if (text === 'post') return 'post'
    const index = /^\d+$/.test(text) ? Number(text) - 1 : this.#labels.get(text)
    if (index === undefined || index < 0 || index >= this.count)
      throw new ThreadFileError(`There is no reply "${text}" before this line.`)
    return index
  }
}

function parseReply(mark: string, text: string, targets: Targets): ThreadReply {
  const match = /^== ([\w-]+) \+(\w+)((?: > [\w-]+| #[\w-]+| unnamed| lang:[\w-]+)*)\s*$/.exec(mark)
  if (!match) throw new ThreadFileError(`"${mark}" is not a reply line.`)
  const marks = match[3]!
  const to = / > ([\w-]+)/.exec(marks)?.[1]
  const reply: ThreadReply = {
    author: match[1]!,
    offset: parseOffset(match[2]!),
    to: to ? targets.find(to) : 'post',
    unnamed: / unnamed\b/.test(marks),
    language: / lang:([\w-]+)/.exec(marks)?.[1],
    body: text,
  }
  targets.add(/ #([\w-]+)/.exec(marks)?.[1])
  return reply
}

function parseReport(parts: string[], text: string, targets: Targets): ThreadReport {
  const [by, , target, offset, wish, outcome, , steward, decided] = parts
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*([\\s\\S]*?)(?=^\\w+:|$(?![\\s\\S]))`, 'm').exec(text)?.[1]?.trim() ?? ''
  return {
    by: by!,
    target: targets.find(target!),
    offset: parseOffset(offset!.slice(1)),
    wish: wish as ThreadReport['wish'],
    outcome: outcome as ThreadReport['outcome'],
    steward,
    decidedAfter: decided ? parseOffset(decided.slice(1)) : undefined,
    note: field('note'),
    reason: field('reason'),
  }
}

function parseGift(text: string): Gift {
  const gift = gifts.find((one) => one === text)
  if (!gift) throw new ThreadFileError(`"${text}" is nothing that can be given: one of ${gifts.join(', ')}.`)
  return gift
}

function parseLift(thread: ThreadFile, mark: Mark, [by, , target, offset]: string[], targets: Targets): void {
  const reply = targets.find(target!)
  if (reply === 'post') throw new ThreadFileError(`Only a reply can be marked as ${mark}.`)
  thread.marks.push({ by: by!, reply, offset: parseOffset(offset!.slice(1)), mark })
}

function parseMark(thread: ThreadFile, mark: string, text: string, targets: Targets): void {
  const [kind, ...parts] = mark.slice(3).trim().split(/\s+/)
  if (kind === 'thanks') {
    const value = /^for:(.+)$/.exec(parts.at(-1)!)?.[1]
    thread.thanks.push({
      by: parts[0]!,
      target: targets.find(parts[2]!),
      offset: parseOffset(parts[3]!.slice(1)),
      how: parts[4] as ThreadThanks['how'],
      gift: parseGift((value && parts.length === 6 ? undefined : parts[5]) ?? 'thanks'),
      value,
      words: text,
    })
  } else if (kind === 'helped' || kind === 'kind') parseLift(thread, kind, parts, targets)
  else if (kind === 'report') thread.reports.push(parseReport(parts, text, targets))
  else if (kind === 'edit')
    thread.edits.push({
      target: targets.find(parts[0]!),
      offset: parseOffset(parts[1]!.slice(1)),
      before: text,
    })
  else if (kind === 'delete')
    thread.deletes.push({ target: targets.find(parts[0]!), offset: parseOffset(parts[1]!.slice(1)) })
  else if (kind === 'follow') thread.follows.push(parts[0]!)
  else if (kind === 'bookmark')
    thread.bookmarks.push({ by: parts[0]!, target: targets.find(parts[2] ?? 'post') })
  else throw new ThreadFileError(`"${mark}" is not known.`)
}

/**
 * Reads a thread file (format: community/demo/WRITING.md).
 * @throws ThreadFileError with the line that cannot be read
 */
export function parseThread(slug: string, space: string, source: string): ThreadFile {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const end = lines.findIndex((line) => line.trim() === '')
  const head = parseHead(lines.slice(0, end))
  const { body, blocks } = blocksOf(lines.slice(end + 1))
  const required = (name: string) => {
    const value = head.get(name)
    if (!value) throw new ThreadFileError(`"${name}" is missing.`)
    return value
  }
  const thread: ThreadFile = {
    slug,
    space,
    body,
    title: required('title'),
    author: required('author'),
    at: parseAt(required('at')),
    need: head.get('need'),
    newToThis: head.get('new') === 'yes',
    pinned: head.get('pinned') === 'yes',
    lockedBy: head.get('locked'),
    unnamed: head.get('unnamed') === 'yes',
    language: head.get('lang') ?? 'en',
    replies: [],
    thanks: [],
    reports: [],
    edits: [],
    deletes: [],
    follows: [],
    bookmarks: [],
    marks: [],
  }
  const targets = new Targets()
  for (const { mark, text } of blocks) {
    if (mark.startsWith('== ')) thread.replies.push(parseReply(mark, text, targets))
    else parseMark(thread, mark, text, targets)
  }
  return thread
}
