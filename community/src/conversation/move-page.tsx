import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  requireMember,
  show,
} from '../foundation/index.ts'
import { movePost, readMovable } from './look-after-post.ts'
import { conversationWords as w } from './words.ts'

/** The spaces a thread may move to. */
export async function showMove(
  c: AppContext,
  postId: string,
  chosen = '',
  errors?: FieldErrors,
): Promise<Response> {
  const { post, spaces } = await readMovable(c.var.house, requireMember(c), postId)
  const page = pageContext(c)
  const back = `/posts/${postId}`
  return show(
    c,
    <Layout page={page} title={page.t(w.moveTitle)} unlisted>
      <Head side={<a href={back}>{post.title || page.t(w.hiddenTitle)}</a>}>{page.t(w.moveTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`${back}/move`}>
        <div class="main">
          {spaces.length === 0 ? (
            <p>{page.t(w.moveNowhere)}</p>
          ) : (
            <Choices
              name="space"
              legend={page.t(w.space)}
              chosen={chosen}
              errors={errors}
              choices={spaces.map((space) => ({
                value: space.slug,
                label: space.name,
                hint: space.description,
              }))}
            />
          )}
          <p class="house">{page.t(w.moveWhy)}</p>
          <FormEnd page={page} button={spaces.length > 0 ? page.t(w.moveThere) : undefined} back={back} />
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({ space: z.string().default('') })

export async function takeMove(c: AppContext, postId: string): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const slug = result.typed.space ?? ''
  try {
    await movePost(c.var.house, viewer, postId, slug)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.code !== 'not_there') throw error
    return showMove(c, postId, slug, fieldErrors(error, c.var.t))
  }
  return c.redirect(`/posts/${postId}?did=moved`, 303)
}
