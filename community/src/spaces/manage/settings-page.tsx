import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  FormEnd,
  Head,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { kindWords } from '../kind-words.ts'
import { spaceWords } from '../words.ts'
import { changeSpace, managedSpace } from './change-space.ts'
import { checkSettings, type TypedSettings } from './check-settings.ts'
import { refusedField, settingsForm } from './form.ts'
import { manager } from './manager.ts'
import { noticed, opensUp } from './rules.ts'
import { SettingsFields } from './settings-form.tsx'
import type { ManagedSpace } from './store.ts'
import { manageWords as w } from './words.ts'

function asTyped(space: ManagedSpace): Typed {
  return {
    name: space.name,
    description: space.description,
    kind: space.kind,
    visibility: space.visibility,
    postingBy: space.postingBy,
    norms: space.norms.join('\n'),
  }
}

function RestForm({ page, space }: { page: PageContext; space: ManagedSpace }) {
  return (
    <section class="row">
      <form
        class="main"
        method="post"
        action={`/admin/spaces/${space.id}/${space.archivedAt ? 'wake' : 'rest'}`}
      >
        {!space.archivedAt && <p class="dim">{page.t(w.restHint)}</p>}
        <p>
          <button class="b small" type="submit">
            {page.t(space.archivedAt ? w.wake : w.rest)}
          </button>
        </p>
      </form>
    </section>
  )
}

/** One space's settings. */
export async function showSpaceSettings(
  c: AppContext,
  typed?: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const space = await managedSpace(c.var.house, manager(c), c.req.param('id') ?? '')
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={space.name} unlisted>
      <Head side={<a href="/admin/spaces">{page.t(w.title)}</a>}>{space.name}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`/admin/spaces/${space.id}`}>
        <div class="main">
          {c.req.query('saved') && !errors && (
            <p class="house" role="status">
              {page.t(w.saved)} <a href={`/spaces/${space.slug}`}>{page.t(w.open)}</a>
            </p>
          )}
          <SettingsFields page={page} typed={typed ?? asTyped(space)} errors={errors} />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.save)}
            </button>
          </p>
        </div>
        {space.archivedAt && <Note>{page.t(spaceWords.archived)}</Note>}
      </form>
      <RestForm page={page} space={space} />
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Everything members will notice about a change, as sentences. */
function notices(page: PageContext, space: ManagedSpace, next: TypedSettings): string[] {
  const list: string[] = []
  if (next.kind !== space.kind) {
    const changes = noticed(space.kind, next.kind)
    list.push(
      ...(changes.length > 0 ? changes.map((one) => page.t(kindWords[one])) : [page.t(w.kindNothing)]),
    )
  }
  if (opensUp(space.visibility, next.visibility))
    list.push(page.t(next.visibility === 'public' ? w.opensPublic : w.opensMembers))
  return list
}

function BeforePage({
  page,
  space,
  typed,
  sentences,
}: {
  page: PageContext
  space: ManagedSpace
  typed: Typed
  sentences: string[]
}) {
  return (
    <Layout page={page} title={page.t(w.firstLook)} unlisted>
      <Head side={<a href={`/admin/spaces/${space.id}`}>{space.name}</a>}>{page.t(w.firstLook)}</Head>
      <form class="row bare" method="post" action={`/admin/spaces/${space.id}`}>
        <div class="main">
          <p class="lab">{page.t(w.members)}</p>
          {sentences.map((sentence) => (
            <p class="lead">{sentence}</p>
          ))}
          {Object.entries(typed)
            .filter(([name]) => name !== 'seen')
            .map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          <input type="hidden" name="seen" value={`${typed.kind} ${typed.visibility}`} />
          <FormEnd
            page={page}
            button={page.t(w.sure)}
            back={`/admin/spaces/${space.id}`}
            stay={page.t(w.asItWas)}
          />
        </div>
      </form>
    </Layout>
  )
}

/** Takes changed settings; what members will notice is said first (START-1). */
export async function takeSpaceSettings(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const space = await managedSpace(c.var.house, viewer, c.req.param('id') ?? '')
  const result = await readForm(c, settingsForm(c.var.t))
  if (!result.ok) return showSpaceSettings(c, result.typed, result.errors)
  const { value, typed } = result
  try {
    checkSettings(value)
    const page = pageContext(c)
    const sentences = notices(page, space, value)
    if (sentences.length > 0 && value.seen !== `${value.kind} ${value.visibility}`)
      return show(c, <BeforePage page={page} space={space} typed={typed} sentences={sentences} />)
    await changeSpace(c.var.house, viewer, space.id, value)
  } catch (error) {
    const errors = refusedField(error, c.var.t)
    if (!errors) throw error
    return showSpaceSettings(c, typed, errors)
  }
  return c.redirect(`/admin/spaces/${space.id}?saved=1`, 303)
}
