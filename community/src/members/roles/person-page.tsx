import { z } from 'zod'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  layOut,
  type MemberViewer,
  notFound,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import { type MemberView, membersById } from '../store.ts'
import type { MemberRole } from '../tables.ts'
import { changeRole } from './change-role.ts'
import { steward } from './people-page.tsx'
import { about, roleName } from './role-names.ts'
import { memberRoles, REASON_LENGTH } from './rules.ts'
import { addressOf, roleChanges } from './store.ts'
import { roleWords as w } from './words.ts'

async function personOf(c: AppContext, viewer: MemberViewer): Promise<MemberView> {
  const id = c.req.param('id') ?? ''
  const member = isId(id) ? (await membersById(c.var.house.db, viewer.communityId, [id])).get(id) : undefined
  if (member?.status !== 'active') throw notFound()
  return member
}

interface Shown {
  typed?: Typed
  errors?: FieldErrors
  said?: string
  status?: 200 | 403 | 409 | 422
}

/** One person's role, with everything that was changed before. */
export async function showPerson(c: AppContext, shown: Shown = {}): Promise<Response> {
  const viewer = steward(c)
  const member = await personOf(c, viewer)
  const changes = await roleChanges(c.var.house.db, viewer.communityId, member.id)
  const page = pageContext(c)
  const { name } = member
  const choices = memberRoles.filter(
    (role) => role === member.role || memberPolicy.changeRole(viewer, member.role, role),
  )
  const title = page.t(w.changeRole, { name })
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href="/admin/people">{page.t(w.title)}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={shown.errors} />
      <form class="row bare" method="post" action={`/admin/people/${member.id}`}>
        <div class="main">
          {(shown.said ?? c.req.query('saved')) && (
            <p class="house" role="status">
              {shown.said ?? page.t(w.saved, { name, role: page.t(roleName[member.role]) })}
            </p>
          )}
          <Choices
            name="role"
            legend={page.t(w.role)}
            errors={shown.errors}
            chosen={shown.typed?.role ?? member.role}
            choices={choices.map((role) => ({
              value: role,
              label: page.t(roleName[role]),
              hint: page.t(about[role]),
            }))}
          />
          <Field
            name="reason"
            label={page.t(w.reason)}
            hint={page.t(w.reasonHint, { name })}
            rows={3}
            maxlength={REASON_LENGTH}
            typed={shown.typed}
            errors={shown.errors}
            required
          />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.save)}
            </button>
          </p>
        </div>
      </form>
      <section class="row">
        <h2 class="side lab">{page.t(w.earlier)}</h2>
        <div class="main">
          {changes.length === 0 && <p class="dim">{page.t(w.nothingYet)}</p>}
          {changes.map((change) => (
            <div>
              <p>
                {page.t(w.changed, {
                  from: page.t(roleName[change.from]),
                  to: page.t(roleName[change.to]),
                  name: change.byName,
                })}{' '}
                <span class="dim">{page.time.day(change.changedAt)}</span>
              </p>
              <blockquote>{change.reason}</blockquote>
            </div>
          ))}
        </div>
      </section>
    </Layout>,
    shown.status ?? 200,
  )
}

async function tell(
  c: AppContext,
  change: { memberId: string; name: string; from: MemberRole; to: MemberRole; reason: string },
): Promise<void> {
  const { house, community, viewer, t } = c.var
  const to = await addressOf(house.db, community.id, change.memberId)
  if (!to || change.memberId === viewer.memberId) return
  const place = community.name
  const body = layOut({
    paragraphs: [
      t(w.letterHello, { name: change.name }),
      t(w.letterNow, {
        place,
        role: t(roleName[change.to]),
        from: t(roleName[change.from]),
        by: viewer.name,
      }),
      t(w.letterReason, { reason: change.reason.trim() }),
    ],
    link: { label: t(w.letterLink, { place }), url: house.config.url },
  })
  await house.mail.send({ communityId: community.id, to, subject: t(w.letterSubject, { place }), ...body })
}

const form = z.object({ role: z.enum(memberRoles), reason: z.string().default('') })

/** Takes a changed role. */
export async function takeRole(c: AppContext): Promise<Response> {
  const viewer = steward(c)
  const member = await personOf(c, viewer)
  const result = await readForm(c, form)
  if (!result.ok) return showPerson(c, { typed: result.typed, errors: result.errors, status: 422 })
  const { role, reason } = result.value
  try {
    const { name, from } = await changeRole(c.var.house, viewer, { memberId: member.id, to: role, reason })
    await tell(c, { memberId: member.id, name, from, to: role, reason })
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    const errors = { [String(error.details?.field ?? 'role')]: error.sentence(c.var.t) }
    return showPerson(c, { typed: result.typed, errors, status: error.status as 409 })
  }
  return c.redirect(`/admin/people/${member.id}?saved=1`, 303)
}
