import {
  type AppContext,
  Head,
  type House,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../foundation/index.ts'
import { endLettersPath, isOurs } from './addresses.ts'
import { type NoticeKind, noticeKinds } from './kinds.ts'
import { setChannel, setDigest } from './settings-store.ts'
import { noticeWords as w } from './words.ts'

/** What an address ends: the digest, or kinds. */
interface Ending {
  memberId: string
  what: string
  kinds: NoticeKind[]
}

function endingOf(c: AppContext): Ending {
  const { house, community } = c.var
  const { member = '', what = '', signature = '' } = c.req.param() as Record<string, string>
  if (!isOurs(house, community.id, member, what, signature)) throw notFound()
  const names = what.split('+')
  return { memberId: member, what, kinds: noticeKinds(house).filter((kind) => names.includes(kind.name)) }
}

const labelOf = (page: PageContext, ending: Ending) =>
  ending.kinds.map((kind) => page.t(kind.label)).join(', ')

/** Asks first: programs that look at links in letters must not end anything. */
export function showEndLetters(c: AppContext): Response {
  const ending = endingOf(c)
  const page = pageContext(c)
  const { house, community } = c.var
  const said =
    ending.what === 'digest'
      ? page.t(w.endDigest)
      : page.t(w.endKind, { label: labelOf(page, ending), place: community.name })
  return show(
    c,
    <Layout page={page} title={page.t(w.endTitle)} unlisted>
      <Head>{page.t(w.endTitle)}</Head>
      <form
        class="row bare"
        method="post"
        action={endLettersPath(house, community.id, ending.memberId, ending.what)}
      >
        <div class="main">
          <p class="lead">{said}</p>
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.endNow)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
  )
}

async function end(house: House, communityId: string, { memberId, what, kinds }: Ending): Promise<void> {
  if (what === 'digest') return setDigest(house.db, communityId, memberId, 'none')
  for (const kind of kinds) await setChannel(house.db, communityId, memberId, kind.name, 'place')
}

/** One press, from the page or from the mail program itself (RFC 8058). Pressing twice is as good as once. */
export async function takeEndLetters(c: AppContext): Promise<Response> {
  const ending = endingOf(c)
  await end(c.var.house, c.var.community.id, ending)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.ended)} unlisted>
      <Head>{page.t(w.ended)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead" role="status">
            {ending.what === 'digest'
              ? page.t(w.endedDigest)
              : page.t(w.endedKind, { label: labelOf(page, ending) })}
          </p>
          <p>{page.t.rich(w.endedBack, { link: (text) => <a href="/settings/notices">{text}</a> })}</p>
        </div>
      </div>
    </Layout>,
  )
}
