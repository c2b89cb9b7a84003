import { z } from 'zod'
import {
  type AppContext,
  Head,
  isId,
  KindlingError,
  Layout,
  Note,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
} from '../../foundation/index.ts'
import { OfficeLink } from '../parts.tsx'
import { memberPolicy } from '../policy.ts'
import { answerWaiting } from './answer-waiting.ts'
import { type WaitingPerson, waitingPeople } from './store.ts'
import { waitingWords as w } from './words.ts'

function Person({ page, person }: { page: PageContext; person: WaitingPerson }) {
  return (
    <section class="row">
      <p class="side">{page.t(w.since, { moment: page.time.within.moment(person.since) })}</p>
      <div class="main">
        <h2 class="title">{person.name}</h2>
        <p class="dim">{page.t(person.confirmed ? w.confirmed : w.unconfirmed)}</p>
        <form class="acts" method="post" action={`/admin/waiting/${person.id}`}>
          <button class="act plain" name="answer" value="let-in" type="submit">
            {page.t(w.letIn)}
            <span class="vh"> {person.name}</span>
          </button>
          <button class="act plain" name="answer" value="not-now" type="submit">
            {page.t(w.notNow)}
            <span class="vh"> {person.name}</span>
          </button>
        </form>
      </div>
    </section>
  )
}

/** Who waits to be let in, for stewards. */
export async function showWaiting(c: AppContext, said?: string, status: 200 | 409 = 200): Promise<Response> {
  const viewer = requireMember(c)
  if (!memberPolicy.letIn(viewer)) throw notFound()
  const people = await waitingPeople(c.var.house.db, viewer.communityId)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          {said && (
            <p class="house" role="status">
              {said}
            </p>
          )}
          <p class="lead">{page.t(people.length > 0 ? w.lead : w.none)}</p>
        </div>
        {people.length > 0 && <Note>{page.t(w.notNowHint)}</Note>}
      </div>
      {people.map((person) => (
        <Person page={page} person={person} />
      ))}
    </Layout>,
    status,
  )
}

const form = z.object({ answer: z.enum(['let-in', 'not-now']) })

/** Takes "Let in" or "Not now". */
export async function takeAnswer(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const id = c.req.param('id') ?? ''
  const result = await readForm(c, form)
  if (!isId(id) || !result.ok) throw notFound()
  const { house, community, t } = c.var
  try {
    await answerWaiting({ house, community, viewer, t }, id, result.value.answer === 'let-in')
  } catch (error) {
    if (error instanceof KindlingError && error.code === 'not_waiting')
      return showWaiting(c, error.sentence(t), 409)
    throw error
  }
  return c.redirect('/admin/waiting', 303)
}
