import { z } from 'zod'
import { type AppContext, ErrorSummary, Field, type FieldErrors, Head, KindlingError, Layout, type MemberViewer, notFound, type PageContext, pageContext, readForm, show, type Typed } from '../../foundation/index.ts'
import { accountsOf, emailField, invite, listInvitations, OfficeLink, peopleWithRoles } from '../../members/index.ts'
import { adminPolicy, permitted } from '../policy.ts'
import { readSetUp, type SetUp } from '../set-up/store.ts'
import { makeKit } from './recovery-kit.ts'
import { sendTestLetter, takeLetterCode } from './test-letter.ts'
import { safetyWords as w } from './words.ts'

async function accountOf(c: AppContext, viewer: MemberViewer): Promise<{ id: string; email: string }> {
  const account = viewer.accountId ? await accountsOf(c.var.house).byId(viewer.accountId) : undefined
  const email = account?.email ?? account?.unconfirmedEmail
  if (!account || !email) throw notFound()
  return { id: account.id, email }
}

interface Shown {
  page: PageContext
  typed?: Typed
  errors?: FieldErrors | undefined
}

function NoMail({ page }: { page: PageContext }) {
  return (
    <>
      <p>{page.t.rich(w.noMail, { link: (text) => <a href="/admin/letters">{text}</a> })}</p>
      <p>{page.t(w.noMailHow)}</p>
      <p><code class="whole">{page.t(w.noMailExample)}</code></p>
    </>
  )
}

function LetterPart({ page, errors, setUp, address }: Shown & { setUp: SetUp | undefined; address: string }) {
  const { t, house } = page
  const waiting = setUp?.letterHash !== undefined
  if (!house.mail.works)
    return (
      <section class="row" id="letter">
        <h2 class="side lab">{t(w.letter)}</h2>
        <div class="main"><NoMail page={page} /></div>
      </section>
    )
  return (
    <section class="row" id="letter">
      <h2 class="side lab">{t(w.letter)}</h2>
      <div class="main">
        {setUp?.letterArrivedAt && <p>{t(w.letterArrived, { day: page.time.date(setUp.letterArrivedAt) })}</p>}
        {waiting && (
          <form method="post" action="/admin/safety/letter/digits">
            <p>{t(w.letterSent, { address })} {t(w.letterNever)}</p>
            <Field name="code" label={t(w.digits)} hint={t(w.digitsHint)} errors={errors} inputmode="numeric" maxlength={12} autocomplete="one-time-code" required />
            <p class="bar"><button class="b" type="submit">{t(w.check)}</button></p>
          </form>
        )}
        <form method="post" action="/admin/safety/letter">
          <p><button class="act plain" type="submit">{t(waiting ? w.sendAgain : w.sendFirst)}</button></p>
        </form>
      </div>
    </section>
  )
}

function SecondPart({ page, typed, errors, there, asked }: Shown & { there: string[]; asked: string[] }) {
  const { t } = page
  return (
    <section class="row" id="second">
      <h2 class="side lab">{t(w.second)}</h2>
      <form class="main" method="post" action="/admin/safety/second">
        <p>{t(w.secondLead)}</p>
        {there.length > 0 && <p>{t(w.secondThere, { names: there.join(', ') })}</p>}
        {asked.length > 0 && <p>{t(w.secondAsked, { names: asked.join(', ') })}</p>}
        {there.length === 0 && (
          <>
            <Field name="email" type="email" label={t(w.secondEmail)} hint={t(w.secondEmailHint)} typed={typed} errors={errors} autocomplete="off" />
            <p class="bar"><button class="b" type="submit">{t(w.secondSend)}</button></p>
          </>
        )}
      </form>
    </section>
  )
}

function KitPart({ page, setUp }: { page: PageContext; setUp: SetUp | undefined }) {
  const { t } = page
  return (
    <section class="row" id="kit">
      <h2 class="side lab">{t(w.kit)}</h2>
      <form class="main" method="post" action="/admin/safety/kit">
        <p>{t(w.kitLead)}</p>
        {setUp?.kitMadeAt && <p class="dim">{t(w.kitMade, { day: page.time.date(setUp.kitMadeAt) })}</p>}
        <p class="bar"><button class="b" type="submit">{t(w.kitMake)}</button></p>
      </form>
    </section>
  )
}

const said = { digits: w.arrived, letter: w.sentAgain, second: w.secondSent } as const

/** A test letter, a second pair of eyes, and the sheet in the drawer. */
export async function showSafety(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { db } = c.var.house
  const { communityId } = viewer
  const account = await accountOf(c, viewer)
  const [setUp, people, invitations] = await Promise.all([readSetUp(db, communityId), peopleWithRoles(db, communityId), listInvitations(db, communityId)])
  const page = pageContext(c)
  const there = people.filter(({ id, role }) => role === 'administrator' && id !== viewer.memberId).map(({ name }) => name)
  const asked = invitations.filter((one) => one.role === 'administrator' && one.usesLeft > 0 && !one.revokedAt && one.expiresAt > page.time.now).map(({ whom }) => whom)
  const done = said[c.req.query('done') as keyof typeof said]
  const closed = !page.community.openedAt
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          {done && <p class="house" role="status">{page.t(done)}</p>}
          <p class="lead">{page.t(closed ? w.lead : w.leadLater, { place: page.community.name })}</p>
        </div>
      </div>
      <LetterPart page={page} errors={errors} setUp={setUp} address={account.email} />
      <SecondPart page={page} typed={typed} errors={errors} there={there} asked={asked} />
      <KitPart page={page} setUp={setUp} />
      {closed && <div class="row"><p class="main bar"><a class="b go" href="/admin/doors">{page.t(w.next)}</a></p></div>}
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Runs work; a refusal comes back beside its field. */
async function orRefused(c: AppContext, typed: Typed, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof KindlingError) || ![409, 422, 429].includes(error.status)) throw error
    return showSafety(c, typed, { [String(error.details?.field ?? '')]: error.message })
  }
}

/** Sends the test letter. */
export async function takeLetter(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { house, community, t } = c.var
  const account = await accountOf(c, viewer)
  return orRefused(c, {}, async () => {
    await sendTestLetter({ house, community, t }, account.email)
    return c.redirect('/admin/safety?done=letter', 303)
  })
}

const digits = z.object({ code: z.string().default('') })

/** Takes the digits back. */
export async function takeDigits(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const result = await readForm(c, digits)
  if (!result.ok) return showSafety(c, result.typed, result.errors)
  const account = await accountOf(c, viewer)
  return orRefused(c, result.typed, async () => {
    const { house, community } = c.var
    await takeLetterCode(house, community, result.value.code, account)
    return c.redirect('/admin/safety?done=digits', 303)
  })
}

/** Invites a second administrator. */
export async function takeSecond(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { house, community, t } = c.var
  const result = await readForm(c, z.object({ email: emailField(t) }))
  if (!result.ok) return showSafety(c, result.typed, result.errors)
  return orRefused(c, result.typed, async () => {
    await invite({ house, community, viewer, t }, { whom: result.value.email, line: '', role: 'administrator' })
    return c.redirect('/admin/safety?done=second', 303)
  })
}

/** The page to print. Its codes are shown this once. */
export async function takeKit(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const codes = await makeKit(c.var.house, viewer)
  const page = pageContext(c)
  const { t, community, house } = page
  const address = `${house.config.url}/recover`
  return show(
    c,
    <Layout page={page} title={t(w.kitTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.kitTitle)}</Head>
      <div class="row bare kit">
        <div class="main">
          <p class="house" role="status">{t(w.kitOnce)}</p>
          <p class="lead">{t(w.kitFor, { place: community.name, day: page.time.date(page.time.now) })}</p>
          <dl>
            <div><dt>{t(w.kitAddress)}</dt><dd><code class="whole">{house.config.url}</code></dd></div>
            <div><dt>{t(w.kitCodes)}</dt>{codes.map((code) => <dd><code class="big">{code}</code></dd>)}</div>
          </dl>
          <p>{t(w.kitUse, { address })}</p>
          <p>{t(w.kitBackup)}</p>
          <p><b>{t(w.kitKeep)}</b></p>
          <p class="bar"><a class="b go" href="/admin/safety">{t(w.kitDone)}</a></p>
        </div>
      </div>
    </Layout>,
  )
}
