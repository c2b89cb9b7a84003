import { type PageContext, plainExcerpt, plainWords } from '../foundation/index.ts'
import { ago } from './parts.tsx'
import type { HeldEntry } from './read-held.ts'
import { mendWords as w } from './words.ts'

const EXCERPT = 240

/** Who wrote it and where it leads: what a marked link would not show. */
export function sitesSentence(page: PageContext, held: HeldEntry): string {
  const sites = held.sites.join(', ')
  if (!sites) return page.t(w.heldPlain)
  return held.author ? page.t(w.heldBy, { name: held.author, sites }) : page.t(w.heldByUnnamed, { sites })
}

/** Something held among what needs someone now. The first line of the page carries the main button. */
export function HeldLine({
  page,
  held,
  label,
  first,
}: {
  page: PageContext
  held: HeldEntry
  label: string | undefined
  first: boolean
}) {
  const phrase = held.place.replyId ? w.replyHeld : w.postHeld
  return (
    <form class="row acted" method="post" action={`/held/${held.id}/let-through`}>
      {label && <h2 class="side lab">{label}</h2>}
      <div class="main tight">
        <p class={first ? 'lead' : undefined}>
          {page.t(phrase, { space: held.spaceName, ago: ago(page, held.since) })}
        </p>
        <blockquote lang={held.language} dir="auto">
          <a href={`/held/${held.id}`}>{plainExcerpt(plainWords(held.html), EXCERPT) || held.title}</a>
        </blockquote>
        <p class="hint">{sitesSentence(page, held)}</p>
      </div>
      <div class="do">
        <button class={first ? 'b go' : 'b'} type="submit">
          {page.t(w.letThrough)}
        </button>
        <a class="act plain" href={`/held/${held.id}#hide`}>
          {page.t(w.stepHide)}
        </a>
      </div>
    </form>
  )
}
