import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  Icon,
  isId,
  KindlingError,
  Layout,
  Note,
  notFound,
  pageContext,
  plainExcerpt,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { kindDefaults } from '../spaces/index.ts'
import { giveThanks, readTarget } from './give-thanks.ts'
import { WORDS_LENGTH } from './rules.ts'
import { thanksWords as w } from './words.ts'

const starters = [w.starterHelped, w.starterAlone, w.starterLearned, w.starterTried]
const text = (html: string) =>
  plainExcerpt(
    html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', '’')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
    220,
  )

/** "Thank Mira": what it is for, what it did, who may read it. */
export async function showThank(
  c: AppContext,
  postId: string,
  replyId: string | null,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const target =
    isId(postId) && (replyId === null || isId(replyId))
      ? await readTarget(c.var.house, viewer, postId, replyId)
      : undefined
  if (!target || target.entry.mine || target.entry.deleted) throw notFound()
  const { post, entry } = target
  const page = pageContext(c)
  const name = entry.author?.name ?? page.t(w.aMember)
  const heading = entry.author ? page.t(w.thankName, { name }) : page.t(w.thankMember)
  const back = `/posts/${post.id}${replyId ? `#r-${replyId}` : ''}`
  const mayShow = kindDefaults[post.space.kind].thanksShown
  const error = errors?.words
  return show(
    c,
    <Layout page={page} title={heading} icons={['thanks']} scripts={['thank']} unlisted>
      <Head mark={<Icon name="thanks" size="big" />}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row" method="post" action="/thank">
        <div class="side">
          <p>
            {page.t.rich(
              replyId ? w.forReply : w.forPost,
              { link: (title) => <a href={back}>{title}</a> },
              { title: post.title },
            )}
          </p>
        </div>
        <div class="main">
          <input type="hidden" name="post" value={post.id} />
          {replyId && <input type="hidden" name="reply" value={replyId} />}
          <blockquote lang={entry.language} dir="auto">
            {text(entry.html)}
          </blockquote>
          <div class="set">
            <label for="f-words" class="q">
              {page.t(w.question)}
            </label>
            <p class="hint" id="f-words-hint">
              {page.t(w.mayBeEmpty)}
            </p>
            {error && (
              <p class="wrong" id="f-words-error">
                {error}
              </p>
            )}
            <textarea
              id="f-words"
              name="words"
              rows={4}
              maxlength={WORDS_LENGTH}
              aria-describedby={error ? 'f-words-hint f-words-error' : 'f-words-hint'}
              aria-invalid={error ? 'true' : undefined}
            >{`\n${typed.words ?? ''}`}</textarea>
            <p class="bar starts needs-script" role="group" aria-label={page.t(w.starters)} hidden>
              {starters.map((starter) => (
                <button class="b small" type="button" data-starter="f-words">
                  {page.t(starter)}
                </button>
              ))}
            </p>
          </div>
          {mayShow ? (
            <fieldset>
              <legend>{page.t(w.whoReads)}</legend>
              <label class="pick">
                <input type="radio" name="showing" value="between" checked={typed.showing !== 'offered'} />{' '}
                {page.t(w.between)}
              </label>
              <label class="pick">
                <input type="radio" name="showing" value="offered" checked={typed.showing === 'offered'} />{' '}
                {page.t(w.mayShow, { name })}
              </label>
            </fieldset>
          ) : (
            <p class="hint">{page.t(w.betweenOnly)}</p>
          )}
          <FormEnd page={page} button={page.t(w.send)} back={back} />
        </div>
        <Note>{page.t(w.needNot, { name })}</Note>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  post: z.string(),
  reply: z.string().optional(),
  words: z.string().default(''),
  showing: z.enum(['between', 'offered']).default('between'),
})

export async function takeThanks(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok || !isId(result.value.post)) throw notFound()
  const { post, reply, words, showing } = result.value
  const replyId = reply && isId(reply) ? reply : null
  try {
    await giveThanks(c.var.house, viewer, {
      postId: post,
      replyId,
      words,
      offerToShow: showing === 'offered',
    })
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    return showThank(c, post, replyId, result.typed, fieldErrors(error, c.var.t))
  }
  return c.redirect(`/posts/${post}?thanked=1${replyId ? `#r-${replyId}` : ''}`, 303)
}
