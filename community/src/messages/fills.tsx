import { html } from '#jsx/jsx-runtime'
import {
  type EntryItem,
  entryActs,
  entryGiven,
  entryMore,
  entryPolicy,
  factsOfEntry,
} from '../conversation/index.ts'
import { fill, isMember, type PageContext } from '../foundation/index.ts'
import { profileActs } from '../members/index.ts'
import { messagePolicy } from './policy.ts'
import { type Opening, openingsUnder } from './read-openings.ts'
import { type Receiver, receiversOf } from './read-receiver.ts'
import { openingEnds } from './rules.ts'
import { messageWords as w } from './words.ts'

const ifMayUse = async (page: PageContext) =>
  messagePolicy.use(page.viewer) ? new Map<string, never>() : undefined

/** Words that somebody else wrote and that everybody sees: what may be answered in private. */
function mayTurnTo(page: PageContext, { entry, post }: EntryItem): boolean {
  return entryPolicy.thank(page.viewer, factsOfEntry(post, entry))
}

const Here = ({ page, entryId }: { page: PageContext; entryId: string }) =>
  html`<a class="act plain" href="/here?entry=${entryId}">${page.t(w.here)}</a>`

/** In the row of actions where somebody asked for nothing but an ear. */
const hereActs = fill(entryActs, {
  load: (_house, page) => ifMayUse(page),
  render: (_, item, page) =>
    !item.entry.isReply && item.post.need === 'listening' && mayTurnTo(page, item) ? (
      <Here page={page} entryId={item.entry.id} />
    ) : null,
})

/** In the menu of everything else. */
const hereMore = fill(entryMore, {
  load: (_house, page) => ifMayUse(page),
  render: (_, item, page) =>
    mayTurnTo(page, item) && (item.entry.isReply || item.post.need !== 'listening') ? (
      <Here page={page} entryId={item.entry.id} />
    ) : null,
})

const writeMore = fill(entryMore, {
  load: (_house, page) => ifMayUse(page),
  render(_, item, page) {
    const { author, id } = item.entry
    if (!author || !mayTurnTo(page, item)) return null
    return html`<a class="act plain" href="/messages/new?to=${author.handle}&beside=${id}">${page.t(w.writeTo, { name: author.name })}</a>`
  },
})

function Line({ page, opening }: { page: PageContext; opening: Opening }) {
  const { id, entryId, name, createdAt } = opening
  if (opening.mine)
    return (
      <li>
        <p class="house">{page.t(w.hereMine, { day: page.time.date(openingEnds(createdAt)) })}</p>
        <form class="acts" method="post" action="/here/take-back">
          <button class="act plain" name="entry" value={entryId} type="submit">
            {page.t(w.takeBack)}
          </button>
        </form>
      </li>
    )
  return (
    <li>
      <p class="house">{page.t(w.hereFor, { name })}</p>
      <form class="acts" method="post" action={`/here/${id}/put-away`}>
        <a class="act plain" href={`/messages/new?opening=${id}`}>
          {page.t(w.writeTo, { name })}
        </a>
        <button class="act plain" type="submit">
          {page.t(w.putAway)}
        </button>
      </form>
    </li>
  )
}

/** Under words that somebody left it under: for their author, and for who left it. */
const given = fill(entryGiven, {
  async load(house, page, [thread]): Promise<Map<string, Opening[]> | undefined> {
    const { viewer } = page
    if (!thread || !isMember(viewer) || !messagePolicy.use(viewer)) return undefined
    return openingsUnder(house, viewer, [thread.postId])
  },
  render: (openings, _, page) =>
    openings ? (
      <ul class="openings">
        {openings.map((opening) => (
          <Line page={page} opening={opening} />
        ))}
      </ul>
    ) : null,
})

/** On a profile, where its member takes messages. */
const onProfile = fill(profileActs, {
  async load(house, page, members): Promise<Map<string, Receiver> | undefined> {
    const { viewer } = page
    if (!messagePolicy.use(viewer)) return undefined
    return receiversOf(
      house.db,
      viewer.communityId,
      members.map(({ id }) => id),
    )
  },
  render: (receiver, member, page) =>
    receiver && messagePolicy.ask(page.viewer, receiver) ? (
      <a class="act plain" href={`/messages/new?to=${member.handle}`}>
        {page.t(w.writeTo, { name: member.name })}
      </a>
    ) : null,
})

export const messageFills = [given, hereActs, hereMore, writeMore, onProfile]
