import { needLine, type PostLine } from '../../conversation/index.ts'
import type { PageContext, Phrase } from '../../foundation/index.ts'
import type { HeadStarts, Reason } from './rules.ts'
import { orderWords as w } from './words.ts'

const bandWords: Record<Reason, Phrase> = {
  first: w.bandFirst,
  unanswered: w.bandUnanswered,
  bridges: w.bandBridges,
}

/** Above the posts of a space: at most three, each with why it stands there. */
export function Band({
  page,
  band,
}: {
  page: PageContext
  band: readonly { line: PostLine; reason: Reason }[]
}) {
  if (band.length === 0) return null
  return (
    <section class="band" aria-labelledby="band">
      <h2 class="vh" id="band">
        {page.t(w.bandTitle)}
      </h2>
      {band.map(({ line, reason }) => {
        const lang = line.language === page.t.language.tag ? undefined : line.language
        return (
          <article class="row">
            <p class="side why">{page.t(bandWords[reason])}</p>
            <div class="main tight">
              <h3 class="title" lang={lang} dir={lang ? 'auto' : undefined}>
                <a href={`/posts/${line.id}`}>{line.title}</a>
              </h3>
            </div>
            <p class="side ask">{needLine(page, line.need, line.author)}</p>
          </article>
        )
      })}
    </section>
  )
}

const startWords: Record<Reason, Phrase> = {
  unanswered: w.startUnanswered,
  first: w.startFirst,
  bridges: w.startBridges,
}

/** A formula in words: each head start that plays a part. */
export function Starts({ page, starts }: { page: PageContext; starts: HeadStarts }) {
  return (
    <ul class="formula">
      {(Object.keys(startWords) as Reason[])
        .filter((reason) => starts[reason] > 0)
        .map((reason) => (
          <li>{page.t(startWords[reason], { count: starts[reason] })}</li>
        ))}
    </ul>
  )
}
