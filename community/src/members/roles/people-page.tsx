import {
  type AppContext,
  Field,
  Head,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  pageContext,
  requireMember,
  Sort,
  show,
} from '../../foundation/index.ts'
import { OfficeLink } from '../parts.tsx'
import { memberPolicy } from '../policy.ts'
import { roleName } from './role-names.ts'
import { memberRoles } from './rules.ts'
import { type Person, peopleNamed, peopleWithRoles } from './store.ts'
import { roleWords as w } from './words.ts'

function PersonRow({ page, person }: { page: PageContext; person: Person }) {
  const mayChange = memberRoles.some((to) => memberPolicy.changeRole(page.viewer, person.role, to))
  return (
    <section class="row">
      <div class="side who">
        <Sort id={person.id} name={person.name} />
        <p>{page.t(roleName[person.role])}</p>
      </div>
      <div class="main tight">
        <h3 class="title">
          <a href={`/members/${person.handle}`}>{person.name}</a>
        </h3>
        <p class="dim">{page.t(w.sinceJoined, { day: page.time.date(person.joinedAt) })}</p>
        {mayChange && (
          <p class="acts">
            <a class="act plain" href={`/admin/people/${person.id}`}>
              {page.t(w.change)}
              <span class="vh"> {person.name}</span>
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

export function steward(c: AppContext): MemberViewer {
  const viewer = requireMember(c)
  if (!memberPolicy.seeRoles(viewer)) throw notFound()
  return viewer
}

/** Who looks after the place, and the way to ask somebody else. */
export async function showPeople(c: AppContext): Promise<Response> {
  const viewer = steward(c)
  const { db } = c.var.house
  const name = (c.req.query('name') ?? '').trim().slice(0, 60)
  const people = name
    ? await peopleNamed(db, viewer.communityId, name)
    : await peopleWithRoles(db, viewer.communityId)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <div class="row bare">
        <search class="main">
          <form method="get" action="/admin/people">
            <p class="lead">{page.t(w.lead)}</p>
            <Field
              name="name"
              type="search"
              label={page.t(w.find)}
              hint={page.t(w.findHint)}
              value={name}
              autocomplete="off"
            />
            <p class="bar">
              <button class="b" type="submit">
                {page.t(w.search)}
              </button>
            </p>
          </form>
        </search>
      </div>
      <h2 class="vh">{page.t(name ? w.find : w.who)}</h2>
      {people.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.nobodyFound)}</p>
        </div>
      )}
      {people.map((person) => (
        <PersonRow page={page} person={person} />
      ))}
    </Layout>,
  )
}
