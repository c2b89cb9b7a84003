import { z } from 'zod'
import { raw } from '#jsx/jsx-runtime'
import { backFromPause, pauseFirst } from '../../composer/index.ts'
import { authorName, type EntryItem, entryHref, replyPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  forbidden,
  Head,
  isId,
  KindlingError,
  Layout,
  Note,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { LineForm } from '../line-form.tsx'
import { readItem } from '../read-item.ts'
import { listenErrors, listenWords as w } from '../words.ts'
import { answerHearing, readForMe } from './answer-hearing.ts'
import { answeredInvitation } from './invite.ts'
import { hearingPolicy } from './policy.ts'
import { sayHearing } from './say-hearing.ts'
import { type Hearing, hearingOf } from './store.ts'
import { takeAwayHearing } from './take-away.ts'

/** Refusals that are answered beside the field, with what was typed. */
const beside = new Set(['words_missing', 'words_too_long', 'heard_already', 'enough_heard'])

const placeOf = ({ postId, replyId }: { postId: string; replyId: string | null }, did = '') => {
  const said = did && `did=${did}`
  if (!replyId) return `${entryHref(postId)}${said && `?${said}`}#post`
  const place = replyPlace(postId, replyId)
  return said ? place.replace('#', `&${said}#`) : place
}
const placeOfItem = ({ post, entry }: EntryItem, did?: string) =>
  placeOf({ postId: post.id, replyId: entry.isReply ? entry.id : null }, did)

/** What one listens to, whole: a line about half of it would be a line about something else. */
function Heard({ page, item: { entry } }: { page: PageContext; item: EntryItem }) {
  return (
    <div class="row bare">
      <p class="side">{page.t(w.wrote, { name: authorName(page, entry.author) })}</p>
      <blockquote class="main words" lang={entry.language} dir="auto">
        {raw(entry.html)}
      </blockquote>
    </div>
  )
}

/** What was said already, and the way to say it anew. */
function Already({
  page,
  hearing,
  back,
  typed = '',
}: {
  page: PageContext
  hearing: Hearing
  back: string
  /** What came too late to be said: nothing that was typed is lost. */
  typed: string | undefined
}) {
  return (
    <form class="row" method="post" action={`/listen/hearings/${hearing.id}/take-away`}>
      <div class="main">
        <p>{page.t(w.youSaid)}</p>
        <blockquote dir="auto">{hearing.words}</blockquote>
        {typed && (
          <>
            <p>{page.t(w.notSaid)}</p>
            <blockquote dir="auto">{typed}</blockquote>
          </>
        )}
        <p class="bar">
          <button class="b" type="submit">
            {page.t(w.takeBack)}
          </button>
          <a class="act plain" href={back}>
            {page.t(w.backToThread)}
          </a>
        </p>
      </div>
      <Note>{page.t(w.oncePerEntry)}</Note>
    </form>
  )
}

/** "What I hear is ...": the words, and one line about them. */
export async function showHear(
  c: AppContext,
  entryId: string,
  typed: Typed = {},
  errors?: FieldErrors,
  status: 200 | 422 | 403 | 409 | 429 = 200,
): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const item = await readItem(house, viewer, entryId)
  const { post, entry } = item
  if (entry.mine) throw notFound()
  if (!hearingPolicy.say(viewer, item)) throw forbidden('not_hearable', listenErrors.notHearable)
  const before = await hearingOf(house.db, viewer.communityId, { entryId, listenerId: viewer.memberId })
  if (before?.removed) throw forbidden('taken_away', listenErrors.takenAway)
  const page = pageContext(c)
  const name = entry.author?.name
  const back = placeOfItem(item)
  return show(
    c,
    <Layout page={page} title={page.t(w.hearTitle)} scripts={['composer']} unlisted>
      <Head side={<a href={back}>{post.title}</a>}>{page.t(w.hearTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <Heard page={page} item={item} />
      {before ? (
        <Already page={page} hearing={before} back={back} typed={typed.words} />
      ) : (
        <section class="row">
          <div class="main">
            <LineForm
              page={page}
              action="/listen/hear"
              hidden={{ entry: entry.id }}
              label={page.t(w.hearLabel)}
              hint={page.t(w.hearHint)}
              button={page.t(w.say)}
              back={back}
              space={post.space.slug}
              person={name}
              draft={{
                name: `hear-${entry.id}`,
                label: page.t(w.hearTitle),
                href: `/listen/hear?entry=${entry.id}`,
              }}
              typed={typed}
              errors={errors}
            />
          </div>
          <Note>{name ? page.t(w.hearNote, { name }) : page.t(w.hearNoteUnnamed)}</Note>
        </section>
      )}
    </Layout>,
    status,
  )
}

const hearForm = z.object({ entry: z.string(), words: z.string().default('') })

/** Takes the line, after the pause where it is worth one. */
export async function takeHear(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house, t } = c.var
  const result = await readForm(c, hearForm)
  const { typed } = result
  const entryId = typed.entry ?? ''
  const back = backFromPause(typed)
  if (back) return showHear(c, entryId, back)
  const item = await readItem(house, viewer, entryId)
  if (item.entry.mine) throw notFound()
  const about = { spaceId: item.post.space.id, person: item.entry.author?.name }
  const passed = await pauseFirst(c, {
    typed,
    fields: ['words'],
    action: '/listen/hear',
    about: async () => (hearingPolicy.say(viewer, item) ? about : undefined),
  })
  if (passed instanceof Response) return passed
  try {
    await sayHearing(house, viewer, { entryId, words: typed.words ?? '' })
    return c.redirect(placeOfItem(item, 'heard'), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !beside.has(error.code)) throw error
    return showHear(c, entryId, typed, fieldErrors(error, t), error.status as 422)
  }
}

/** "Not quite": what was heard, and a line of one's own. */
export async function showCorrect(
  c: AppContext,
  id: string,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const { item, hearing } = await readForMe(c.var.house, viewer, id)
  const page = pageContext(c)
  const back = placeOfItem(item)
  const href = `/listen/hearings/${id}/correct`
  return show(
    c,
    <Layout page={page} title={page.t(w.notQuite)} scripts={['composer']} unlisted>
      <Head side={<a href={back}>{item.post.title}</a>}>{page.t(w.notQuite)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <p class="side">{page.t(w.heardSaid)}</p>
        <blockquote class="main" dir="auto">
          {hearing.words}
        </blockquote>
      </div>
      <section class="row">
        <div class="main">
          <LineForm
            page={page}
            action={href}
            label={page.t(w.addLabel)}
            hint={page.t(w.addHint)}
            button={page.t(w.add)}
            back={back}
            space={item.post.space.slug}
            draft={{ name: `correct-${id}`, label: page.t(w.notQuite), href }}
            typed={typed}
            errors={errors}
          />
        </div>
        <Note>{page.t(w.addNote)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

const correctForm = z.object({ words: z.string().default('') })

export async function takeCorrect(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  const { house, t } = c.var
  const { typed } = await readForm(c, correctForm)
  const back = backFromPause(typed)
  if (back) return showCorrect(c, id, back)
  const { item } = await readForMe(house, viewer, id)
  const passed = await pauseFirst(c, {
    typed,
    fields: ['words'],
    action: `/listen/hearings/${id}/correct`,
    about: async () => ({ spaceId: item.post.space.id }),
  })
  if (passed instanceof Response) return passed
  try {
    await answerHearing(house, viewer, id, typed.words ?? '')
    return c.redirect(placeOfItem(item, 'heard'), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !beside.has(error.code)) throw error
    return showCorrect(c, id, typed, fieldErrors(error, t))
  }
}

/** "Yes, that's it". */
export async function takeYes(c: AppContext, id: string): Promise<Response> {
  return c.redirect(placeOf(await answerHearing(c.var.house, requireMember(c), id, undefined)), 303)
}

export async function takeTakeAway(c: AppContext, id: string): Promise<Response> {
  const hearing = await takeAwayHearing(c.var.house, requireMember(c), id)
  return c.redirect(hearing ? placeOf(hearing) : '/notices', 303)
}

/** "Not now": the invitation is over in this thread. */
export async function takeNotNow(c: AppContext, postId: string): Promise<Response> {
  const viewer = requireMember(c)
  if (!isId(postId)) throw notFound()
  await answeredInvitation(c.var.house, viewer, postId, 'dismissed')
  return c.redirect(`${entryHref(postId)}#answer`, 303)
}
