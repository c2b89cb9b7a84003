import { heededBeside } from '../../attention/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  notFound,
  pageContext,
  requireMember,
  show,
} from '../../foundation/index.ts'
import { readPost } from '../read-entry.ts'
import { hintOf } from './kind.ts'
import { readAddressed } from './read-addressed.ts'
import { heatWords as w } from './words.ts'

/** To whom a few words in private might do good. It says nothing of who was harsh. */
export async function showStandBy(c: AppContext, postId: string): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const post = await readPost(house, viewer, postId)
  if (!post?.readable || viewer.under18) throw notFound()
  const people = await readAddressed(house, viewer, postId)
  await heededBeside(house, viewer, hintOf(postId))
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.standTitle)} unlisted>
      <Head side={<a href={`/posts/${postId}`}>{post.title}</a>}>{page.t(w.standTitle)}</Head>
      <div class="row bare">
        <p class="side">{page.t(w.standSide)}</p>
        <div class="main">
          <p class="lead">{page.t(people.length > 0 ? w.standLead : w.nobody)}</p>
          {people.length > 0 && (
            <ul class="plain">
              {people.map(({ handle, name, entryId }) => (
                <li>
                  <a class="b" href={`/messages/new?to=${encodeURIComponent(handle)}&beside=${entryId}`}>
                    {page.t(w.write, { name })}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a class="act plain" href={`/posts/${postId}#answer`}>
              {page.t(w.back)}
            </a>
          </p>
        </div>
      </div>
    </Layout>,
  )
}
