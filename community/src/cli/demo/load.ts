import { importSafety } from '../../admin/index.ts'
import {
  addBookmark,
  followByWriting,
  type ImportedPost,
  importPost,
  importVersion,
  type Need,
} from '../../conversation/index.ts'
import { changeCommunity, createCommunity, type House, type Trx } from '../../foundation/index.ts'
import { addMark } from '../../lifting/index.ts'
import { addMember, describeMember, handleFrom } from '../../members/index.ts'
import { addSpace, addSpaceMembers } from '../../spaces/index.ts'
import { addThanks, type CommunityValue } from '../../thanks/index.ts'
import { loadCelebrations } from './load-celebrations.ts'
import { loadMessages } from './load-messages.ts'
import { loadNotices } from './load-notices.ts'
import { loadReports } from './load-reports.ts'
import { loadRituals } from './load-rituals.ts'
import { loadShine } from './load-shine.ts'
import { loadFeedback, loadValues } from './load-team.ts'
import type { Content, ContentMember } from './read-content.ts'
import { makeSignIns } from './sign-ins.ts'
import type { Target, ThreadFile } from './thread-file.ts'
import { makeTimeline, nominalAge, type Timeline } from './timeline.ts'

/** Ids of what was loaded, by the names the files use. */
export interface Loaded {
  communityId: string
  members: Map<string, string>
  /** Displayed names by handle, for mentions. */
  names: Map<string, string>
  spaces: Map<string, string>
  /** What matters here, by the key that thread files use. */
  values: Map<string, CommunityValue>
  timeline: Timeline
}

function known<Value>(map: ReadonlyMap<string, Value>, name: string, what: string): Value {
  const found = map.get(name)
  if (!found) throw new Error(`The sample community has no ${what} "${name}".`)
  return found
}

async function loadMembers(
  trx: Trx,
  content: Content,
  loaded: Loaded,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  for (const person of content.members) {
    const id = loaded.timeline.id(`member ${person.nick}`, person.joined * 86_400_000)
    const joinedAt = loaded.timeline.daysAgo(person.joined, 5)
    await addMember(trx, {
      communityId: loaded.communityId,
      id,
      accountId: accounts.get(person.nick) ?? null,
      name: person.name,
      role: person.role,
      status: 'active',
      under18: person.under18 ?? false,
      timeZone: person.timeZone,
      joinedAt,
      guidelinesAgreedAt: joinedAt,
      handle: handleFrom(person.nick),
    })
    await describeMember(trx, loaded.communityId, id, {
      pronouns: person.pronouns,
      bio: person.bio ?? '',
      languages: person.languages,
    })
    loaded.members.set(person.nick, id)
    loaded.names.set(handleFrom(person.nick), person.name)
  }
}

async function loadSpaces(trx: Trx, content: Content, loaded: Loaded): Promise<void> {
  for (const [position, space] of content.spaces.entries()) {
    const id = loaded.timeline.id(`space ${space.slug}`, 365 * 86_400_000)
    await addSpace(trx, {
      ...space,
      communityId: loaded.communityId,
      id,
      position,
      createdAt: loaded.timeline.daysAgo(361),
    })
    const inside = content.members
      .filter((person: ContentMember) => person.spaces.includes(space.slug))
      .map(({ nick }) => loaded.members.get(nick)!)
    await addSpaceMembers(trx, loaded.communityId, id, inside, loaded.timeline.now)
    loaded.spaces.set(space.slug, id)
  }
}

function importedPost(thread: ThreadFile, loaded: Loaded): ImportedPost {
  const { timeline, members } = loaded
  const start = timeline.startOf(thread)
  const at = (offset: number) => new Date(start.getTime() + offset)
  const age = nominalAge(thread)
  const key = `${thread.space}/${thread.slug}`
  const on = <Entry extends { target: Target; offset: number }>(list: Entry[], target: Target) => {
    const found = list.find((entry) => entry.target === target)
    return found ? at(found.offset) : null
  }
  const hidden = (target: Target) => {
    const report = thread.reports.find((one) => one.target === target && one.outcome === 'hidden')
    return report ? at(report.decidedAfter ?? report.offset) : null
  }
  const who = (nick: string) => known(members, nick, 'member')
  return {
    communityId: loaded.communityId,
    id: timeline.id(key, age),
    spaceId: known(loaded.spaces, thread.space, 'space'),
    authorId: who(thread.author),
    unnamed: thread.unnamed,
    title: thread.title,
    body: thread.body,
    language: thread.language,
    need: (thread.need as Need | undefined) ?? null,
    newToThis: thread.newToThis,
    createdAt: start,
    editedAt: on(thread.edits, 'post'),
    deletedAt: on(thread.deletes, 'post'),
    hiddenAt: hidden('post'),
    pinnedAt: thread.pinned ? start : null,
    lockedAt: thread.lockedBy ? at(thread.replies.at(-1)?.offset ?? 0) : null,
    replies: thread.replies.map((reply, index) => ({
      id: timeline.id(`${key} ${index}`, age - reply.offset),
      to: reply.to === 'post' ? undefined : reply.to,
      authorId: who(reply.author),
      unnamed: reply.unnamed,
      body: reply.body,
      language: reply.language ?? thread.language,
      createdAt: at(reply.offset),
      editedAt: on(thread.edits, index),
      deletedAt: on(thread.deletes, index),
      hiddenAt: hidden(index),
    })),
  }
}

/** Whoever wrote in a thread follows it, and some follow or keep it besides. */
async function loadKept(trx: Trx, thread: ThreadFile, post: ImportedPost, loaded: Loaded): Promise<void> {
  const writers = [post.authorId, ...post.replies.map(({ authorId }) => authorId)]
  const others = thread.follows.map((nick) => known(loaded.members, nick, 'member'))
  for (const id of new Set([...writers, ...others]))
    await followByWriting(trx, loaded.communityId, id, post.id, post.createdAt)
  for (const { by, target } of thread.bookmarks) {
    const entryId = target === 'post' ? post.id : post.replies[target]!.id
    const memberId = known(loaded.members, by, 'member')
    await addBookmark(
      trx,
      { communityId: loaded.communityId, memberId, postId: post.id, entryId },
      post.createdAt,
    )
  }
}

/** What helped and what was kind: each by somebody who seldom says so. */
async function loadMarks(trx: Trx, thread: ThreadFile, post: ImportedPost, loaded: Loaded): Promise<void> {
  for (const { by, reply, offset, mark } of thread.marks) {
    const { id, authorId, unnamed } = post.replies[reply]!
    await addMark(trx, {
      communityId: loaded.communityId,
      replyId: id,
      postId: post.id,
      markerId: known(loaded.members, by, 'member'),
      writerId: authorId,
      mark,
      nameless: unnamed || (mark === 'helped' && post.unnamed),
      seldom: true,
      createdAt: new Date(post.createdAt.getTime() + offset),
    })
  }
}

function valueNamed({ values }: Loaded, key: string): CommunityValue {
  const value = values.get(key)
  if (!value) throw new Error(`The sample community has no value "${key}".`)
  return value
}

async function loadThread(trx: Trx, thread: ThreadFile, loaded: Loaded): Promise<ImportedPost> {
  const post = importedPost(thread, loaded)
  await importPost(trx, post, loaded.names)
  await loadKept(trx, thread, post, loaded)
  const entryId = (target: Target) => (target === 'post' ? post.id : post.replies[target]!.id)
  const age = nominalAge(thread)
  const name = (kind: string, index: number) => `${thread.space}/${thread.slug} ${kind} ${index}`
  for (const [index, edit] of thread.edits.entries())
    await importVersion(trx, {
      communityId: loaded.communityId,
      entryId: entryId(edit.target),
      id: loaded.timeline.id(name('edit', index), age - edit.offset),
      title: null,
      body: edit.before,
      writtenAt: edit.target === 'post' ? post.createdAt : post.replies[edit.target]!.createdAt,
    })
  for (const [index, thanks] of thread.thanks.entries())
    await addThanks(trx, {
      communityId: loaded.communityId,
      id: loaded.timeline.id(name('thanks', index), age - thanks.offset),
      giverId: known(loaded.members, thanks.by, 'member'),
      receiverId: thanks.target === 'post' ? post.authorId : post.replies[thanks.target]!.authorId,
      postId: post.id,
      replyId: thanks.target === 'post' ? null : entryId(thanks.target),
      gift: thanks.gift,
      words: thanks.words,
      value: thanks.value ? valueNamed(loaded, thanks.value) : null,
      showing: thanks.how,
      createdAt: new Date(post.createdAt.getTime() + thanks.offset),
    })
  await loadMarks(trx, thread, post, loaded)
  await loadReports(trx, thread, post, {
    member: (nick) => known(loaded.members, nick, 'member'),
    reportId: (index, offset) => loaded.timeline.id(name('report', index), age - offset),
  })
  return post
}

/** Puts the whole sample community into an empty database, in one transaction. */
export async function loadContent(house: House, content: Content): Promise<Loaded> {
  const now = house.clock.now()
  const timeline = makeTimeline(content.timeZone, now)
  const loaded: Loaded = {
    communityId: timeline.id('community', 366 * 86_400_000),
    members: new Map(),
    names: new Map(),
    spaces: new Map(),
    values: new Map(),
    timeline,
  }
  const accounts = await makeSignIns(house, new Set(content.members.map(({ nick }) => nick)))
  await house.db.transaction().execute(async (trx) => {
    await createCommunity(trx, {
      id: loaded.communityId,
      name: content.name,
      timeZone: content.timeZone,
      now: timeline.daysAgo(361),
    })
    await changeCommunity(trx, loaded.communityId, {
      tagline: content.tagline,
      guidelines: content.guidelines,
      openedAt: timeline.daysAgo(361),
    })
    await importSafety(trx, loaded.communityId, timeline.daysAgo(361))
    await loadMembers(trx, content, loaded, accounts)
    await loadSpaces(trx, content, loaded)
    loaded.values = await loadValues(trx, content, loaded)
    const posts = new Map<string, ImportedPost>()
    for (const thread of content.threads) posts.set(thread.slug, await loadThread(trx, thread, loaded))
    const where = {
      communityId: loaded.communityId,
      timeline,
      member: (nick: string) => known(loaded.members, nick, 'member'),
      thread: (slug: string) => known(posts, slug, 'thread'),
    }
    await loadMessages(trx, content.conversations, where)
    await loadShine(trx, content, where)
    const space = (slug: string) => known(loaded.spaces, slug, 'space')
    await loadCelebrations(trx, content, { ...where, space })
    await loadRituals(trx, content, where)
    await loadFeedback(trx, content, where)
  })
  house.communities.forget()
  await loadNotices(house, content, loaded.timeline, loaded)
  return loaded
}
