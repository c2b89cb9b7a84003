import { placeBand } from '../../conversation/index.ts'
import { fill, Icon, isMember, type PageContext } from '../../foundation/index.ts'
import { kindActsOpen } from './open-here.ts'
import { kindActPolicy } from './policy.ts'
import { type ActView, readToday } from './read-acts.ts'
import { kindActWords as w } from './words.ts'

/** An idea with its gold star: every idea has one. */
export function Idea({
  page,
  act,
  level,
}: {
  page: PageContext
  act: ActView
  level: 'today' | 'listed' | 'own'
}) {
  const { id, words, author, mine } = act
  const link = (
    <a href={`/kind-acts/${id}`} dir="auto">
      {words}
    </a>
  )
  return (
    <>
      {level === 'today' && <h2>{link}</h2>}
      {level === 'listed' && <h3 class="idea">{link}</h3>}
      <p class="starred dim">
        <Icon name="gold-star" />
        <span class="vh">{page.t(w.star)}</span>
        {mine ? (
          page.t(w.fromYou)
        ) : (
          <a class="quiet" href={`/members/${author.handle}`}>
            {page.t(w.from, { name: author.name })}
          </a>
        )}
      </p>
    </>
  )
}

/** "I did this", or what one may do after. */
export function Doing({ page, act, back }: { page: PageContext; act: ActView; back: 'today' | 'act' }) {
  const at = `/kind-acts/${act.id}`
  if (!act.did)
    return (
      <form class="bar" method="post" action={`${at}/did`}>
        <button class="b" name="back" value={back} type="submit">
          {page.t(w.did)}
        </button>
      </form>
    )
  return (
    <>
      <p class="house">{page.t(act.told ? w.youTold : w.didIt)}</p>
      <form class="acts" method="post" action={`${at}/undo`}>
        <a class="act plain" href={`${at}/story`}>
          {page.t(act.told ? w.changeStory : w.tell)}
        </a>
        <button class="act plain" name="back" value={back} type="submit">
          {page.t(w.undo)}
        </button>
      </form>
    </>
  )
}

/** On the front page and above the spaces: the one of today, one line, nothing to answer; or the way to add the first. */
export const actOfToday = fill(placeBand, {
  async load(house, page): Promise<Map<string, ActView | 'none'> | undefined> {
    const { viewer } = page
    if (!isMember(viewer) || !kindActPolicy.read(viewer) || !(await kindActsOpen(house, viewer.communityId)))
      return undefined
    return new Map([[viewer.communityId, (await readToday(house, viewer)) ?? 'none']])
  },
  render: (act, _, page) =>
    act ? (
      <section class="row">
        <p class="side">{page.t(w.bandLabel)}</p>
        <p class="main">
          {act === 'none' ? (
            page.t.rich(w.bandNone, { link: (text) => <a href="/kind-acts/new">{text}</a> })
          ) : (
            <a href="/kind-acts" dir="auto">
              {act.words}
            </a>
          )}
        </p>
      </section>
    ) : null,
})
