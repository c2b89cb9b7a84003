import { z } from 'zod'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  pageContext,
  readForm,
  show,
  type Translator,
  type Typed,
} from '../../foundation/index.ts'
import { managedSpace } from './change-space.ts'
import { letIntoSpace, takeOutOfSpace } from './let-into-space.ts'
import { manager } from './manager.ts'
import { peopleOfSpace } from './store.ts'
import { manageErrors, manageWords as w } from './words.ts'

/** Who was let into a space. */
export async function showSpacePeople(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = manager(c)
  const space = await managedSpace(c.var.house, viewer, c.req.param('id') ?? '')
  const people = await peopleOfSpace(c.var.house.db, viewer.communityId, space.id)
  const page = pageContext(c)
  const title = page.t(w.peopleTitle, { space: space.name })
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href="/admin/spaces">{page.t(w.title)}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`/admin/spaces/${space.id}/people`}>
        <div class="main">
          <p class="lead">{page.t(space.visibility === 'invited' ? w.peopleLead : w.peopleAnyone)}</p>
          <Field
            name="whom"
            label={page.t(w.letIn)}
            hint={page.t(w.letInHint, { example: viewer.handle })}
            typed={typed}
            errors={errors}
            autocomplete="off"
            required
          />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.letInSave)}
            </button>
          </p>
        </div>
      </form>
      {people.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.nobody)}</p>
        </div>
      )}
      {people.map((person) => (
        <section class="row">
          <p class="side">{page.time.day(person.joinedAt)}</p>
          <form
            class="main tight"
            method="post"
            action={`/admin/spaces/${space.id}/people/${person.id}/remove`}
          >
            <h2 class="title">
              <a href={`/members/${person.handle}`}>{person.name}</a>
            </h2>
            <p>
              <button class="act plain" type="submit">
                {page.t(w.takeOut)}
                <span class="vh"> {person.name}</span>
              </button>
            </p>
          </form>
        </section>
      ))}
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = (t: Translator) => z.object({ whom: z.string().trim().min(1, t(manageErrors.nameMissing)) })

/** Lets somebody in. */
export async function takeSpacePerson(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const result = await readForm(c, form(c.var.t))
  if (!result.ok) return showSpacePeople(c, result.typed, result.errors)
  const id = c.req.param('id') ?? ''
  try {
    await letIntoSpace(c.var.house, viewer, id, result.value.whom)
  } catch (error) {
    if (error instanceof KindlingError && error.status === 422)
      return showSpacePeople(c, result.typed, fieldErrors(error, c.var.t))
    throw error
  }
  return c.redirect(`/admin/spaces/${id}/people`, 303)
}

/** Takes somebody out. */
export async function dropSpacePerson(c: AppContext): Promise<Response> {
  const id = c.req.param('id') ?? ''
  await takeOutOfSpace(c.var.house, manager(c), id, c.req.param('member') ?? '')
  return c.redirect(`/admin/spaces/${id}/people`, 303)
}
