import { askAttention, standBeside } from '../attention/index.ts'
import { type AnswerItem, aboveAnswer, authorName, type EntryView, MORE_FORM } from '../conversation/index.ts'
import { fill, type House, isMember, type MemberViewer, type PageContext } from '../foundation/index.ts'
import { invitationIn } from './hear/invite.ts'
import { hearingPolicy } from './hear/policy.ts'
import { listenKind } from './kind.ts'
import { type Exchange, exchangeIn } from './side/exchange.ts'
import { listenWords as w } from './words.ts'

/** One of the two, never both: what stands above the box of an answer. */
type Offer = { kind: 'hear'; entry: EntryView } | { kind: 'side'; with: Exchange }

/** How often two have answered each other before the side of the other is offered: less where a thread heats up. */
const BACK_AND_FORTH = { calm: 2, heating: 1 }

/** The words to listen to: what is answered, or else what somebody else wrote last. Never those of somebody one muted. */
function toListenTo(page: PageContext, { post, replies, to }: AnswerItem): EntryView | undefined {
  const maySay = (entry: EntryView) => !entry.muted && hearingPolicy.say(page.viewer, { post, entry })
  const answered = replies.find(({ id }) => id === to)
  if (answered && maySay(answered)) return answered
  return replies.findLast(maySay) ?? (maySay(post) ? post : undefined)
}

/**
 * Offered whatever the other may have set between the two, or its absence would tell. The page shows nothing then.
 */
async function sideOffer(
  house: House,
  viewer: MemberViewer,
  { post, replies, heating }: AnswerItem,
): Promise<Offer | undefined> {
  const turns = [{ ...post, parentId: null }, ...replies]
  const exchange = exchangeIn(turns, heating ? BACK_AND_FORTH.heating : BACK_AND_FORTH.calm)
  if (!exchange) return undefined
  const asked = await askAttention(house, viewer, listenKind)
  return asked === 'quiet' || asked === 'off' ? undefined : { kind: 'side', with: exchange }
}

async function offerFor(
  house: House,
  page: PageContext,
  viewer: MemberViewer,
  item: AnswerItem,
): Promise<Offer | undefined> {
  const { heating, spoken } = item
  const entry = heating && !spoken ? toListenTo(page, item) : undefined
  if (entry && (await standBeside(house, viewer, invitationIn(item.post.id)))) return { kind: 'hear', entry }
  return sideOffer(house, viewer, item)
}

/**
 * The invitation to say what one hears: one sentence, the way, and a way to be rid of it. It stands inside the form of the
 * answer, so its button belongs to another.
 */
export function HearInvitation({
  page,
  postId,
  entry,
}: {
  page: PageContext
  postId: string
  entry: EntryView
}) {
  const name = authorName(page, entry.author)
  return (
    <div class="house invited">
      <p>{page.t(w.invitation, { name })}</p>
      <div class="acts">
        <a class="act plain" href={`/listen/hear?entry=${entry.id}`}>
          {page.t(w.hearMore)}
        </a>
        <button
          class="act plain"
          type="submit"
          form={MORE_FORM}
          formaction={`/listen/threads/${postId}/not-now`}
        >
          {page.t(w.notNow)}
        </button>
      </div>
    </div>
  )
}

function SideOffer({ page, exchange }: { page: PageContext; exchange: Exchange }) {
  return (
    <p class="invited">
      <a class="act plain" href={`/listen/side?entry=${exchange.entryId}`}>
        {page.t(w.seeSide, { name: exchange.name })}
      </a>
    </p>
  )
}

export const listenAboveAnswer = fill(aboveAnswer, {
  async load(house, page, [item]): Promise<Map<string, Offer> | undefined> {
    if (!item || !isMember(page.viewer)) return undefined
    const offer = await offerFor(house, page, page.viewer, item)
    return offer && new Map([[item.post.id, offer]])
  },
  render(offer, { post }, page) {
    if (!offer) return null
    return offer.kind === 'hear' ? (
      <HearInvitation page={page} postId={post.id} entry={offer.entry} />
    ) : (
      <SideOffer page={page} exchange={offer.with} />
    )
  },
})
