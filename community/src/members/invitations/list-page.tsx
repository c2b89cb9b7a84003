import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  isId,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../parts.tsx'
import { invitationPolicy } from '../policy.ts'
import { revokeInvitation } from './invite.ts'
import { LINE_LENGTH, whyClosed } from './rules.ts'
import { type Invitation, listInvitations } from './store.ts'
import { invitationWords as w } from './words.ts'

export function inviter(c: AppContext): MemberViewer {
  const viewer = requireMember(c)
  if (!invitationPolicy.send(viewer)) throw notFound()
  return viewer
}

function state(page: PageContext, one: Invitation & { came: string[] }): string {
  if (one.came.length > 0) return page.t(w.came, { names: one.came.join(', ') })
  const why = whyClosed(one, page.time.now)
  if (why === 'revoked') return page.t(w.revoked)
  if (why) return page.t(w.expired)
  return page.t(w.waiting, { day: page.time.date(one.expiresAt) })
}

function Given({
  page,
  invitations,
}: {
  page: PageContext
  invitations: (Invitation & { came: string[] })[]
}) {
  if (invitations.length === 0) return null
  return (
    <>
      <h2 class="vh">{page.t(w.given)}</h2>
      {invitations.map((one) => (
        <section class="row">
          <p class="side">{page.time.day(one.createdAt)}</p>
          <div class="main tight">
            <h3 class="title">
              {one.whom}
              {one.role === 'administrator' && <span class="dim"> {page.t(w.administratorLink)}</span>}
            </h3>
            <p class="dim">{state(page, one)}</p>
            {!whyClosed(one, page.time.now) && (
              <form class="acts" method="post" action={`/admin/invitations/${one.id}/revoke`}>
                <button class="act plain" type="submit">
                  {page.t(w.revoke)}
                  <span class="vh"> {one.whom}</span>
                </button>
              </form>
            )}
          </div>
        </section>
      ))}
    </>
  )
}

interface Shown {
  typed?: Typed
  errors?: FieldErrors
  status?: 200 | 422 | 429
}

/** Who should be here first, and who has been asked. */
export async function showInvitations(
  c: AppContext,
  { typed = {}, errors, status = 200 }: Shown = {},
): Promise<Response> {
  const viewer = inviter(c)
  const invitations = await listInvitations(c.var.house.db, viewer.communityId)
  const page = pageContext(c)
  const first = typed.role ?? c.req.query('as') ?? 'member'
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.heading)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/admin/invitations/letter">
        <div class="main">
          {c.req.query('opened') && (
            <p class="house" role="status">
              {page.t(w.opened)}
            </p>
          )}
          <p class="lead">{page.t(w.lead)}</p>
          <Field
            name="whom"
            label={page.t(w.whom)}
            hint={page.t(w.whomHint)}
            rows={4}
            typed={typed}
            errors={errors}
            autocomplete="off"
            required
          />
          <Field
            name="line"
            label={page.t(w.line)}
            hint={page.t(w.lineHint)}
            rows={3}
            maxlength={LINE_LENGTH}
            typed={typed}
            errors={errors}
          />
          {invitationPolicy.sendForRole(viewer) && (
            <Choices
              name="role"
              legend={page.t(w.role)}
              chosen={first}
              errors={errors}
              choices={[
                { value: 'member', label: page.t(w.asMember) },
                {
                  value: 'administrator',
                  label: page.t(w.asAdministrator),
                  hint: page.t(w.asAdministratorHint),
                },
              ]}
            />
          )}
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.see)}
            </button>
          </p>
        </div>
      </form>
      <Given page={page} invitations={invitations} />
    </Layout>,
    status,
  )
}

/** Takes an invitation back. */
export async function takeRevoke(c: AppContext): Promise<Response> {
  const viewer = inviter(c)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  await revokeInvitation(c.var.house, viewer, id)
  return c.redirect('/admin/invitations', 303)
}
