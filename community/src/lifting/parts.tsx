import { html } from '#jsx/jsx-runtime'
import { addressOf, type EntryItem, MORE_FORM, replyPlace } from '../conversation/index.ts'
import type { PageContext, Phrase } from '../foundation/index.ts'
import { liftingPolicy } from './policy.ts'
import type { Copy } from './read-marks.ts'
import type { Mark } from './rules.ts'
import { liftingWords as w } from './words.ts'

export const HOW_PAGE = '/lifting'

function Press({ page, href, phrase }: { page: PageContext; href: string; phrase: Phrase }) {
  return html`<button class="act plain" type="submit" form="${MORE_FORM}" formaction="${href}">${page.t(phrase)}</button>`
}

const markHref = ({ entry }: EntryItem, mark: Mark, back = '') => `${addressOf(entry)}/${mark}${back}`

/** "This helped", for who began the thread: among what one can do under an answer. */
export function HelpedWay({ page, item, mine }: { page: PageContext; item: EntryItem; mine: boolean }) {
  if (mine || !liftingPolicy.mark(page.viewer, 'helped', item)) return null
  return Press({ page, href: markHref(item, 'helped'), phrase: w.thisHelped })
}

/** "This was kind", in the menu of an answer. */
export function KindWay({ page, item, mine }: { page: PageContext; item: EntryItem; mine: boolean }) {
  if (mine || !liftingPolicy.mark(page.viewer, 'kind', item)) return null
  return Press({ page, href: markHref(item, 'kind'), phrase: w.thisWasKind })
}

const said: Record<Mark, Phrase> = { helped: w.youSaidHelped, kind: w.youSaidKind }

/** Under an answer, for who said it alone: that they did, and the way back. */
export function MySaying({
  page,
  item,
  mine,
}: {
  page: PageContext
  item: EntryItem
  mine: ReadonlySet<Mark> | undefined
}) {
  if (!mine) return null
  return [...mine].map((mark) => (
    <p class="saying">
      {page.t(said[mark])} {Press({ page, href: markHref(item, mark, '/take-back'), phrase: w.takeBack })}
    </p>
  ))
}

/** Why it stands at the top, in words. */
export function whyLifted(page: PageContext, { why, askedBy }: Copy): string {
  if (why === 'kind') return page.t(w.saidKind)
  return askedBy ? page.t(w.saidHelped, { name: askedBy }) : page.t(w.whoAskedSaidHelped)
}

/** For its author alone: whether a letter may quote it. */
function Quoting({ page, copy }: { page: PageContext; copy: Copy }) {
  const at = `/posts/${copy.postId}/replies/${copy.replyId}/quoting`
  const choice = (value: string, phrase: Phrase) => (
    <button class="act plain" name="quoting" value={value} type="submit">
      {page.t(phrase)}
    </button>
  )
  if (copy.quote === 'silent') return null
  return (
    <form class="quoting" method="post" action={at}>
      <p class="hint">{page.t(copy.quote === 'quoted' ? w.isQuoted : w.askQuote)}</p>
      <p class="acts">
        {copy.quote === 'quoted' ? (
          choice('no', w.noQuote)
        ) : (
          <>
            {choice('yes', w.yesQuote)}
            {choice('always', w.alwaysQuote)}
            {choice('never', w.neverQuote)}
          </>
        )}
      </p>
    </form>
  )
}

function CopyItem({ page, copy }: { page: PageContext; copy: Copy }) {
  const { author } = copy
  const name = author?.name ?? page.t(w.aMember)
  const lang = copy.language === page.t.language.tag ? undefined : copy.language
  return (
    <li>
      <blockquote lang={lang} dir={lang ? 'auto' : undefined}>
        {copy.words}
      </blockquote>
      <p class="dim">
        {author ? (
          <a class="quiet" href={`/members/${author.handle}`}>
            {name}
          </a>
        ) : (
          name
        )}
        {' · '}
        {whyLifted(page, copy)}{' '}
        <a href={replyPlace(copy.postId, copy.replyId)} aria-label={page.t(w.whereItStandsBy, { name })}>
          {page.t(w.whereItStands)}
        </a>
      </p>
      <Quoting page={page} copy={copy} />
    </li>
  )
}

/** Above the answers of a thread: at most three copies. Nothing where nothing is lifted. */
export function Copies({ page, copies }: { page: PageContext; copies: readonly Copy[] }) {
  if (copies.length === 0) return null
  return (
    <section class="row lifted" id="lifted" aria-labelledby="lifted-by">
      <div class="side">
        <h2 class="lab" id="lifted-by">
          {page.t(w.lifted)}
        </h2>
        <a class="act plain" href={HOW_PAGE}>
          {page.t(w.how)}
        </a>
      </div>
      <div class="main">
        <ul class="told">
          {copies.map((copy) => (
            <CopyItem page={page} copy={copy} />
          ))}
        </ul>
      </div>
    </section>
  )
}
