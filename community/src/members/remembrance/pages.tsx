import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  pageContext,
  permitted,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../parts.tsx'
import { type MemberView, memberByHandle, membersById } from '../store.ts'
import { remembrancePolicy } from './policy.ts'
import {
  confirmRemembrance,
  proposeRemembrance,
  REASON_LENGTH,
  undoRemembrance,
  withdrawRemembrance,
} from './remember.ts'
import { type Remembrance, remembranceOf, remembrances } from './store.ts'
import { remembranceErrors as e, remembranceWords as w } from './words.ts'

export const REMEMBRANCE_PAGE = '/admin/remembrance'

function Listed({ page, one, member }: { page: PageContext; one: Remembrance; member: MemberView }) {
  const { confirmedAt } = one
  return (
    <section class="row">
      <p class="side">
        {confirmedAt ? page.t(w.since, { day: page.time.date(confirmedAt) }) : page.t(w.waiting)}
      </p>
      <div class="main tight">
        <h2 class="title">
          <a href={`${REMEMBRANCE_PAGE}/${member.id}`}>{member.name}</a>
        </h2>
      </div>
    </section>
  )
}

/** GET /admin/remembrance: who is remembered, what waits for a second steward, and whose page it may be. */
export async function showRemembrances(c: AppContext): Promise<Response> {
  const viewer = permitted(c, remembrancePolicy.read)
  const { db } = c.var.house
  const handle = (c.req.query('handle') ?? '').trim().replace(/^@/, '').slice(0, 60)
  const found = handle ? await memberByHandle(db, viewer.communityId, handle) : undefined
  if (found) return c.redirect(`${REMEMBRANCE_PAGE}/${found.id}`, 303)
  const all = await remembrances(db, viewer.communityId)
  const people = await membersById(
    db,
    viewer.communityId,
    all.map(({ memberId }) => memberId),
  )
  const page = pageContext(c)
  const { t } = page
  const errors = handle ? { handle: t(e.nobody) } : undefined
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.title)}</Head>
      <div class="row bare">
        <search class="main">
          <form method="get" action={REMEMBRANCE_PAGE}>
            <p class="lead">{t(w.lead)}</p>
            <Field
              name="handle"
              label={t(w.find)}
              hint={t(w.findHint)}
              value={handle}
              autocomplete="off"
              {...(errors ? { errors } : {})}
            />
            <p class="bar">
              <button class="b" type="submit">
                {t(w.look)}
              </button>
            </p>
          </form>
        </search>
      </div>
      {all.map((one) => {
        const member = people.get(one.memberId)
        return member && <Listed page={page} one={one} member={member} />
      })}
    </Layout>,
  )
}

interface OneProps {
  page: PageContext
  member: MemberView
  one: Remembrance | undefined
}

function Press({
  page,
  member,
  act,
  phrase,
  main = false,
}: Omit<OneProps, 'one'> & { act: string; phrase: 'confirm' | 'withdraw' | 'undo'; main?: boolean }) {
  return (
    <form class="bar" method="post" action={`${REMEMBRANCE_PAGE}/${member.id}/${act}`}>
      <button class={main ? 'b go' : 'b'} type="submit">
        {page.t(w[phrase])}
      </button>
    </form>
  )
}

function Proposal({ page, member, one, by }: OneProps & { one: Remembrance; by: string }) {
  const { t, viewer } = page
  const mayConfirm = remembrancePolicy.confirm(viewer, one)
  return (
    <>
      {viewer.memberId === one.proposedBy ? (
        <p class="house">{t(w.yourself)}</p>
      ) : (
        <p>{t(w.proposedBy, { name: by })}</p>
      )}
      <blockquote class="keep-lines" dir="auto">
        {one.reason}
      </blockquote>
      {mayConfirm && <p class="hint">{t(w.confirmHint, { name: member.name })}</p>}
      {mayConfirm && <Press page={page} member={member} act="confirm" phrase="confirm" main />}
      <Press page={page} member={member} act="withdraw" phrase="withdraw" />
    </>
  )
}

function Propose({
  page,
  member,
  typed,
  errors,
}: Omit<OneProps, 'one'> & { typed: Typed; errors: FieldErrors | undefined }) {
  return (
    <form method="post" action={`${REMEMBRANCE_PAGE}/${member.id}`}>
      <Field
        name="reason"
        label={page.t(w.reason)}
        hint={page.t(w.reasonHint)}
        rows={3}
        maxlength={REASON_LENGTH}
        typed={typed}
        {...(errors ? { errors } : {})}
      />
      <p class="bar">
        <button class="b go" type="submit">
          {page.t(w.propose)}
        </button>
      </p>
    </form>
  )
}

function Is({ page, member }: Omit<OneProps, 'one'>) {
  const mayUndo = remembrancePolicy.undo(page.viewer)
  return (
    <>
      <p class="house">{page.t(w.is)}</p>
      {mayUndo && <p class="hint">{page.t(w.undoHint)}</p>}
      {mayUndo && <Press page={page} member={member} act="undo" phrase="undo" />}
    </>
  )
}

async function memberOf(c: AppContext, viewer: MemberViewer): Promise<MemberView> {
  const id = c.req.param('id') ?? ''
  const member = isId(id) ? (await membersById(c.var.house.db, viewer.communityId, [id])).get(id) : undefined
  if (!member) throw notFound()
  return member
}

/** GET /admin/remembrance/:id: how it stands with one page, and the next step. */
export async function showRemembrance(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = permitted(c, remembrancePolicy.read)
  const member = await memberOf(c, viewer)
  const { db } = c.var.house
  const one = await remembranceOf(db, viewer.communityId, member.id)
  if (!one && !remembrancePolicy.propose(viewer, member)) throw notFound()
  const by = one && (await membersById(db, viewer.communityId, [one.proposedBy])).get(one.proposedBy)
  const page = pageContext(c)
  const heading = page.t(w.heading, { name: member.name })
  return show(
    c,
    <Layout page={page} title={heading} unlisted>
      <Head side={<a href={REMEMBRANCE_PAGE}>{page.t(w.title)}</a>}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row bare">
        <div class="main">
          {c.req.query('done') && (
            <p class="house" role="status">
              {page.t(w.done)}
            </p>
          )}
          <p>
            <a href={`/members/${member.handle}`}>{page.t(w.toPage)}</a>
          </p>
          {!one && <Propose page={page} member={member} typed={typed} errors={errors} />}
          {one && !one.confirmedAt && <Proposal page={page} member={member} one={one} by={by?.name ?? ''} />}
          {one?.confirmedAt && <Is page={page} member={member} />}
        </div>
        <Note>{page.t(w.lead)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({ reason: z.string().default('') })

export async function takeProposal(c: AppContext): Promise<Response> {
  const viewer = permitted(c, remembrancePolicy.read)
  const { id } = await memberOf(c, viewer)
  const { typed } = await readForm(c, form)
  try {
    await proposeRemembrance(c.var.house, viewer, id, typed.reason ?? '')
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showRemembrance(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect(`${REMEMBRANCE_PAGE}/${id}?done=1`, 303)
}

const steps = { confirm: confirmRemembrance, withdraw: withdrawRemembrance, undo: undoRemembrance } as const

export async function takeStep(c: AppContext, step: keyof typeof steps): Promise<Response> {
  const viewer = permitted(c, remembrancePolicy.read)
  const { id } = await memberOf(c, viewer)
  await steps[step](c.var.house, viewer, id)
  return c.redirect(step === 'confirm' ? `${REMEMBRANCE_PAGE}/${id}?done=1` : REMEMBRANCE_PAGE, 303)
}
