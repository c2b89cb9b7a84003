import {
  type AppContext,
  Head,
  isId,
  Layout,
  Note,
  type PageContext,
  Pager,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { MIRROR_PAGE } from '../mirror/pages-at.ts'
import { FEEDBACK_PAGE, forUsers } from './parts.tsx'
import { type AskView, readOwnFeedback } from './read-feedback.ts'
import { type Invitation, invitationsOf } from './store.ts'
import { feedbackWords as w } from './words.ts'

const told = { 'put-off': w.didPutOff, deleted: w.didDelete } as const
/** Open asks of others on the page: those that end soonest. */
const INVITATIONS = 20

function Invited({ page, invitation }: { page: PageContext; invitation: Invitation }) {
  const { id, about, until, asker } = invitation
  const at = `${FEEDBACK_PAGE}/asked/${id}`
  return (
    <li class="asked">
      <p dir="auto">{page.t(w.onAbout, { name: asker.name, about })}</p>
      <p class="hint">{page.t(w.untilDay, { day: page.time.date(lastDay(until)) })}</p>
      <form class="acts" method="post" action={`${at}/not-now`}>
        <a class="act" href={at}>
          {page.t(w.answer)}
        </a>
        <button class="act plain" type="submit">
          {page.t(w.notNow)}
        </button>
      </form>
    </li>
  )
}

/** The day that an ask ends with: its end is the first moment of the next. */
export const lastDay = (until: Date): Date => new Date(until.getTime() - 1)

function Asked({ page, ask }: { page: PageContext; ask: AskView }) {
  const day = page.time.date(lastDay(ask.until))
  return (
    <li class="asked">
      <p dir="auto">
        <a href={`${FEEDBACK_PAGE}/${ask.id}`}>{ask.about}</a>
      </p>
      <p class="hint">
        {ask.closed ? page.t(w.closed) : page.t(ask.open ? w.untilDay : w.wasUntil, { day })}
      </p>
    </li>
  )
}

/** GET /feedback: what others asked of me, and what I asked. Neither says who was silent. */
export async function showFeedback(c: AppContext): Promise<Response> {
  const viewer = forUsers(c)
  const { house } = c.var
  const before = c.req.query('before')
  const cursor = before && isId(before) ? before : undefined
  const [invitations, { asks, next }] = await Promise.all([
    cursor ? [] : invitationsOf(house, viewer, { limit: INVITATIONS }),
    readOwnFeedback(house, viewer, { before: cursor }),
  ])
  const page = pageContext(c)
  const { t } = page
  const did = c.req.query('did') ?? ''
  const news = Object.hasOwn(told, did) ? told[did as keyof typeof told] : undefined
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head>{t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          {news && (
            <p class="house" role="status">
              {t(news)}
            </p>
          )}
          <p class="lead">{t(w.lead)}</p>
          <p class="bar">
            <a class="b go" href={`${FEEDBACK_PAGE}/new`}>
              {t(w.ask)}
            </a>
          </p>
        </div>
      </div>
      {invitations.length > 0 && (
        <section class="row" aria-labelledby="asked-of-you">
          <div class="main">
            <h2 id="asked-of-you">{t(w.askedOfYou)}</h2>
            <ul class="askings">
              {invitations.map((invitation) => (
                <Invited page={page} invitation={invitation} />
              ))}
            </ul>
          </div>
          <Note>{t(w.askedLead)}</Note>
        </section>
      )}
      <section class="row" aria-labelledby="you-asked">
        <div class="main">
          <h2 id="you-asked">{t(w.youAsked)}</h2>
          {asks.length === 0 ? (
            <p>{t(w.nothingAsked)}</p>
          ) : (
            <ul class="askings">
              {asks.map((ask) => (
                <Asked page={page} ask={ask} />
              ))}
            </ul>
          )}
          <p class="acts">
            {asks.length > 0 && (
              <a class="act plain" href={`${FEEDBACK_PAGE}/export.json`}>
                {t(w.export)}
              </a>
            )}
            <a class="act plain" href={MIRROR_PAGE}>
              {t(w.mirrorWay)}
            </a>
          </p>
        </div>
      </section>
      <Pager page={page} older={next && `${FEEDBACK_PAGE}?before=${next}`} />
    </Layout>,
  )
}
