import {
  besidePost,
  type EntryItem,
  entryActs,
  MORE_FORM,
  type PostView,
  underSpaceHead,
} from '../../conversation/index.ts'
import { fill, isMember, type PageContext } from '../../foundation/index.ts'
import { hasReadAll, type OccasionRow, occasionBeside } from './occasion-store.ts'
import { type GatheredEntry, gatheredOf, ritualsInSpaces } from './read-rituals.ts'
import type { Turn } from './rules.ts'
import { agreedOf, type RitualRow, ritualById } from './store.ts'
import { roundAt } from './take-turn.ts'
import { ritualWords as w } from './words.ts'

/** An entry whose author agreed, as a link to where it stands. */
function Entry({ entry }: { entry: GatheredEntry }) {
  const { postId, replyId, excerpt, language } = entry
  return (
    <a href={`/posts/${postId}?reply=${replyId}#r-${replyId}`} lang={language} dir="auto">
      {excerpt}
    </a>
  )
}

/** At most three entries, with who wrote them; nothing says how many there were. */
export function GatheredList({ entries }: { entries: readonly GatheredEntry[] }) {
  if (entries.length === 0) return null
  return (
    <ul class="gathered">
      {entries.map((entry) => (
        <li>
          <Entry entry={entry} />
          <span class="block hint" dir="auto">
            {entry.name}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface Beside {
  ritual: RitualRow
  occasion: OccasionRow
  entries: GatheredEntry[]
  turns: Map<string, Turn> | undefined
  hasRead: boolean
}

async function loadBeside(page: PageContext, post: PostView): Promise<Map<string, Beside> | undefined> {
  const { house, viewer } = page
  const occasion = await occasionBeside(house, viewer.communityId, post.id)
  if (!occasion) return undefined
  const [ritual, gathered, round] = await Promise.all([
    ritualById(house.db, viewer.communityId, occasion.ritual_id),
    occasion.state === 'gathered' ? gatheredOf(house, viewer, [post.id]) : undefined,
    roundAt(house.db, occasion, page.time.now),
  ])
  if (!ritual) return undefined
  const asksReading = round !== undefined && viewer.memberId !== null
  const hasRead =
    asksReading && (await hasReadAll(house.db, viewer.communityId, occasion.id, viewer.memberId!))
  const entries = gathered?.get(post.id) ?? []
  return new Map([[post.id, { ritual, occasion, entries, turns: round?.turns, hasRead }]])
}

function Press({ page, post, act }: { page: PageContext; post: PostView; act: 'pass' | 'read' }) {
  return (
    <button class="b" type="submit" form={MORE_FORM} formaction={`/rituals/threads/${post.id}/${act}`}>
      {page.t(act === 'pass' ? w.pass : w.haveRead)}
    </button>
  )
}

/** Whose time it is in a round, as far as it concerns who reads: nobody is named who has not spoken. */
function RoundLine({ page, post, beside }: { page: PageContext; post: PostView; beside: Beside }) {
  const { turns, hasRead } = beside
  if (!turns) return null
  const { viewer, t } = page
  const isGoing = [...turns.values()].includes('waiting')
  const isMine = isMember(viewer) && turns.get(viewer.memberId) === 'waiting'
  if (isGoing)
    return (
      <>
        <span class="block">{t(isMine ? w.yourTurn : w.roundGoing)}</span>
        {isMine && <Press page={page} post={post} act="pass" />}
      </>
    )
  if (!isMember(viewer) || viewer.waiting) return null
  return (
    <>
      <span class="block">{t(hasRead ? w.discussing : w.allHeard)}</span>
      {!hasRead && <Press page={page} post={post} act="read" />}
    </>
  )
}

/** The host wrote the first entry: thanks for it are thanks for hosting. */
function ThankHost({ page, post }: { page: PageContext; post: PostView }) {
  const { viewer, t } = page
  if (!isMember(viewer) || viewer.waiting || post.mine || !post.author) return null
  return (
    <span class="block">
      <a href={`/thank?post=${post.id}`}>{t(w.thankHost, { name: post.author.name })}</a>
    </span>
  )
}

/** Within the one paragraph of what the house says beside a post. */
function BesideThread({ page, post, beside }: { page: PageContext; post: PostView; beside: Beside }) {
  const { ritual, occasion, entries } = beside
  const { t } = page
  return (
    <>
      <span class="block">
        {t.rich(
          w.partOf,
          { link: (text) => <a href={`/rituals/${ritual.id}`}>{text}</a> },
          { name: ritual.name, asks: ritual.asks },
        )}
      </span>
      <span class="block">
        {occasion.state === 'open'
          ? t(w.untilThen, { when: page.time.within.moment(occasion.closes_at!) })
          : t(w.closed)}
      </span>
      <RoundLine page={page} post={post} beside={beside} />
      {occasion.state !== 'open' && <ThankHost page={page} post={post} />}
      {entries.length > 0 && <span class="block">{t(w.gatheredHere)}</span>}
      {entries.map((entry) => (
        <span class="block">
          <Entry entry={entry} /> <bdi>{entry.name}</bdi>
        </span>
      ))}
    </>
  )
}

const beside = fill(besidePost, {
  load: async (_, page, [post]) => post && loadBeside(page, post),
  render: (loaded, post, page) => loaded && <BesideThread page={page} post={post} beside={loaded} />,
})

/** Under one's own entry: whether it may be shown when it is gathered. */
const agreeing = fill(entryActs, {
  async load(house, page, items): Promise<Map<string, boolean> | undefined> {
    const { viewer } = page
    const post = items[0]?.post
    if (!post || !isMember(viewer)) return undefined
    const own = items.filter(({ entry }) => entry.isReply && entry.mine && !entry.deleted)
    if (own.length === 0 || !(await occasionBeside(house, viewer.communityId, post.id))) return undefined
    const agreed = await agreedOf(house.db, viewer.communityId, post.id, viewer.memberId)
    return new Map(own.map(({ entry }) => [entry.id, agreed.has(entry.id)]))
  },
  render: (agreed, { entry }: EntryItem, page) =>
    agreed !== undefined && (
      <button
        class="act plain"
        type="submit"
        form={MORE_FORM}
        formaction={`/rituals/entries/${entry.id}/${agreed ? 'withhold' : 'show'}`}
      >
        {page.t(agreed ? w.disagree : w.agree)}
      </button>
    ),
})

interface SpaceLine {
  href: string
  name: string
  says: string
}

/** In its space: what is on, or what comes next. */
const inSpace = fill(underSpaceHead, {
  async load(house, page, spaces): Promise<Map<string, SpaceLine>> {
    const { t, time } = page
    const slugs = new Map(spaces.map(({ id, slug }) => [id, slug]))
    const found = await ritualsInSpaces(house, page.viewer, [...slugs.keys()])
    return new Map(
      found.map(({ spaceId, ritualId, name, open, comesAt }) => [
        slugs.get(spaceId)!,
        open
          ? {
              href: `/posts/${open.postId}`,
              name,
              says: t(w.isOpenUntil, { when: time.within.moment(open.closesAt) }),
            }
          : { href: `/rituals/${ritualId}`, name, says: t(w.comesOn, { when: time.within.moment(comesAt) }) },
      ]),
    )
  },
  render: (line, _, page) =>
    line && (
      <p class="house">
        <a href={line.href}>{line.name}</a> {line.says} <a href="/rituals">{page.t(w.allRituals)}</a>
      </p>
    ),
})

export const ritualFills = [beside, agreeing, inSpace]
