import { z } from 'zod'
import { backFromPause, pauseFirst } from '../../composer/index.ts'
import { entryHref, factsOf, replyPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { hearingPolicy } from '../hear/policy.ts'
import { LineForm } from '../line-form.tsx'
import { listenWords as w } from '../words.ts'
import { mattersOf } from './matters-store.ts'
import { mattersPolicy } from './policy.ts'
import { type Agreement, type CommonGround, readSide, type Side } from './read-side.ts'
import { readThread, sayMatters, takeAwayMatters } from './say-matters.ts'
import type { Sentence } from './sentences.ts'

const placeOf = (postId: string, { entry }: Sentence): string =>
  entry.isReply ? replyPlace(postId, entry.id) : `${entryHref(postId)}#post`

/** A sentence as it was written, with the way to where it stands, and whose it is where that is not plain. */
function Quote({
  page,
  postId,
  sentence,
  by,
}: {
  page: PageContext
  postId: string
  sentence: Sentence
  by?: string
}) {
  const place = placeOf(postId, sentence)
  return (
    <blockquote cite={place}>
      <span dir="auto">{sentence.words}</span>{' '}
      <a class="hint" href={place}>
        {by
          ? page.t(w.byAt, { name: by, time: page.time.moment(sentence.entry.at) })
          : page.time.moment(sentence.entry.at)}
      </a>
    </blockquote>
  )
}

function OwnWords({ page, side }: { page: PageContext; side: Side }) {
  const { name, matters, words, item } = side
  if (!matters && words.length === 0)
    return (
      <div class="row">
        <p class="main house">{page.t(side.oneSided ? w.oneSided : w.nothingToShow, { name })}</p>
      </div>
    )
  return (
    <>
      {matters && (
        <section class="row">
          <div class="main">
            <h2>{page.t(w.mattersTo, { name })}</h2>
            <blockquote class="lead" dir="auto">
              {matters}
            </blockquote>
          </div>
        </section>
      )}
      {words.length > 0 && (
        <section class="row">
          <div class="main quotes">
            <h2>{page.t(w.inTheirWords, { name })}</h2>
            {words.map((sentence) => (
              <Quote page={page} postId={item.post.id} sentence={sentence} />
            ))}
          </div>
          <Note>{page.t(w.howPicked)}</Note>
        </section>
      )}
    </>
  )
}

function Agreements({
  page,
  side,
  agreements,
}: {
  page: PageContext
  side: Side
  agreements: readonly Agreement[]
}) {
  return (
    <>
      {agreements.map(({ mine, sentence }) => (
        <>
          <p>{page.t(mine ? w.youSaidTo : w.saidToYou, { name: side.name })}</p>
          <Quote page={page} postId={side.item.post.id} sentence={sentence} />
        </>
      ))}
    </>
  )
}

const list = (page: PageContext, words: readonly string[]): string =>
  new Intl.ListFormat(page.t.language.tag, { type: 'unit', style: 'short' }).format(words)

function Common({ page, side }: { page: PageContext; side: Side }) {
  const { spokenOf, wish, agreements }: CommonGround = side.common
  const nothing = spokenOf.length === 0 && agreements.length === 0
  const postId = side.item.post.id
  return (
    <section class="row">
      <div class="main quotes">
        <h2>{page.t(w.commonTitle)}</h2>
        {nothing && <p>{page.t(w.nothingCommon)}</p>}
        {spokenOf.length > 0 && <p>{page.t(w.bothSpeakOf, { words: list(page, spokenOf) })}</p>}
        {wish && (
          <>
            <p>{page.t(w.bothWish, { words: list(page, wish.about) })}</p>
            <Quote page={page} postId={postId} sentence={wish.theirs} by={side.name} />
            <Quote page={page} postId={postId} sentence={wish.mine} by={page.t(w.you)} />
          </>
        )}
        <Agreements page={page} side={side} agreements={agreements} />
      </div>
    </section>
  )
}

/** What the viewer says for themselves, and where to go on. */
function Own({ page, side }: { page: PageContext; side: Side }) {
  const { post, entry } = side.item
  const mayHear = hearingPolicy.say(page.viewer, side.item)
  const maySay = mattersPolicy.say(page.viewer, factsOf(post))
  return (
    <section class="row">
      <div class="main">
        {maySay && <h2 class="say">{page.t(w.yourSide)}</h2>}
        {maySay && side.ownMatters && <blockquote dir="auto">{side.ownMatters}</blockquote>}
        <p class="bar">
          {maySay && (
            <a class="b" href={`/listen/matters?post=${post.id}`}>
              {page.t(side.ownMatters ? w.changeMatters : w.sayMatters)}
            </a>
          )}
          {mayHear && (
            <a class="act plain" href={`/listen/hear?entry=${entry.id}`}>
              {page.t(w.hearMore)}
            </a>
          )}
          <a class="act plain" href={entry.isReply ? replyPlace(post.id, entry.id) : entryHref(post.id)}>
            {page.t(w.backToThread)}
          </a>
        </p>
      </div>
    </section>
  )
}

/** A thread from somebody else's side: their words, what both have in common, and one's own. */
export async function showSide(c: AppContext, entryId: string): Promise<Response> {
  const viewer = requireMember(c)
  const side = await readSide(c.var.house, viewer, entryId)
  const page = pageContext(c)
  const { post } = side.item
  const title = page.t(w.sideTitle, { name: side.name })
  const shown = side.matters !== undefined || side.words.length > 0
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={entryHref(post.id)}>{post.title}</a>}>{title}</Head>
      {shown && (
        <div class="row bare">
          <p class="main lead">{page.t(w.sideLead, { name: side.name })}</p>
        </div>
      )}
      <OwnWords page={page} side={side} />
      {shown && <Common page={page} side={side} />}
      <Own page={page} side={side} />
    </Layout>,
  )
}

/** "What matters to me in this": one line, to write, change or take away. */
export async function showMatters(
  c: AppContext,
  postId: string,
  typed?: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const post = await readThread(house, viewer, postId)
  const { communityId, memberId } = viewer
  const before = await mattersOf(house.db, { communityId, postId, memberId })
  const page = pageContext(c)
  const back = entryHref(postId)
  const href = `/listen/matters?post=${postId}`
  return show(
    c,
    <Layout page={page} title={page.t(w.mattersTitle)} scripts={['composer']} unlisted>
      <Head side={<a href={back}>{post.title}</a>}>{page.t(w.mattersTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      {c.req.query('did') === 'kept' && !errors && (
        <div class="row bare">
          <p class="main house" role="status">
            {page.t(before ? w.mattersKept : w.mattersGone)}
          </p>
        </div>
      )}
      <section class="row bare">
        <div class="main">
          <LineForm
            page={page}
            action="/listen/matters"
            hidden={{ post: postId }}
            label={page.t(w.mattersLabel)}
            hint={page.t(w.mattersHint)}
            button={page.t(w.keepIt)}
            back={back}
            space={post.space.slug}
            draft={{ name: `matters-${postId}`, label: page.t(w.mattersTitle), href }}
            typed={typed ?? { words: before ?? '' }}
            errors={errors}
          />
          {before && (
            <form method="post" action="/listen/matters/take-away">
              <input type="hidden" name="post" value={postId} />
              <button class="act plain" type="submit">
                {page.t(w.takeAway)}
              </button>
            </form>
          )}
        </div>
        <Note>{page.t(w.mattersNote)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

const mattersForm = z.object({ post: z.string(), words: z.string().default('') })

export async function takeMatters(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house, t } = c.var
  const { typed } = await readForm(c, mattersForm)
  const postId = typed.post ?? ''
  const back = backFromPause(typed)
  if (back) return showMatters(c, postId, back)
  const post = await readThread(house, viewer, postId)
  const passed = await pauseFirst(c, {
    typed,
    fields: ['words'],
    action: '/listen/matters',
    about: async () => ({ spaceId: post.space.id }),
  })
  if (passed instanceof Response) return passed
  try {
    await sayMatters(house, viewer, postId, typed.words ?? '')
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showMatters(c, postId, typed, fieldErrors(error, t))
  }
  return c.redirect(`/listen/matters?post=${postId}&did=kept`, 303)
}

export async function takeMattersAway(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { typed } = await readForm(c, mattersForm)
  const postId = typed.post ?? ''
  await takeAwayMatters(c.var.house, viewer, postId)
  return c.redirect(`/listen/matters?post=${postId}&did=kept`, 303)
}
