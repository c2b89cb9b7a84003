import { underSpaceHead } from '../../conversation/index.ts'
import { fill, isMember, type PageContext } from '../../foundation/index.ts'
import { celebrationsOpen } from './open-here.ts'
import { celebrationAt, listAt } from './pages-at.ts'
import { celebrationPolicy } from './policy.ts'
import { type CelebrationView, readStanding } from './read-celebrations.ts'
import { switchesOf } from './settings-store.ts'
import { celebrationWords as w } from './words.ts'

/** Names as one says them in a row. */
export const namesOf = ({ t }: PageContext, names: readonly string[]) =>
  new Intl.ListFormat(t.language.tag).format(names)

/** One in a list: what was reached, and who opened it. */
export function CelebrationItem({ page, one }: { page: PageContext; one: CelebrationView }) {
  const { t, time } = page
  return (
    <article class="row">
      <p class="side">
        {one.mine ? t(w.openedByYou) : t(w.openedBy, { name: one.opener.name })}
        <br />
        {one.standing ? t(w.until, { day: time.date(one.restsAt) }) : time.date(one.openedAt)}
      </p>
      <div class="main tight">
        <h3 class="title">
          <a href={celebrationAt(one.id)} dir="auto">
            {one.title}
          </a>
        </h3>
        <p dir="auto">{one.reached}</p>
      </div>
    </article>
  )
}

function InSpace({ page, slug, standing }: { page: PageContext; slug: string; standing: CelebrationView[] }) {
  return (
    <>
      {standing.length > 0 && (
        <section class="celebrating" aria-label={page.t(w.bandLabel)}>
          {standing.map(({ id, title, reached }) => (
            <p>
              <a href={celebrationAt(id)} dir="auto">
                {title}
              </a>
              <span class="dim block" dir="auto">
                {reached}
              </span>
            </p>
          ))}
        </section>
      )}
      <p class="acts">
        <a class="act plain" href={listAt(slug)}>
          {page.t(w.link)}
        </a>
      </p>
    </>
  )
}

/** In its space: what stands, and the way to all of them. */
export const inSpace = fill(underSpaceHead, {
  async load(house, page, spaces): Promise<Map<string, CelebrationView[]> | undefined> {
    const { viewer } = page
    if (!isMember(viewer) || !celebrationPolicy.read(viewer)) return undefined
    const { communityId } = viewer
    const [switches, standing, open] = await Promise.all([
      switchesOf(house.db, communityId, spaces),
      readStanding(
        house,
        viewer,
        spaces.map(({ id }) => id),
      ),
      celebrationsOpen(house, communityId),
    ])
    const loaded = new Map<string, CelebrationView[]>()
    for (const { id, slug } of spaces) {
      const here = standing.filter(({ space }) => space.id === id)
      if (here.length > 0 || (open && switches.get(id)!.opens)) loaded.set(slug, here)
    }
    return loaded
  },
  render: (standing, { slug }, page) => standing && <InSpace page={page} slug={slug} standing={standing} />,
})
