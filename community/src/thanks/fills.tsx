import { hiddenWords } from '../bounds/index.ts'
import {
  type EntryItem,
  entryActs,
  entryGiven,
  entryMore,
  placeWays,
  underSpaceHead,
} from '../conversation/index.ts'
import { type Filled, fill, type House, isMember, type PageContext } from '../foundation/index.ts'
import { profileActs, profileBelow, rememberedIn } from '../members/index.ts'
import { besideRequests } from '../messages/index.ts'
import { choicesOf } from './choices-store.ts'
import { hasKudos } from './kudos/open-here.ts'
import { kudosWords } from './kudos/words.ts'
import { GiftWays, Given, JustGiven, MenuWay, NewThanks } from './parts.tsx'
import { thanksPolicy } from './policy.ts'
import { anyWaiting } from './read-keepsakes.ts'
import { justGivenTo, type Note, notesUnder } from './read-notes.ts'
import type { Gift, HugForm } from './rules.ts'
import { hasWall, hasWalls } from './walls.ts'
import { thanksWords as w } from './words.ts'

const forMembers = async (page: PageContext) =>
  isMember(page.viewer) && !page.viewer.waiting ? new Map<string, never>() : undefined

/** Notes under one entry, with why those of the viewer's own that are hidden are so. */
interface Under {
  notes: Note[]
  notices: Filled<{ id: string }> | undefined
}

const given = fill(entryGiven, {
  async load(house, page, [thread]): Promise<Map<string, Under> | undefined> {
    if (!thread) return undefined
    const under = await notesUnder(house, page, thread.postId)
    const hidden = [...under.values()].flat().filter((note) => note.isMine && note.hidden)
    const notices = hidden.length > 0 ? await house.slots.load(hiddenWords, house, page, hidden) : undefined
    return new Map([...under].map(([id, notes]) => [id, { notes, notices }]))
  },
  render: (under, _, page) => Given({ page, notes: under?.notes, notices: under?.notices }),
})

interface Ways {
  hug?: HugForm
  remembered: ReadonlySet<string>
}

const acts = fill(entryActs, {
  async load(house, page, items): Promise<Map<string, Ways> | undefined> {
    if (!(await forMembers(page))) return undefined
    const { communityId } = page.viewer
    const remembered = await rememberedIn(house, communityId)
    const ways = new Map<string, Ways>(items.map(({ entry }) => [entry.id, { remembered }]))
    const post = items.find(({ entry }) => !entry.isReply)?.post
    // Only there it makes a difference what a hug is for somebody.
    if (post?.need !== 'listening' || !post.author) return ways
    const choices = await choicesOf(house.db, communityId, [post.author.id])
    return ways.set(post.id, { hug: choices.get(post.author.id)!.hug, remembered })
  },
  render: (ways, item, page) =>
    GiftWays({ page, item, hug: ways?.hug, remembered: ways?.remembered ?? new Set() }),
})

const live = fill(entryActs, {
  load: (_, page) => forMembers(page),
  render: (_, { entry, post }, page) => (entry.isReply ? null : <NewThanks page={page} postId={post.id} />),
})

const inMenu = (gift: Gift) =>
  fill(entryMore, {
    async load(house, page, items): Promise<Map<string, ReadonlySet<string>> | undefined> {
      if (!(await forMembers(page))) return undefined
      const remembered = await rememberedIn(house, page.viewer.communityId)
      return new Map(items.map(({ entry }) => [entry.id, remembered]))
    },
    render: (remembered, item: EntryItem, page) =>
      MenuWay({ page, item, gift, remembered: remembered ?? new Set() }),
  })

const onProfile = fill(profileActs, {
  async load(house, page, [member]): Promise<Map<string, boolean> | undefined> {
    if (!member || !(await forMembers(page))) return undefined
    return new Map([[member.id, await hasWalls(house, page.viewer)]])
  },
  render(walls, member, page) {
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
        {walls && (
          <a class="act plain" href={`/thank?member=${handle}&gift=shout-out`}>
            {t(w.shoutOut)}
          </a>
        )}
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

const withWalls = async (house: House, page: PageContext) =>
  (await hasWalls(house, page.viewer)) ? new Map<string, never>() : undefined

/** Which pages of thanks a space has. */
interface ThanksPages {
  wall: boolean
  kudos: boolean
}

/** The ways to the wall of a space and to its kudos. Whether something is on it is asked there: a feed is read far more often. */
const underSpace = fill(underSpaceHead, {
  async load(house, page, [space]): Promise<Map<string, ThanksPages> | undefined> {
    if (!space || !hasWall(space)) return undefined
    const [wall, kudos] = await Promise.all([
      hasWalls(house, page.viewer),
      hasKudos(house, page.viewer, space),
    ])
    return wall || kudos ? new Map([[space.slug, { wall, kudos }]]) : undefined
  },
  render: (pages, { slug }, page) => (
    <p class="acts">
      {pages?.wall && (
        <a class="act plain" href={`/spaces/${slug}/wall`}>
          {page.t(w.wallLink)}
        </a>
      )}
      {pages?.kudos && (
        <a class="act plain" href={`/spaces/${slug}/kudos`}>
          {page.t(kudosWords.title)}
        </a>
      )}
    </p>
  ),
})

/** The way to the wall of the whole place. */
const ofPlace = fill(placeWays, {
  load: withWalls,
  render: (_, __, page) => (
    <a class="act plain" href="/wall">
      {page.t(w.wallLink)}
    </a>
  ),
})

export const thanksFills = [
  ofPlace,
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
