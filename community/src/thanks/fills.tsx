import { type EntryItem, entryActs, entryGiven, entryMore, underSpaceHead } from '../conversation/index.ts'
import { fill, isMember, type PageContext } from '../foundation/index.ts'
import { profileActs, profileBelow } from '../members/index.ts'
import { besideRequests } from '../messages/index.ts'
import { visibleSpace } from '../spaces/index.ts'
import { choicesOf } from './choices-store.ts'
import { GiftWays, Given, JustGiven, MenuWay, NewThanks } from './parts.tsx'
import { thanksPolicy } from './policy.ts'
import { anyWaiting } from './read-keepsakes.ts'
import { justGivenTo, type Note, notesUnder } from './read-notes.ts'
import { hasWall, readWall } from './read-wall.ts'
import type { Gift, HugForm } from './rules.ts'
import { hasWalls } from './shout-out.ts'
import { thanksWords as w } from './words.ts'

const forMembers = async (page: PageContext) =>
  isMember(page.viewer) && !page.viewer.waiting ? new Map<string, never>() : undefined

const given = fill(entryGiven, {
  load: async (house, page, [thread]): Promise<Map<string, Note[]> | undefined> =>
    thread && notesUnder(house, page, thread.postId),
  render: (notes, _, page) => Given({ page, notes }),
})

const acts = fill(entryActs, {
  async load(house, page, items): Promise<Map<string, HugForm> | undefined> {
    if (!(await forMembers(page))) return undefined
    const post = items.find(({ entry }) => !entry.isReply)?.post
    // Only there it makes a difference what a hug is for somebody.
    if (post?.need !== 'listening' || !post.author) return new Map()
    const choices = await choicesOf(house.db, page.viewer.communityId, [post.author.id])
    return new Map([[post.id, choices.get(post.author.id)!.hug]])
  },
  render: (hug, item, page) => GiftWays({ page, item, hug }),
})

const live = fill(entryActs, {
  load: (_, page) => forMembers(page),
  render: (_, { entry, post }, page) => (entry.isReply ? null : <NewThanks page={page} postId={post.id} />),
})

const inMenu = (gift: Gift) =>
  fill(entryMore, {
    load: (_, page) => forMembers(page),
    render: (_, item: EntryItem, page) => MenuWay({ page, item, gift }),
  })

const onProfile = fill(profileActs, {
  load: (_, page) => forMembers(page),
  render(_, member, page) {
    const { t, viewer } = page
    if (member.id === viewer.memberId)
      return (
        <a class="act plain" href="/keepsakes">
          {t(w.keepsakes)}
        </a>
      )
    if (!thanksPolicy.giveToMember(viewer, member)) return null
    const { handle, name } = member
    return (
      <>
        <a class="act plain" href={`/thank?member=${handle}`}>
          {t(w.thankName, { name })}
        </a>
        <a class="act plain" href={`/thank?member=${handle}&gift=shout-out`}>
          {t(w.shoutOut)}
        </a>
      </>
    )
  },
})

const underProfile = fill(profileBelow, {
  async load(house, page, members): Promise<Map<string, Note[]> | undefined> {
    const [member] = members
    if (!member || !isMember(page.viewer)) return undefined
    return new Map([[member.id, await justGivenTo(house, page.viewer, member.id)]])
  },
  render: (notes, _, page) => JustGiven({ page, notes: notes ?? [] }),
})

const withRequests = fill(besideRequests, {
  async load(house, page): Promise<Map<string, boolean> | undefined> {
    const { viewer } = page
    return isMember(viewer) && (await anyWaiting(house, viewer)) ? new Map() : undefined
  },
  render: (_, __, page) => (
    <div class="row bare">
      <p class="main house">
        {page.t(w.waitingLine)}{' '}
        <a class="act plain" href="/keepsakes/waiting">
          {page.t(w.lookWhenYouLike)}
        </a>
      </p>
    </div>
  ),
})

/** The way to the wall of a space, where there is something on it. */
const underSpace = fill(underSpaceHead, {
  async load(house, page, [space]): Promise<Map<string, boolean> | undefined> {
    const { viewer } = page
    const whole = space && (await visibleSpace(house, viewer, space.slug))
    if (!whole || !hasWall(whole) || !(await hasWalls(house, viewer))) return undefined
    const { notes } = await readWall(house, viewer, { space: whole })
    return notes.length > 0 ? new Map([[space.slug, true]]) : undefined
  },
  render: (_, { slug }, page) => (
    <p class="acts">
      <a class="act" href={`/spaces/${slug}/wall`}>
        {page.t(w.wallLink)}
      </a>
    </p>
  ),
})

export const thanksFills = [
  underSpace,
  given,
  acts,
  live,
  inMenu('shout-out'),
  inMenu('next'),
  inMenu('readers'),
  onProfile,
  underProfile,
  withRequests,
]
