import { html } from '#jsx/jsx-runtime'
import { ReportMore } from '../../bounds/index.ts'
import { type EntryItem, entryMore, entryPolicy, factsOfEntry, placeBand } from '../../conversation/index.ts'
import { fill, isMember, type PageContext } from '../../foundation/index.ts'
import { type MemberView, profileActs } from '../../members/index.ts'
import { isClosedKind, spotlightsOpen } from './open-here.ts'
import { SPOTLIGHT_PAGE } from './pages-at.ts'
import { type PersonFacts, spotlightPolicy } from './policy.ts'
import { readSpotlight, type SpotlightView } from './read-spotlight.ts'
import { SENTENCE } from './rules.ts'
import { peopleToWriteAbout, personFacts } from './store.ts'
import { spotlightWords as w } from './words.ts'
import type { Sentence } from './words-store.ts'

/** Sentences as everybody reads them: the words large, who wrote them small. */
export function Sentences({ page, sentences }: { page: PageContext; sentences: readonly Sentence[] }) {
  return (
    <ul class="told">
      {sentences.map(({ id, words, writer }) => (
        <li>
          <blockquote class="keep-lines" dir="auto">
            {words}
          </blockquote>
          <p class="dim">
            <a class="quiet" href={`/members/${writer.handle}`}>
              {writer.name || page.t(w.aMember)}
            </a>
          </p>
          {page.viewer.memberId !== writer.id && <ReportMore page={page} kind={SENTENCE} id={id} />}
        </li>
      ))}
    </ul>
  )
}

const about = (handle: string) => `${SPOTLIGHT_PAGE}/about/${handle}`

/** On the page of a member, where one may write about them. */
export const onProfile = fill(profileActs, {
  async load(house, page, members): Promise<Map<string, PersonFacts> | undefined> {
    const { viewer } = page
    if (!spotlightPolicy.read(viewer) || !(await spotlightsOpen(house, viewer.communityId))) return undefined
    const ids = members.map(({ id }) => id)
    const rows = await peopleToWriteAbout(house.db, viewer.communityId).where('m.id', 'in', ids).execute()
    return new Map(rows.map((row) => [row.id, personFacts(row)]))
  },
  render: (facts: PersonFacts | undefined, member: MemberView, page) =>
    facts && spotlightPolicy.write(page.viewer, facts)
      ? html`<a class="act plain" href="${about(member.handle)}">${page.t(w.writeAbout, { name: member.name })}</a>`
      : null,
})

/** In More, under what somebody wrote under their name; not in spaces for support or family. */
export const inMore = fill(entryMore, {
  async load(house, page, [item]): Promise<Map<string, never> | undefined> {
    const { viewer } = page
    if (!item || !isMember(viewer) || viewer.waiting || isClosedKind(item.post.space.kind)) return undefined
    return (await spotlightsOpen(house, viewer.communityId)) ? new Map<string, never>() : undefined
  },
  render(_, { entry, post }: EntryItem, page) {
    const { author } = entry
    if (!author || !entryPolicy.thank(page.viewer, factsOfEntry(post, entry))) return null
    return html`<a class="act plain" href="${about(author.handle)}">${page.t(w.writeMore, { name: author.name })}</a>`
  },
})

/** On the front page and above the spaces: who stands in the light, or the way to who hosts. */
export const inBand = fill(placeBand, {
  async load(house, page): Promise<Map<string, SpotlightView | 'nobody'> | undefined> {
    const { viewer } = page
    if (!isMember(viewer) || !spotlightPolicy.read(viewer)) return undefined
    if (!(await spotlightsOpen(house, viewer.communityId))) return undefined
    return new Map([[viewer.communityId, (await readSpotlight(house, viewer)) ?? 'nobody']])
  },
  render: (view, _, page) =>
    view === 'nobody' ? (
      <section class="row">
        <p class="side">{page.t(w.bandLabel)}</p>
        <p class="main">
          {page.t.rich(w.bandNobody, { link: (text) => <a href={SPOTLIGHT_PAGE}>{text}</a> })}
        </p>
      </section>
    ) : view ? (
      <section class="row">
        <p class="side">{page.t(w.bandLabel)}</p>
        <div class="main tight">
          <h2 class="title">
            <a href={SPOTLIGHT_PAGE}>{page.t(w.bandName, { name: view.member.name })}</a>
          </h2>
          <p class="keep-lines" dir="auto">
            {view.sentences[0]!.words}
          </p>
        </div>
      </section>
    ) : null,
})
