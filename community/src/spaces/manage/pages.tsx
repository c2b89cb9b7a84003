import { z } from 'zod'
import {
  type AppContext, ErrorSummary, type FieldErrors, Head, KindlingError, Layout, type MemberViewer, Note, notFound,
  type PageContext, pageContext, readForm, requireMember, show, type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { kindName, kindWords } from '../kind-words.ts'
import { spacePolicy } from '../policy.ts'
import { kindDefaults, postingRights, type SpaceKind, spaceKinds, spaceVisibilities } from '../rules.ts'
import { spaceWords } from '../words.ts'
import { changeSpace, checkSettings, createSpace, managedSpace, type TypedSettings } from './manage-space.ts'
import { noticed, opensUp } from './rules.ts'
import { SettingsFields } from './settings-form.tsx'
import { type ManagedSpace, managedSpaces } from './store.ts'
import { manageWords as w } from './words.ts'

const readers = { public: spaceWords.readersPublic, members: spaceWords.readersMembers, invited: spaceWords.readersInvited }

export function manager(c: AppContext): MemberViewer {
  const viewer = requireMember(c)
  if (!spacePolicy.manage(viewer)) throw notFound()
  return viewer
}

function SpaceRow({ page, space, first, last }: { page: PageContext; space: ManagedSpace; first: boolean; last: boolean }) {
  const { t } = page
  const name = <span class="vh"> {space.name}</span>
  return (
    <section class="row">
      <p class="side">{t(kindName[space.kind])}<br />{t(space.archivedAt ? w.resting : readers[space.visibility])}</p>
      <div class="main tight">
        <h2 class="title"><a href={`/spaces/${space.slug}`}>{space.name}</a></h2>
        <p>{space.description}</p>
        <form class="acts" method="post" action={`/admin/spaces/${space.id}/order`}>
          <a class="act plain" href={`/admin/spaces/${space.id}`}>{t(w.change)}{name}</a>
          {space.visibility === 'invited' && <a class="act plain" href={`/admin/spaces/${space.id}/people`}>{t(w.people)}{name}</a>}
          {!space.archivedAt && !first && <button class="act plain" name="to" value="up" type="submit">{t(w.up)}{name}</button>}
          {!space.archivedAt && !last && <button class="act plain" name="to" value="down" type="submit">{t(w.down)}{name}</button>}
        </form>
      </div>
    </section>
  )
}

/** All spaces in their order, for who manages them. */
export async function showManagedSpaces(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const spaces = await managedSpaces(c.var.house.db, viewer.communityId)
  const awake = spaces.filter((space) => !space.archivedAt)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(spaces.length > 0 ? w.lead : w.none)}</p>
          <p class="bar"><a class="b go" href="/admin/spaces/new">{page.t(w.create)}</a></p>
        </div>
      </div>
      {spaces.map((space) => <SpaceRow page={page} space={space} first={space === awake[0]} last={space === awake.at(-1)} />)}
    </Layout>,
  )
}

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
          <p class="bar"><button class="b go" type="submit">{page.t(w.add)}</button></p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

function asTyped(space: ManagedSpace): Typed {
  return {
    name: space.name, description: space.description, kind: space.kind, visibility: space.visibility, postingBy: space.postingBy,
    norms: space.norms.join('\n'),
  }
}

function RestForm({ page, space }: { page: PageContext; space: ManagedSpace }) {
  return (
    <section class="row">
      <form class="main" method="post" action={`/admin/spaces/${space.id}/${space.archivedAt ? 'wake' : 'rest'}`}>
        {!space.archivedAt && <p class="dim">{page.t(w.restHint)}</p>}
        <p><button class="b small" type="submit">{page.t(space.archivedAt ? w.wake : w.rest)}</button></p>
      </form>
    </section>
  )
}

/** One space's settings. */
export async function showSpaceSettings(c: AppContext, typed?: Typed, errors?: FieldErrors): Promise<Response> {
  const space = await managedSpace(c.var.house, manager(c), c.req.param('id') ?? '')
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={space.name} unlisted>
      <Head side={<a href="/admin/spaces">{page.t(w.title)}</a>}>{space.name}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`/admin/spaces/${space.id}`}>
        <div class="main">
          {c.req.query('saved') && !errors && <p class="house" role="status">{page.t(w.saved)} <a href={`/spaces/${space.slug}`}>{page.t(w.open)}</a></p>}
          <SettingsFields page={page} typed={typed ?? asTyped(space)} errors={errors} />
          <p class="bar"><button class="b go" type="submit">{page.t(w.save)}</button></p>
        </div>
        {space.archivedAt && <Note>{page.t(spaceWords.archived)}</Note>}
      </form>
      <RestForm page={page} space={space} />
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  name: z.string().default(''),
  description: z.string().default(''),
  kind: z.enum(spaceKinds, 'Choose what kind of place it is.'),
  visibility: z.enum(spaceVisibilities, 'Choose who reads.'),
  postingBy: z.enum(postingRights, 'Choose who begins posts.'),
  norms: z.string().default(''),
  /** Set by the page that said what members will notice. */
  seen: z.string().optional(),
})

const field = (error: unknown): FieldErrors | undefined =>
  error instanceof KindlingError && error.status === 422 ? { [String(error.details?.field ?? '')]: error.message } : undefined

/** Takes a new space. */
export async function takeNewSpace(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const result = await readForm(c, form)
  if (!result.ok) return showNewSpace(c, result.typed, result.errors)
  try {
    const id = await createSpace(c.var.house, viewer, result.value)
    return c.redirect(`/admin/spaces/${id}?saved=1`, 303)
  } catch (error) {
    const errors = field(error)
    if (!errors) throw error
    return showNewSpace(c, result.typed, errors)
  }
}

/** Everything members will notice about a change, as sentences. */
function notices(page: PageContext, space: ManagedSpace, next: TypedSettings): string[] {
  const list: string[] = []
  if (next.kind !== space.kind) {
    const changes = noticed(space.kind, next.kind)
    list.push(...(changes.length > 0 ? changes.map((one) => page.t(kindWords[one])) : [page.t(w.kindNothing)]))
  }
  if (opensUp(space.visibility, next.visibility)) list.push(page.t(next.visibility === 'public' ? w.opensPublic : w.opensMembers))
  return list
}

function BeforePage({ page, space, typed, sentences }: { page: PageContext; space: ManagedSpace; typed: Typed; sentences: string[] }) {
  return (
    <Layout page={page} title={page.t(w.firstLook)} unlisted>
      <Head side={<a href={`/admin/spaces/${space.id}`}>{space.name}</a>}>{page.t(w.firstLook)}</Head>
      <form class="row bare" method="post" action={`/admin/spaces/${space.id}`}>
        <div class="main">
          <p class="lab">{page.t(w.members)}</p>
          {sentences.map((sentence) => <p class="lead">{sentence}</p>)}
          {Object.entries(typed).filter(([name]) => name !== 'seen').map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <input type="hidden" name="seen" value={`${typed.kind} ${typed.visibility}`} />
          <p class="bar">
            <button class="b go" type="submit">{page.t(w.sure)}</button>
            <a class="act plain" href={`/admin/spaces/${space.id}`}>{page.t(w.asItWas)}</a>
          </p>
        </div>
      </form>
    </Layout>
  )
}

/** Takes changed settings; what members will notice is said first (START-1). */
export async function takeSpaceSettings(c: AppContext): Promise<Response> {
  const viewer = manager(c)
  const space = await managedSpace(c.var.house, viewer, c.req.param('id') ?? '')
  const result = await readForm(c, form)
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
    const errors = field(error)
    if (!errors) throw error
    return showSpaceSettings(c, typed, errors)
  }
  return c.redirect(`/admin/spaces/${space.id}?saved=1`, 303)
}
