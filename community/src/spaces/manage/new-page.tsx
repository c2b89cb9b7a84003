import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  Head,
  Layout,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { kindDefaults, type SpaceKind, spaceKinds } from '../rules.ts'
import { createSpace } from './change-space.ts'
import { refusedField, settingsForm } from './form.ts'
import { manager } from './manager.ts'
import { SettingsFields } from './settings-form.tsx'
import { manageWords as w } from './words.ts'

/** What a kind of place begins with. */
function beginning(kind: SpaceKind): Typed {
  return { kind, visibility: kindDefaults[kind].visibility, postingBy: 'members' }
}

/** The page where a space is made. */
export async function showNewSpace(c: AppContext, typed?: Typed, errors?: FieldErrors): Promise<Response> {
  manager(c)
  const page = pageContext(c)
  const kind = spaceKinds.find((one) => one === c.req.query('kind')) ?? 'hobby'
  return show(
    c,
    <Layout page={page} title={page.t(w.newTitle)} unlisted>
      <Head side={<a href="/admin/spaces">{page.t(w.title)}</a>}>{page.t(w.newTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/admin/spaces">
        <div class="main">
          <SettingsFields page={page} typed={typed ?? beginning(kind)} errors={errors} />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.add)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Takes a new space. */
export async function takeNewSpace(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const result = await readForm(c, settingsForm(c.var.t))
  if (!result.ok) return showNewSpace(c, result.typed, result.errors)
  try {
    const id = await createSpace(c.var.house, viewer, result.value)
    return c.redirect(`/admin/spaces/${id}?saved=1`, 303)
  } catch (error) {
    const errors = refusedField(error, c.var.t)
    if (!errors) throw error
    return showNewSpace(c, result.typed, errors)
  }
}
