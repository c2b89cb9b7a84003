import { replyPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  Head,
  Icon,
  Layout,
  type PageContext,
  pageContext,
  permitted,
  show,
} from '../../foundation/index.ts'
import { liftingPolicy } from '../policy.ts'
import { liftingWords as w } from '../words.ts'
import { readUnsaid, type Unsaid } from './read-unsaid.ts'

function Item({ page, one }: { page: PageContext; one: Unsaid }) {
  const lang = one.language === page.t.language.tag ? undefined : one.language
  return (
    <article class="row">
      <p class="side">{one.spaceName}</p>
      <div class="main tight">
        <h2 class="title">
          <a href={replyPlace(one.postId, one.replyId)}>{one.title}</a>
        </h2>
        <blockquote lang={lang} dir={lang ? 'auto' : undefined}>
          {one.words}
        </blockquote>
        <p class="acts">
          <a
            class="act"
            href={`/thank?post=${one.postId}&reply=${one.replyId}`}
            aria-label={page.t(w.unsaidThankFor, { title: one.title })}
          >
            <Icon name="thanks" />
            {page.t(w.unsaidThank)}
          </a>
        </p>
      </div>
    </article>
  )
}

/** GET /helped: the corner of what helped and nobody has remarked on (THANKS-5). Posts, never people. */
export async function showUnsaid(c: AppContext): Promise<Response> {
  const viewer = permitted(c, liftingPolicy.readUnsaid)
  const unsaid = await readUnsaid(c.var.house, viewer)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.unsaidTitle)} icons={['thanks']} unlisted>
      <Head mark={<Icon name="thanks" size="big" />}>{page.t(w.unsaidTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(unsaid.length > 0 ? w.unsaidLead : w.unsaidNone)}</p>
      </div>
      {unsaid.map((one) => (
        <Item page={page} one={one} />
      ))}
    </Layout>,
  )
}
