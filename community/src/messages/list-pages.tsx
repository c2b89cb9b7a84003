import {
  type AppContext,
  Head,
  isId,
  Layout,
  type PageContext,
  Pager,
  pageContext,
  show,
} from '../foundation/index.ts'
import { forUsers, OtherFace } from './parts.tsx'
import { type ConversationLine, type RequestLine, readList, readRequests } from './read-conversations.ts'
import { besideRequests } from './slots.ts'
import { messageWords as w } from './words.ts'

function ConversationRow({ page, line }: { page: PageContext; line: ConversationLine }) {
  const { other, excerpt } = line
  return (
    <article class="row">
      <OtherFace page={page} other={other} at={line.writtenAt} />
      <div class="main tight">
        {line.fresh && <p class="newly">{page.t(w.fresh)}</p>}
        <h2 class="title">
          <a href={`/messages/${line.id}`}>{other.name}</a>
        </h2>
        {line.waits ? (
          <p class="dim">{page.t(w.notAnswered)}</p>
        ) : line.hidden ? (
          <p class="dim">{page.t(w.hiddenHere)}</p>
        ) : (
          <p lang={line.language} dir="auto">
            {line.mine ? page.t(w.youWrote, { excerpt }) : excerpt}
          </p>
        )}
      </div>
    </article>
  )
}

/** How many wait, where some do: a quiet line, with no mark that asks for anything. */
function Waiting({ page, count }: { page: PageContext; count: number }) {
  if (count === 0) return null
  return (
    <div class="row bare">
      <p class="main house">
        {page.t(w.waiting, { count })}{' '}
        <a class="act plain" href="/messages/requests">
          {page.t(w.look)}
        </a>
      </p>
    </div>
  )
}

/** Conversations of a member, latest first. */
export async function showMessages(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const asked = c.req.query('before')
    const before = asked && isId(asked) ? asked : undefined
    const { house } = c.var
    const page = pageContext(c)
    const own = { id: viewer.memberId }
    const [{ lines, next }, requests, beside] = await Promise.all([
      readList(house, viewer, { before }),
      readRequests(house, viewer),
      before ? undefined : house.slots.load(besideRequests, house, page, [own]),
    ])
    const waiting = requests.filter((one) => !one.rests).length
    const withdrawn = c.req.query('did') === 'withdrawn'
    return show(
      c,
      <Layout page={page} title={page.t(w.title)} scripts={['live']} unlisted>
        <Head side={<a href="/settings/messages">{page.t(w.quiet)}</a>}>{page.t(w.title)}</Head>
        {withdrawn && (
          <div class="row bare">
            <p class="main house" role="status">
              {page.t(w.withdrawn)}
            </p>
          </div>
        )}
        {!before && <Waiting page={page} count={waiting} />}
        {beside?.(own.id, own)}
        {lines.map((line) => (
          <ConversationRow page={page} line={line} />
        ))}
        {lines.length === 0 && !before && (
          <div class="row">
            <div class="main">
              <p class="lead">{page.t(w.empty)}</p>
              <p>{page.t(w.emptyFind)}</p>
            </div>
          </div>
        )}
        <Pager page={page} older={next && `/messages?before=${next}`} />
        <div class="row">
          <p class="main bar">
            <a class="b" href="/members">
              {page.t(w.writeToSomebody)}
            </a>
            {requests.length > waiting && (
              <a class="act plain" href="/messages/requests#resting">
                {page.t(w.resting)}
              </a>
            )}
          </p>
        </div>
      </Layout>,
    )
  })
}

function RequestRow({ page, request }: { page: PageContext; request: RequestLine }) {
  return (
    <article class="row">
      <OtherFace page={page} other={request.other} at={request.askedAt} />
      <div class="main tight">
        <h3 class="title">
          <a href={`/messages/${request.id}`}>{request.other.name}</a>
        </h3>
        {request.hidden ? (
          <p class="dim">{page.t(w.hiddenHere)}</p>
        ) : (
          <p dir="auto">{page.t(w.reason, { reason: request.reason })}</p>
        )}
      </div>
    </article>
  )
}

/** Who would like to write, and who was put off: with their reasons, and nothing to answer to. */
export async function showRequests(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const { house } = c.var
    const requests = await readRequests(house, viewer)
    const [waiting, resting] = [requests.filter((one) => !one.rests), requests.filter((one) => one.rests)]
    const page = pageContext(c)
    const beside = await house.slots.load(besideRequests, house, page, [{ id: viewer.memberId }])
    const putOff = c.req.query('did') === 'put-off' && c.req.query('who')
    return show(
      c,
      <Layout page={page} title={page.t(w.requests)} unlisted>
        <Head side={<a href="/messages">{page.t(w.title)}</a>}>{page.t(w.requests)}</Head>
        {putOff && resting.some(({ other }) => other.handle === putOff) && (
          <div class="row bare">
            <p class="main house" role="status">
              {page.t(w.putOff, { name: resting.find(({ other }) => other.handle === putOff)!.other.name })}
            </p>
          </div>
        )}
        <div class="row bare">
          <p class="main lead">{page.t(waiting.length > 0 ? w.requestsLead : w.noRequests)}</p>
        </div>
        {beside(viewer.memberId, { id: viewer.memberId })}
        <h2 class="vh">{page.t(w.requests)}</h2>
        {waiting.map((request) => (
          <RequestRow page={page} request={request} />
        ))}
        {resting.length > 0 && (
          <>
            <section class="row" id="resting">
              <div class="main tight">
                <h2>{page.t(w.resting)}</h2>
                <p class="hint">{page.t(w.restingLead)}</p>
              </div>
            </section>
            {resting.map((request) => (
              <RequestRow page={page} request={request} />
            ))}
          </>
        )}
      </Layout>,
    )
  })
}
