import {
  type AppContext,
  afterAnswer,
  Head,
  isId,
  Layout,
  type PageContext,
  Pager,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { readNotices } from './read-notices.ts'
import { type NoticeLine, sayLine } from './say-line.ts'
import { markSeen } from './store.ts'
import { noticeWords as w } from './words.ts'

const LINES = 30

function Line({ page, line }: { page: PageContext; line: NoticeLine }) {
  const { href } = line.sights[0]!
  const words = line.sights.flatMap((sight) => (sight.words ? [sight.words] : [])).slice(0, 3)
  const { createdAt } = line.notice
  return (
    <article class="row acted notice">
      <p class="side">
        <time datetime={createdAt.toISOString()}>{page.time.moment(createdAt)}</time>
      </p>
      <div class="main tight">
        {line.isNew && <p class="newly">{page.t(w.newSince)}</p>}
        <p class="lede">
          {sayLine(page.t, line, (inner) => (
            <a href={href}>{inner}</a>
          ))}
        </p>
        {words.map((said) => (
          <blockquote>{said}</blockquote>
        ))}
      </div>
    </article>
  )
}

/** Newest first, one line a thread. Looking is reading: what was shown is not new any more. */
export async function showNotices(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { communityId, memberId } = viewer
  const asked = c.req.query('before')
  const before = asked && isId(asked) ? asked : undefined
  const { lines, next, newest } = await readNotices(house, viewer, { before, limit: LINES })
  if (newest && !before)
    afterAnswer(house, 'notices_seen', () =>
      markSeen(house.db, communityId, memberId, { upTo: newest }, house.clock.now()),
    )
  const page = pageContext(c)
  const older = next && `/notices?before=${next}`
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<a href="/settings/notices">{page.t(w.choose)}</a>}>{page.t(w.title)}</Head>
      {lines.map((line) => (
        <Line page={page} line={line} />
      ))}
      <Pager page={page} older={older} />
      {!older && (
        <div class="row">
          <p class={lines.length > 0 ? 'main end' : 'main lead'}>
            {page.t(lines.length > 0 || before ? w.thatIsAll : w.empty)}
          </p>
        </div>
      )}
    </Layout>,
  )
}
