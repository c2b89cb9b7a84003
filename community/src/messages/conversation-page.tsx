import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { BlockLink, hiddenWords, MuteAction, ReportMore } from '../bounds/index.ts'
import { backFromPause, pauseFirst } from '../composer/index.ts'
import {
  type AppContext,
  afterAnswer,
  ErrorSummary,
  type FieldErrors,
  type Filled as FilledSlot,
  fieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  LiveLine,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../foundation/index.ts'
import { Face } from '../members/index.ts'
import { seeNoticesAbout } from '../notices/index.ts'
import { answer } from './answer.ts'
import { AboutLine, forUsers, MessageForm, MessageWords } from './parts.tsx'
import {
  type ConversationView,
  lastWordsOf,
  type MessagesPage,
  type MessageView,
  readConversation,
  readMessages,
} from './read-conversation.ts'
import { MESSAGE } from './reportable.ts'
import { markRead } from './sides-store.ts'
import { messageWords as w } from './words.ts'

const told = {
  answered: w.sent,
  'taken-back': w.takenBack,
  accepted: w.accepted,
} as const

function Message({
  page,
  conversation,
  message,
  previous,
  notice,
}: {
  page: PageContext
  conversation: ConversationView
  message: MessageView
  /** Why it is hidden, for who wrote it. */
  notice: Child
  previous: Date | undefined
}) {
  const { other } = conversation
  const name = message.mine ? page.t(w.you) : other.name
  const time = previous ? page.time.after(message.createdAt, previous) : page.time.moment(message.createdAt)
  const label = page.t(w.messageBy, {
    name,
    time: page.time.within.moment(message.createdAt),
  })
  const { viewer } = page
  const face = message.mine
    ? { id: viewer.memberId!, name: viewer.name, pictureId: conversation.ownPictureId }
    : other
  return (
    <article class="row reply" id={`r-${message.id}`} aria-label={label} data-name={other.name}>
      <header class="side who">
        <Face {...face} />
        <p>
          <b>{name}</b> <time datetime={message.createdAt.toISOString()}>{time}</time>
        </p>
      </header>
      <div class="main">
        {message.isNew && <p class="newly">{page.t(w.fresh)}</p>}
        {message.about && <AboutLine page={page} about={message.about} />}
        {message.reason && (
          <p class="lede" dir="auto">
            {page.t(w.reason, { reason: message.reason })}
          </p>
        )}
        {message.hidden && !message.mine ? (
          <p class="dim">{page.t(w.hiddenHere)}</p>
        ) : (
          <MessageWords page={page} message={message} />
        )}
        {notice}
        {message.mayReport && <ReportMore page={page} kind={MESSAGE} id={message.id} />}
        {message.mayTakeBack && conversation.state === 'open' && (
          <form class="acts" method="post" action={`/messages/${conversation.id}/${message.id}/take-back`}>
            <button class="act plain" type="submit">
              {page.t(w.takeBack)}
            </button>
          </form>
        )}
      </div>
    </article>
  )
}

/** Says yes or "not now": two ways of equal weight, and what either of them tells the other, which is nothing. */
function Asked({ page, conversation }: { page: PageContext; conversation: ConversationView }) {
  const { name } = conversation.other
  const at = `/messages/${conversation.id}`
  return (
    <section class="row" aria-label={page.t(w.wouldLike, { name })}>
      <div class="main">
        <p class="house">{page.t(conversation.rests ? w.rested : w.choiceStays, { name })}</p>
        <form method="post" action={`${at}/accept`}>
          <div class="pair">
            <button class="b" type="submit">
              {page.t(w.accept, { name })}
            </button>
            {!conversation.rests && (
              <button class="b" type="submit" formaction={`${at}/not-now`}>
                {page.t(w.notNow)}
              </button>
            )}
          </div>
        </form>
      </div>
    </section>
  )
}

function Waits({ page, conversation }: { page: PageContext; conversation: ConversationView }) {
  return (
    <section class="row" id="answer">
      <div class="main">
        <p class="house">{page.t(w.notAnswered)}</p>
        <p>{page.t(w.nextWaits)}</p>
        <form method="post" action={`/messages/${conversation.id}/take-back`}>
          <button class="b" type="submit">
            {page.t(w.withdraw)}
          </button>
        </form>
      </div>
    </section>
  )
}

function Former({ page, other }: { page: PageContext; other: { name: string } }) {
  return (
    <div class="row" id="answer">
      <p class="main house">{page.t(w.formerMember, { name: other.name })}</p>
    </div>
  )
}

/** What was typed where it can no longer be sent: to be read, and taken elsewhere. */
function NotSent({ page, body }: { page: PageContext; body: string | undefined }) {
  if (!body?.trim()) return null
  return (
    <div class="row">
      <div class="main set">
        <label for="f-body">{page.t(w.notSent)}</label>
        <textarea id="f-body" rows={5} readonly>{`\n${body}`}</textarea>
      </div>
    </div>
  )
}

function Answer({
  page,
  conversation,
  filled,
}: {
  page: PageContext
  conversation: ConversationView
  filled: Filled
}) {
  const { other, may } = conversation
  if (!may.write)
    return (
      <>
        {may.withdraw ? (
          <Waits page={page} conversation={conversation} />
        ) : (
          <Former page={page} other={other} />
        )}
        <NotSent page={page} body={filled.typed?.body} />
      </>
    )
  return (
    <section class="row" id="answer">
      <p class="side">{page.t(w.onlyTwo)}</p>
      <MessageForm
        page={page}
        action={`/messages/${conversation.id}`}
        fields={['body']}
        person={other.name}
        typed={filled.typed ?? {}}
        errors={filled.errors}
        name={`message-${other.id}`}
        href={`/messages/${conversation.id}#answer`}
        hidden={{ to: conversation.theirsId ?? '' }}
      />
    </section>
  )
}

/** The ways to have less of it, for oneself alone. */
function Distance({ page, conversation }: { page: PageContext; conversation: ConversationView }) {
  const { other, muted } = conversation
  if (!other.here) return null
  const target = { handle: other.handle, name: other.name, muted, back: `/messages/${conversation.id}` }
  return (
    <details class="more-acts">
      <summary>{page.t(w.more)}</summary>
      <ul>
        <li>
          <MuteAction page={page} target={target} />
        </li>
        <li>
          <BlockLink page={page} target={target} />
        </li>
      </ul>
      <p class="hint">{page.t(w.keepDistance)}</p>
    </details>
  )
}

interface Filled {
  typed?: Typed
  errors?: FieldErrors
  status?: 422 | 403 | 429
}

function Messages({
  page,
  found,
  notices,
}: {
  page: PageContext
  found: MessagesPage
  notices: FilledSlot<{ id: string }> | undefined
}) {
  const { conversation, messages, earlier, later } = found
  const at = `/messages/${conversation.id}`
  return (
    <>
      {earlier && (
        <div class="row jump">
          <p class="main">
            <a class="act plain" rel="prev" href={`${at}?before=${earlier}`}>
              {page.t(w.earlier)}
            </a>
          </p>
        </div>
      )}
      {messages.map((message, index) => (
        <Message
          page={page}
          conversation={conversation}
          message={message}
          previous={messages[index - 1]?.createdAt}
          notice={notices?.(message.id, message)}
        />
      ))}
      {later && (
        <div class="row">
          <p class="main bar">
            <a class="b" rel="next" href={`${at}?after=${later}`}>
              {page.t(w.later)}
            </a>
          </p>
        </div>
      )}
    </>
  )
}

/** Whoever looks has read; the mark beside notices has done its work. */
function rememberReading(page: PageContext, viewer: MemberViewer, { id, lastId }: ConversationView): void {
  const { house } = page
  const side = { communityId: viewer.communityId, memberId: viewer.memberId, conversationId: id }
  afterAnswer(house, 'messages-read', async () => {
    await markRead(house.db, side, lastId)
    await seeNoticesAbout(house, viewer, id)
  })
}

const idIn = (text: string | undefined) => (text && isId(text) ? text : undefined)

/** A conversation: what was said, newest at the end, and the place to answer. */
export async function showConversation(c: AppContext, id: string, filled: Filled = {}): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const { house } = c.var
    const { before, after, did } = c.req.query()
    const found = isId(id)
      ? await readMessages(house, viewer, id, { before: idIn(before), after: idIn(after) })
      : undefined
    if (!found) throw notFound()
    const { conversation, later } = found
    const page = pageContext(c)
    const ownHidden = found.messages.filter(({ mine, hidden }) => mine && hidden)
    const notices =
      ownHidden.length > 0 ? await house.slots.load(hiddenWords, house, page, ownHidden) : undefined
    const { name, handle, here } = conversation.other
    const news = did && Object.hasOwn(told, did) ? told[did as keyof typeof told] : undefined
    if (!later && !filled.errors) rememberReading(page, viewer, conversation)
    return show(
      c,
      <Layout page={page} title={`${name} · ${page.t(w.title)}`} scripts={['composer', 'live']} unlisted>
        <Head side={<a href="/messages">{page.t(w.title)}</a>}>
          {here ? (
            <a class="quiet" href={`/members/${handle}`}>
              {name}
            </a>
          ) : (
            name
          )}
        </Head>
        {news && (
          <div class="row bare">
            <p class="main house" role="status">
              {page.t(news, { name })}
            </p>
          </div>
        )}
        {conversation.may.answer && (
          <div class="row bare">
            <p class="main lead">{page.t(w.wouldLike, { name })}</p>
          </div>
        )}
        <ErrorSummary page={page} errors={filled.errors} />
        <h2 class="vh">{page.t(w.title)}</h2>
        <Messages page={page} found={found} notices={notices} />
        {!later && <LiveLine page={page} topic={`conversation:${conversation.id}`} says={w.newMessage} />}
        {!later && conversation.may.answer && <Asked page={page} conversation={conversation} />}
        {!later && <Answer page={page} conversation={conversation} filled={filled} />}
        <div class="row bare">
          <div class="main">
            <Distance page={page} conversation={conversation} />
          </div>
        </div>
      </Layout>,
      filled.status ?? (filled.errors ? 422 : 200),
    )
  })
}

const form = z.object({ body: z.string().default('') })

/** Takes an answer; a refusal comes back with everything that was typed. */
export async function takeAnswer(c: AppContext, id: string): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const { house } = c.var
    const result = await readForm(c, form)
    const { typed } = result
    const conversation = isId(id) ? await readConversation(house, viewer, id) : undefined
    if (!conversation) throw notFound()
    const back = backFromPause(typed)
    if (back) return showConversation(c, id, { typed: back })
    if (!result.ok) return showConversation(c, id, { typed, errors: result.errors })
    const passed = await pauseFirst(c, {
      typed,
      fields: ['body'],
      action: `/messages/${id}`,
      async about() {
        if (!conversation.may.write) return undefined
        return { person: conversation.other.name, answering: await lastWordsOf(house, viewer, conversation) }
      },
    })
    if (passed instanceof Response) return passed
    try {
      const message = await answer(house, viewer, id, result.value.body)
      return c.redirect(`/messages/${id}?did=answered#r-${message}`, 303)
    } catch (error) {
      if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
      const status = error.status === 429 || error.status === 403 ? error.status : 422
      return showConversation(c, id, { typed, errors: fieldErrors(error, c.var.t), status })
    }
  })
}
