import type { Child } from 'hono/jsx'
import { reportableOf } from '../bounds/index.ts'
import type { HeatingThread } from '../conversation/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  localTime,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import type { WorthAWord } from '../lifting/index.ts'
import { HeldLine } from './held-parts.tsx'
import { ago, caseName, wishWord } from './parts.tsx'
import { casePolicy } from './policy.ts'
import { type Promised, readToday, type Today, type WaitingCase, type WaitingPost } from './read-today.ts'
import { mendWords as w } from './words.ts'

const zoneOf = (page: PageContext) => page.viewer.timeZone ?? page.community.timeZone

function greeting(page: PageContext): Phrase {
  const { hours } = localTime(zoneOf(page), page.time.now.getTime())
  if (hours >= 4 && hours < 12) return w.morning
  return hours >= 12 && hours < 18 ? w.afternoon : w.evening
}

function dateParts(page: PageContext): [string, string] {
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(page.t.language.tag === 'en' ? 'en-GB' : page.t.language.tag, {
      ...options,
      timeZone: zoneOf(page),
    }).format(page.time.now)
  return [show({ weekday: 'long' }), show({ day: 'numeric', month: 'long' })]
}

const caseSentence: Record<WaitingCase['why'], [post: Phrase, reply: Phrase]> = {
  reported: [w.postReported, w.replyReported],
  asked: [w.postAsked, w.replyAsked],
  changed: [w.postChanged, w.replyChanged],
}

const wordsSentence: Record<WaitingCase['why'], Phrase> = {
  reported: w.wordsReported,
  asked: w.wordsAsked,
  changed: w.wordsAsked,
}

/** One line of the page; the first of all carries the main button. */
function Line({
  label,
  main,
  children,
  first,
}: {
  label: string | undefined
  main: { href: string; word: string }
  children?: Child
  first: boolean
}) {
  return (
    <div class="row acted">
      {label && <h2 class="side lab">{label}</h2>}
      <div class="main tight">{children}</div>
      <div class="do">
        <a class={first ? 'b go' : 'b'} href={main.href}>
          {main.word}
        </a>
      </div>
    </div>
  )
}

function CaseLine({
  page,
  one,
  label,
  first,
}: {
  page: PageContext
  one: WaitingCase
  label: string | undefined
  first: boolean
}) {
  const says = reportableOf(page.house, one.kind)?.says
  const phrase = says ? wordsSentence[one.why] : caseSentence[one.why][one.isReply ? 1 : 0]
  const what = caseName(page, {
    says,
    replyId: null,
    space: one.spaceName === undefined ? undefined : { name: one.spaceName },
  })
  return (
    <Line label={label} first={first} main={{ href: `/reports/${one.id}`, word: page.t(w.look) }}>
      <p class={first ? 'lead' : undefined}>
        {page.t(phrase, { what, space: one.spaceName ?? '', ago: ago(page, one.since) })}
      </p>
      {one.why === 'reported' && (
        <p class="hint">{page.t(one.noted ? w.wishAndNote : w.wish, { wish: page.t(wishWord[one.wish]) })}</p>
      )}
    </Line>
  )
}

/** A look and a friendly word may be enough; nothing has to follow. */
function HeatingLine({
  page,
  one,
  label,
  first,
}: {
  page: PageContext
  one: HeatingThread
  label: string | undefined
  first: boolean
}) {
  return (
    <Line label={label} first={first} main={{ href: `/posts/${one.postId}#answer`, word: page.t(w.look) }}>
      <p>{page.t(w.heating, { space: one.spaceName, ago: ago(page, one.since) })}</p>
      <p class="hint">
        <a href={`/posts/${one.postId}`}>{one.title}</a>
      </p>
    </Line>
  )
}

function PostLine({
  page,
  one,
  label,
  first,
}: {
  page: PageContext
  one: WaitingPost
  label: string | undefined
  first: boolean
}) {
  const params = { name: one.author ?? '', space: one.spaceName, since: ago(page, one.since) }
  return (
    <Line label={label} first={first} main={{ href: `/posts/${one.id}#answer`, word: page.t(w.answer) }}>
      <p>{page.t(one.author ? w.waits : w.waitsUnnamed, params)}</p>
      <p class="hint">
        <a href={`/posts/${one.id}`}>{one.title}</a>
      </p>
    </Line>
  )
}

function PromisedLine({
  page,
  one,
  label,
  first,
}: {
  page: PageContext
  one: Promised
  label: string | undefined
  first: boolean
}) {
  return (
    <Line label={label} first={first} main={{ href: `/reports/${one.caseId}/answer`, word: page.t(w.write) }}>
      <p>{one.reporter ? page.t(w.tellReporter, { name: one.reporter }) : page.t(w.tellMember)}</p>
    </Line>
  )
}

/** Something kind: a word for it is nobody's duty. */
function WorthLine({
  page,
  one,
  label,
  first,
}: {
  page: PageContext
  one: WorthAWord
  label: string | undefined
  first: boolean
}) {
  const params = { name: one.author ?? page.t(w.aMember), space: one.spaceName }
  return (
    <Line label={label} first={first} main={{ href: one.thankHref, word: page.t(w.sayAWord) }}>
      <p>{page.t(w.wroteKindly, params)}</p>
      <blockquote dir="auto">
        <a href={one.href}>{one.words}</a>
      </blockquote>
    </Line>
  )
}

function Lists({ page, today }: { page: PageContext; today: Today }) {
  const { cases, held, heating, posts, promised, worth } = today
  const now = cases.length + held.length + heating.length
  const isFirst = (list: 'posts' | 'promised', index: number) =>
    index === 0 && now === 0 && (list !== 'promised' || posts.length === 0)
  return (
    <>
      {cases.map((one, index) => (
        <CaseLine
          page={page}
          one={one}
          first={index === 0}
          label={index === 0 ? page.t(w.needsNow) : undefined}
        />
      ))}
      {held.map((one, index) => (
        <HeldLine
          page={page}
          held={one}
          first={index === 0 && cases.length === 0}
          label={index === 0 && cases.length === 0 ? page.t(w.needsNow) : undefined}
        />
      ))}
      {heating.map((one, index) => (
        <HeatingLine
          page={page}
          one={one}
          first={index === 0 && cases.length + held.length === 0}
          label={index === 0 && cases.length + held.length === 0 ? page.t(w.needsNow) : undefined}
        />
      ))}
      {posts.map((one, index) => (
        <PostLine
          page={page}
          one={one}
          first={isFirst('posts', index)}
          label={index === 0 ? page.t(w.waitingFirst) : undefined}
        />
      ))}
      {promised.map((one, index) => (
        <PromisedLine
          page={page}
          one={one}
          first={isFirst('promised', index)}
          label={index === 0 ? page.t(w.promised) : undefined}
        />
      ))}
      {worth.map((one, index) => (
        <WorthLine
          page={page}
          one={one}
          first={index === 0 && now === 0 && posts.length === 0 && promised.length === 0}
          label={index === 0 ? page.t(w.worthAWord) : undefined}
        />
      ))}
    </>
  )
}

/** A steward's morning: what needs somebody, and that it ends. */
export async function showToday(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  if (!casePolicy.today(viewer)) throw notFound()
  const today = await readToday(c.var.house, viewer)
  const page = pageContext(c)
  const [weekday, date] = dateParts(page)
  const { cases, held, heating, posts, promised, worth } = today
  const empty = [cases, held, heating, posts, promised, worth].every((list) => list.length === 0)
  return show(
    c,
    <Layout page={page} title={page.t(w.today)} unlisted>
      <Head
        side={
          <>
            {weekday}
            <br />
            {date}
          </>
        }
      >
        {page.t(greeting(page), { name: viewer.name })}
      </Head>
      <Lists page={page} today={today} />
      {today.stuck && (
        <div class="row">
          <p class="main house">{page.t(w.stuck)}</p>
        </div>
      )}
      <div class="row">
        <p class="say end wide">{page.t(empty && !today.stuck ? w.quiet : w.thatIsAll)}</p>
      </div>
    </Layout>,
  )
}
