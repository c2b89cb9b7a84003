import { z } from 'zod'
import {
  type AppContext,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  type PageContext,
  pageContext,
  readForm,
  show,
} from '../../foundation/index.ts'
import { OfficeLink } from '../parts.tsx'
import { checkInviting, type Invited, invite } from './invite.ts'
import { invitationLetter } from './letter.ts'
import { inviter, showInvitations } from './list-page.tsx'
import { invitationWords as w } from './words.ts'

const form = z.object({
  whom: z.string().default(''),
  line: z.string().default(''),
  role: z.enum(['member', 'administrator']).default('member'),
})

/** Runs work on the form; a refusal brings the form back with what was typed. */
async function withForm(
  c: AppContext,
  work: (value: z.output<typeof form>, viewer: MemberViewer) => Promise<Response>,
): Promise<Response> {
  const viewer = inviter(c)
  const result = await readForm(c, form)
  if (!result.ok) return showInvitations(c, { typed: result.typed, errors: result.errors, status: 422 })
  try {
    return await work(result.value, viewer)
  } catch (error) {
    if (!(error instanceof KindlingError) || ![422, 429].includes(error.status)) throw error
    const errors = fieldErrors(error, c.var.t)
    return showInvitations(c, { typed: result.typed, errors, status: error.status as 422 })
  }
}

function sendLabel(page: PageContext, whom: readonly { isAddress: boolean }[]): string {
  const letters = whom.filter(({ isAddress }) => isAddress).length
  if (letters === whom.length) return page.t(w.send, { count: letters })
  return letters === 0 ? page.t(w.makeLinks, { count: whom.length }) : page.t(w.sendAndMake)
}

/** The letter as it will be read, before anything is sent. */
export function showLetter(c: AppContext): Promise<Response> {
  return withForm(c, async (value, viewer) => {
    const { whom, line } = checkInviting(viewer, value)
    const page = pageContext(c)
    const url = `${c.var.house.config.url}/join`
    const letter = invitationLetter({
      community: c.var.community,
      t: page.t,
      byName: viewer.name,
      line,
      role: value.role,
      url,
      now: page.time.now,
    })
    const addresses = whom.filter(({ isAddress }) => isAddress)
    const names = whom.filter(({ isAddress }) => !isAddress)
    return show(
      c,
      <Layout page={page} title={page.t(w.letterTitle)} unlisted>
        <Head side={<OfficeLink page={page} />}>{page.t(w.letterTitle)}</Head>
        <div class="row bare">
          <div class="side">
            {addresses.length > 0 && (
              <p>
                {page.t(w.goesTo)} {addresses.map(({ text }) => text).join(', ')}
              </p>
            )}
            {names.length > 0 && (
              <p>
                {page.t(w.linksFor)}: {names.map(({ text }) => text).join(', ')}
              </p>
            )}
          </div>
          <div class="main">
            <h2 class="title">{letter.subject}</h2>
            <blockquote class="letter">
              {letter.paragraphs.map((text) => (
                <p>{text}</p>
              ))}
            </blockquote>
            <form method="post" action="/admin/invitations">
              <input type="hidden" name="whom" value={value.whom} />
              <input type="hidden" name="line" value={value.line} />
              <input type="hidden" name="role" value={value.role} />
              <p class="bar">
                <button class="b go" type="submit">
                  {sendLabel(page, whom)}
                </button>
                <button class="act plain" type="submit" formaction="/admin/invitations/change">
                  {page.t(w.changeIt)}
                </button>
              </p>
            </form>
          </div>
        </div>
      </Layout>,
    )
  })
}

/** Back from the letter to the form, with everything in it. */
export async function changeLetter(c: AppContext): Promise<Response> {
  inviter(c)
  const result = await readForm(c, form)
  return showInvitations(c, { typed: result.typed })
}

function Links({ page, invited }: { page: PageContext; invited: Invited[] }) {
  const links = invited.filter(({ isAddress }) => !isAddress)
  if (links.length === 0) return null
  return (
    <>
      <p class="lead">{page.t(w.links)}</p>
      <dl class="links">
        {links.map(({ text, url }) => (
          <>
            <dt>{page.t(w.linkFor, { name: text })}</dt>
            <dd>
              <code>{url}</code>
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}

/** Sends the letters; links for names are shown once. */
export function takeInvitations(c: AppContext): Promise<Response> {
  return withForm(c, async (value, viewer) => {
    const { house, community, t } = c.var
    const invited = await invite({ house, community, viewer, t }, value)
    const letters = invited.filter(({ isAddress }) => isAddress).length
    const page = pageContext(c)
    return show(
      c,
      <Layout page={page} title={page.t(w.title)} unlisted>
        <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
        <div class="row bare">
          <div class="main">
            {letters > 0 && (
              <p class="lead" role="status">
                {page.t(w.sent, { count: letters })}
              </p>
            )}
            <Links page={page} invited={invited} />
            <p class="bar">
              <a class="b go" href="/admin/invitations">
                {page.t(w.again)}
              </a>
            </p>
          </div>
          {letters > 0 && !house.mail.works && (
            <Note>{page.t.rich(w.inOutbox, { link: (text) => <a href="/admin/letters">{text}</a> })}</Note>
          )}
        </div>
      </Layout>,
    )
  })
}
