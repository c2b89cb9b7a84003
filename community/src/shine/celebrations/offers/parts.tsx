import { z } from 'zod'
import { placeBand, replyPlace } from '../../../conversation/index.ts'
import {
  type AppContext,
  fill,
  isMember,
  notFound,
  type PageContext,
  permitted,
  readForm,
} from '../../../foundation/index.ts'
import { celebrationPolicy } from '../policy.ts'
import { celebrationWords as w } from '../words.ts'
import { declineOffer } from './answer-offer.ts'
import { type Offer, readOffer } from './read-offer.ts'

function Asks({ page, offer }: { page: PageContext; offer: Offer }) {
  const { t } = page
  if ('years' in offer)
    return <>{t(offer.isToday ? w.offerYears : w.offerYearsLately, { count: offer.years })}</>
  const { postId, replyId, title } = offer.help
  return (
    <>
      {t.rich(w.offerFirst, { link: (text) => <a href={replyPlace(postId, replyId)}>{text}</a> }, { title })}
    </>
  )
}

function OfferBand({ page, offer }: { page: PageContext; offer: Offer }) {
  const { t } = page
  return (
    <section class="row" aria-label={t(w.offerLabel)}>
      <p class="side">{t(w.offerLabel)}</p>
      <div class="main">
        <p>
          <Asks page={page} offer={offer} />
        </p>
        <form class="acts" method="post" action="/celebrations/offer">
          <input type="hidden" name="offer" value={offer.name} />
          <a class="act plain" href={`/celebrations/new?offer=${offer.name}`}>
            {t(w.offerTell)}
          </a>
          <button class="act plain" name="says" value="keep" type="submit">
            {t(w.offerKeep)}
          </button>
          <button class="act plain" name="says" value="never" type="submit">
            {t(w.offerNever)}
          </button>
        </form>
      </div>
    </section>
  )
}

/** On a member's own front page and above the spaces: seen by them alone. */
export const offerBand = fill(placeBand, {
  async load(house, page): Promise<Map<string, Offer> | undefined> {
    const { viewer } = page
    if (!isMember(viewer) || !celebrationPolicy.read(viewer)) return undefined
    const offer = await readOffer(house, viewer)
    return offer && new Map([[viewer.communityId, offer]])
  },
  render: (offer, _, page) => (offer ? <OfferBand page={page} offer={offer} /> : null),
})

const form = z.object({ offer: z.string(), says: z.enum(['keep', 'never']) })

/** POST /celebrations/offer: kept to oneself, this one or all. */
export async function takeOffer(c: AppContext): Promise<Response> {
  const viewer = permitted(c, celebrationPolicy.read)
  const result = await readForm(c, form)
  if (!result.ok) throw notFound()
  await declineOffer(c.var.house, viewer, result.value.offer, result.value.says)
  return c.redirect('/', 303)
}
