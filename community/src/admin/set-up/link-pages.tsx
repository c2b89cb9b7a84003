import { z } from 'zod'
import {
  type AppContext,
  Head,
  Layout,
  notFound,
  pageContext,
  readForm,
  show,
} from '../../foundation/index.ts'
import { openLink } from './open-link.ts'
import { nextStep } from './rules.ts'
import { heldClaim, keepClaim, mySetUp } from './session.ts'
import { readSetUp } from './store.ts'
import { setUpWords as w } from './words.ts'

function unknown(c: AppContext): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.unknownTitle)} unlisted>
      <Head>{page.t(w.unknownTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(w.unknown)}</p>
      </div>
    </Layout>,
    403,
  )
}

function taken(c: AppContext, key: string): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.takenTitle)} unlisted>
      <Head>{page.t(w.takenTitle)}</Head>
      <div class="row bare">
        <form class="main" method="post" action="/set-up/take-over">
          <p class="lead">{page.t(w.taken)}</p>
          <input type="hidden" name="key" value={key} />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.takeOver)}
            </button>
          </p>
        </form>
      </div>
    </Layout>,
    409,
  )
}

async function open(c: AppContext, key: string, takeOver: boolean): Promise<Response> {
  const { house, community } = c.var
  const opened = await openLink(house, community.id, key, heldClaim(c), takeOver)
  if (!opened.ok) return opened.why === 'taken' ? taken(c, key) : unknown(c)
  keepClaim(c, opened.claim)
  return c.redirect(await whereNext(c), 303)
}

/** The first page that is not done yet. */
export async function whereNext(c: AppContext): Promise<string> {
  const { house, community } = c.var
  const setUp = await readSetUp(house.db, community.id)
  house.communities.forget()
  const now = (await house.communities.byId(community.id)) ?? community
  return `/set-up/${nextStep({ named: setUp?.kind !== undefined, hasGuidelines: now.guidelines !== '' })}`
}

/** The printed link, or a return to where this browser was. */
export async function showLink(c: AppContext): Promise<Response> {
  const key = c.req.query('key')
  if (key) return open(c, key, false)
  await mySetUp(c)
  return c.redirect(await whereNext(c), 303)
}

const form = z.object({ key: z.string() })

/** "Go on here": the other browser is told when it sends its next page. */
export async function takeOver(c: AppContext): Promise<Response> {
  const result = await readForm(c, form)
  if (!result.ok) throw notFound()
  return open(c, result.value.key, true)
}
