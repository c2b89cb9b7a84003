import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  Head,
  Layout,
  type MemberViewer,
  notFound,
  pageContext,
  permitted,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { accountsOf, listInvitations, OfficeLink, peopleWithRoles } from '../../members/index.ts'
import { adminPolicy } from '../policy.ts'
import { readSetUp } from '../set-up/store.ts'
import { KitPart, LetterPart, SecondPart } from './parts.tsx'
import { safetyWords as w } from './words.ts'

export async function accountOf(c: AppContext, viewer: MemberViewer): Promise<{ id: string; email: string }> {
  const account = viewer.accountId ? await accountsOf(c.var.house).byId(viewer.accountId) : undefined
  const email = account?.email ?? account?.unconfirmedEmail
  if (!account || !email) throw notFound()
  return { id: account.id, email }
}

const said = { digits: w.arrived, letter: w.sentAgain, second: w.secondSent } as const

/** A test letter, a second pair of eyes, and the sheet in the drawer. */
export async function showSafety(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { db } = c.var.house
  const { communityId } = viewer
  const account = await accountOf(c, viewer)
  const [setUp, people, invitations] = await Promise.all([
    readSetUp(db, communityId),
    peopleWithRoles(db, communityId),
    listInvitations(db, communityId),
  ])
  const page = pageContext(c)
  const there = people
    .filter(({ id, role }) => role === 'administrator' && id !== viewer.memberId)
    .map(({ name }) => name)
  const asked = invitations
    .filter(
      (one) =>
        one.role === 'administrator' && one.usesLeft > 0 && !one.revokedAt && one.expiresAt > page.time.now,
    )
    .map(({ whom }) => whom)
  const done = said[c.req.query('done') as keyof typeof said]
  const closed = !page.community.openedAt
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          {done && (
            <p class="house" role="status">
              {page.t(done)}
            </p>
          )}
          <p class="lead">{page.t(closed ? w.lead : w.leadLater, { place: page.community.name })}</p>
        </div>
      </div>
      <LetterPart page={page} errors={errors} setUp={setUp} address={account.email} />
      <SecondPart page={page} typed={typed} errors={errors} there={there} asked={asked} />
      <KitPart page={page} setUp={setUp} />
      {closed && (
        <div class="row">
          <p class="main bar">
            <a class="b go" href="/admin/doors">
              {page.t(w.next)}
            </a>
          </p>
        </div>
      )}
    </Layout>,
    errors ? 422 : 200,
  )
}
