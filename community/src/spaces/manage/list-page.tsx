import { type AppContext, Head, Layout, type PageContext, pageContext, show } from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { kindName } from '../kind-words.ts'
import { spaceWords } from '../words.ts'
import { manager } from './manager.ts'
import { type ManagedSpace, managedSpaces } from './store.ts'
import { manageWords as w } from './words.ts'

const readers = {
  public: spaceWords.readersPublic,
  members: spaceWords.readersMembers,
  invited: spaceWords.readersInvited,
}

function SpaceRow({
  page,
  space,
  first,
  last,
}: {
  page: PageContext
  space: ManagedSpace
  first: boolean
  last: boolean
}) {
  const { t } = page
  const name = <span class="vh"> {space.name}</span>
  return (
    <section class="row">
      <p class="side">
        {t(kindName[space.kind])}
        <br />
        {t(space.archivedAt ? w.resting : readers[space.visibility])}
      </p>
      <div class="main tight">
        <h2 class="title">
          <a href={`/spaces/${space.slug}`}>{space.name}</a>
        </h2>
        <p>{space.description}</p>
        <form class="acts" method="post" action={`/admin/spaces/${space.id}/order`}>
          <a class="act plain" href={`/admin/spaces/${space.id}`}>
            {t(w.change)}
            {name}
          </a>
          {space.visibility === 'invited' && (
            <a class="act plain" href={`/admin/spaces/${space.id}/people`}>
              {t(w.people)}
              {name}
            </a>
          )}
          {!space.archivedAt && !first && (
            <button class="act plain" name="to" value="up" type="submit">
              {t(w.up)}
              {name}
            </button>
          )}
          {!space.archivedAt && !last && (
            <button class="act plain" name="to" value="down" type="submit">
              {t(w.down)}
              {name}
            </button>
          )}
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
          <p class="bar">
            <a class="b go" href="/admin/spaces/new">
              {page.t(w.create)}
            </a>
          </p>
        </div>
      </div>
      {spaces.map((space) => (
        <SpaceRow page={page} space={space} first={space === awake[0]} last={space === awake.at(-1)} />
      ))}
    </Layout>,
  )
}
