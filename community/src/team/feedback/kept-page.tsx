import { ReportMore } from '../../bounds/index.ts'
import {
  type AppContext,
  Head,
  isId,
  Layout,
  Note,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { Face } from '../../members/index.ts'
import { seeNoticesAbout } from '../../notices/index.ts'
import { closeFeedback, deleteAnswer, deleteFeedback } from './keep-feedback.ts'
import { lastDay } from './list-page.tsx'
import { FEEDBACK_PAGE, forUsers, partNames } from './parts.tsx'
import { type AskView, readFeedback, readOwnFeedback } from './read-feedback.ts'
import { ANSWER, answerParts } from './rules.ts'
import type { AnswerView } from './store.ts'
import { feedbackWords as w } from './words.ts'

const told = { posted: w.didAsk, closed: w.didClose, gone: w.didDeleteAnswer } as const

function Answered({ page, ask, answer }: { page: PageContext; ask: AskView; answer: AnswerView }) {
  const { t } = page
  const { writer } = answer
  const parts = answerParts.filter((part) => answer[part] !== '')
  return (
    <article class="row reply" aria-label={writer.name}>
      <header class="side who">
        <Face {...writer} />
        <p>
          {writer.here ? (
            <a class="quiet" href={`/members/${writer.handle}`}>
              <b>{writer.name}</b>
            </a>
          ) : (
            <b>{writer.name}</b>
          )}{' '}
          <time datetime={answer.createdAt.toISOString()}>{page.time.moment(answer.createdAt)}</time>
        </p>
      </header>
      <div class="main">
        <dl class="told">
          {parts.map((part) => (
            <div>
              <dt>{t(partNames[part])}</dt>
              <dd class="typed" dir="auto">
                {answer[part]}
              </dd>
            </div>
          ))}
        </dl>
        <form class="acts" method="post" action={`${FEEDBACK_PAGE}/${ask.id}/answers/${answer.id}/delete`}>
          {writer.here && (
            <a class="act" href={`/thank?member=${writer.handle}`}>
              {t(w.thank, { name: writer.name })}
            </a>
          )}
          <button class="act plain" type="submit">
            {t(w.deleteAnswer)}
          </button>
          <ReportMore page={page} kind={ANSWER} id={answer.id} />
        </form>
      </div>
    </article>
  )
}

function whom({ t }: PageContext, { askedNames, spaceName }: AskView): string {
  if (askedNames.length > 0)
    return t(w.from, {
      names: new Intl.ListFormat(t.language.tag, { type: 'conjunction' }).format(askedNames),
    })
  return spaceName ? t(w.fromSpace, { space: spaceName }) : t(w.fromPeople)
}

/** Two ways to end it. Deleting stands behind a door, as it cannot be undone. */
function Ends({ page, ask }: { page: PageContext; ask: AskView }) {
  const { t } = page
  const at = `${FEEDBACK_PAGE}/${ask.id}`
  return (
    <section class="row" aria-label={t(w.close)}>
      <div class="main">
        {ask.open && <p class="hint">{t(w.closeHint)}</p>}
        {ask.open && (
          <form class="acts" method="post" action={`${at}/close`}>
            <button class="act plain" type="submit">
              {t(w.close)}
            </button>
          </form>
        )}
        <details>
          <summary>{t(w.delete)}</summary>
          <p class="hint">{t(w.deleteHint)}</p>
          <form class="acts" method="post" action={`${at}/delete`}>
            <button class="act plain" type="submit">
              {t(w.delete)}
            </button>
          </form>
        </details>
      </div>
    </section>
  )
}

/** GET /feedback/:id: what came, for who asked for it alone. */
export async function showKept(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  const ask = await readFeedback(c.var.house, viewer, id)
  await seeNoticesAbout(c.var.house, viewer, id)
  const page = pageContext(c)
  const { t } = page
  const did = c.req.query('did') ?? ''
  const news = Object.hasOwn(told, did) ? told[did as keyof typeof told] : undefined
  const day = page.time.date(lastDay(ask.until))
  const until = ask.closed ? t(w.closed) : t(ask.open ? w.untilDay : w.wasUntil, { day })
  c.header('cache-control', 'no-store')
  return show(
    c,
    <Layout page={page} title={ask.about} icons={['thanks']} scripts={['composer']} unlisted>
      <Head side={<a href={FEEDBACK_PAGE}>{t(w.title)}</a>}>
        <span dir="auto">{ask.about}</span>
      </Head>
      <div class="row bare">
        <div class="main">
          {news && (
            <p class="house" role="status">
              {t(news)}
            </p>
          )}
          <p>
            {whom(page, ask)} {until}.
          </p>
          {ask.answers.length === 0 && <p class="lead">{t(ask.open ? w.noneYet : w.noneCame)}</p>}
        </div>
        <Note>{t(w.onlyYou)}</Note>
      </div>
      {ask.answers.map((answer) => (
        <Answered page={page} ask={ask} answer={answer} />
      ))}
      <Ends page={page} ask={ask} />
    </Layout>,
  )
}

export async function takeClose(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  await closeFeedback(c.var.house, viewer, id)
  return c.redirect(`${FEEDBACK_PAGE}/${id}?did=closed`, 303)
}

export async function takeDelete(c: AppContext, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(id)) throw notFound()
  await deleteFeedback(c.var.house, viewer, id)
  return c.redirect(`${FEEDBACK_PAGE}?did=deleted`, 303)
}

export async function takeDeleteAnswer(c: AppContext, askId: string, id: string): Promise<Response> {
  const viewer = forUsers(c)
  if (!isId(askId) || !isId(id)) throw notFound()
  await deleteAnswer(c.var.house, viewer, { askId, id })
  return c.redirect(`${FEEDBACK_PAGE}/${askId}?did=gone`, 303)
}

/** All that somebody asked and was answered, theirs alone to take along. */
const EXPORTED = 1_000

/** GET /feedback/export.json */
export async function exportFeedback(c: AppContext): Promise<Response> {
  const viewer = forUsers(c)
  const { asks } = await readOwnFeedback(c.var.house, viewer, { limit: EXPORTED })
  const feedback = asks.map(({ about, askedNames, spaceName, createdAt, until, answers }) => ({
    about,
    asked: spaceName ?? askedNames,
    createdAt,
    until,
    answers: answers.map(({ writer, helped, seen, effect, wish, createdAt: at }) => ({
      from: writer.name,
      helped,
      seen,
      effect,
      wish,
      createdAt: at,
    })),
  }))
  c.header('cache-control', 'no-store')
  c.header('content-disposition', 'attachment; filename="feedback.json"')
  return c.json({ feedback })
}
