import type { Child } from 'hono/jsx'
import type { House, MemberViewer, Translator } from '../foundation/index.ts'
import { type Notice, type NoticeKind, type NoticeSight, noticeKinds } from './kinds.ts'
import type { KeptNotice } from './store.ts'
import { noticeWords as w } from './words.ts'

/** A line as one member may read it: the notices of it that are still theirs to see, new ones first. */
export interface NoticeLine {
  kind: NoticeKind
  together: string
  /** The newest. */
  notice: KeptNotice
  sights: NoticeSight[]
  isNew: boolean
}

/** "Mira", "Mira and Jun", "Mira, Jun and others"; who left their name away comes last, once. */
export function namePeople(t: Translator, sights: readonly NoticeSight[]): { who: string; count: number } {
  const named = [...new Set(sights.map((sight) => sight.who).filter((who) => who !== undefined))]
  const unnamed = sights.some((sight) => sight.who === undefined)
  if (named.length === 0) return { who: t(w.aMember), count: 1 }
  const all = unnamed ? [...named, t(w.aMemberInside)] : named
  const [one, two] = all
  if (!two) return { who: one!, count: 1 }
  return { who: t(all.length === 2 ? w.oneAndTwo : w.oneTwoOthers, { one: one!, two }), count: all.length }
}

function params(t: Translator, line: NoticeLine) {
  return { ...namePeople(t, line.sights), title: line.sights[0]!.title }
}

/** The line with its link. */
export function sayLine(t: Translator, line: NoticeLine, link: (inner: string) => Child): Child[] {
  return t.rich(line.kind.says, { link }, params(t, line))
}

/** The line as plain words, for letters. */
export function sayPlainly(t: Translator, line: NoticeLine): string {
  return t.rich(line.kind.says, {}, params(t, line)).join('')
}

/** Makes lines of notices that read as one, with what this member may see of them now. Lines of nothing are left away. */
export async function readLines(
  house: House,
  viewer: MemberViewer,
  groups: readonly (readonly KeptNotice[])[],
): Promise<NoticeLine[]> {
  const sights = await loadSights(house, viewer, groups.flat())
  const kinds = new Map(noticeKinds(house).map((kind) => [kind.name, kind]))
  return groups.flatMap((group) => {
    const seen = group.filter((notice) => sights.has(notice.id))
    const newest = seen[0]
    if (!newest) return []
    // What is new speaks for the line; without anything new, all of it.
    const spoken = newest.isNew ? seen.filter((notice) => notice.isNew) : seen
    return [
      {
        kind: kinds.get(newest.kind)!,
        together: newest.together,
        notice: newest,
        isNew: newest.isNew,
        sights: spoken
          .filter((notice) => notice.kind === newest.kind)
          .map((notice) => sights.get(notice.id)!),
      },
    ]
  })
}

async function loadSights(
  house: House,
  viewer: MemberViewer,
  notices: readonly Notice[],
): Promise<Map<string, NoticeSight>> {
  const loaded = await Promise.all(
    noticeKinds(house).map((kind) => {
      const own = notices.filter((notice) => notice.kind === kind.name)
      return own.length > 0 ? kind.load(house, viewer, own) : new Map<string, NoticeSight>()
    }),
  )
  return new Map(loaded.flatMap((map) => [...map]))
}
