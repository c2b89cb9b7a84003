import { excerpt, fill, newWords, type Stretch, speechIn, type Wording, wordsSaid } from '@kindling/pause'
import { mayBeRephrased } from '@kindling/tone'
import {
  type AppContext,
  Head,
  Layout,
  type PageContext,
  pageContext,
  requireMember,
  show,
  type Translator,
} from '../foundation/index.ts'
import { otherField, useWay, withoutPause } from './after-pause.ts'
import { pauseStanding } from './may-pause.ts'
import { type MoreTold, offerTo } from './own-model/index.ts'
import type { Found, Writing } from './pause-first.tsx'
import { COUNTED, isCounted } from './trial/pause-trial.ts'
import { composerWords as w } from './words.ts'

/** Other words as the page shows them. */
interface Other extends Wording {
  /** What they do, or where they come from. */
  heading: string
}

interface Shown extends Found {
  page: PageContext
  names: { person: string | undefined }
  others: Other[]
  offer: MoreTold | undefined
}

/** So many other words stand on the page, wherever they come from. */
const OTHERS_AT_MOST = 3

const said = ({ t }: PageContext) => speechIn(t.language.tag).said

function because({ page, text, reading }: Shown): string {
  const words = wordsSaid(text, reading)
  const example = said(page).examples[reading.why.attribute ?? 'toxicity']
  return words ? page.t(w.because, { words, example }) : page.t(w.becauseOfAll, { example })
}

function Words({ stretches, Tag }: { stretches: Stretch[]; Tag: 'mark' | 'ins' }) {
  return (
    <dd class="typed" dir="auto">
      {stretches.map(({ text, marked }) => (marked ? <Tag>{text}</Tag> : text))}
    </dd>
  )
}

/** Other words, with the button that puts them in. */
function OtherWords({ page, other, at }: { page: PageContext; other: Other; at: number }) {
  return (
    <div>
      <dt>{other.heading}</dt>
      <Words Tag="ins" stretches={excerpt(other.text, newWords(other))} />
      <dd>
        <button class="act plain" type="submit" name="way" value={useWay(at)}>
          {page.t(w.use)}
        </button>
      </dd>
    </div>
  )
}

/** The words as they stand, and otherwise, side by side. */
function Proof({ page, text, reading, others }: Shown) {
  return (
    <dl class="proof">
      <div>
        <dt>{page.t(w.asItStands)}</dt>
        <Words Tag="mark" stretches={excerpt(text, reading.why.words, others[0]?.changes)} />
      </div>
      {others.map((other, at) => (
        <OtherWords page={page} other={other} at={at} />
      ))}
    </dl>
  )
}

/** Of the words that are asked about: their mark, and whether they are counted where the pause is tried. */
export interface Asks {
  mark: string
  counted: boolean
}

/** A way to ask the community's own language model, or what came of that. */
function More({ page, offer, more, text, reading }: Shown) {
  if (more) return more.length > 0 || !offer ? null : <p role="status">{offer.none}</p>
  if (!offer || !mayBeRephrased(text, reading)) return null
  return (
    <div class="set">
      {offer.says && <p>{offer.says}</p>}
      {offer.says && <input type="hidden" name="agreesTo" value={String(offer.addressVersion)} />}
      <p class="bar">
        <button class="act plain" type="submit" name="way" value="ask">
          {offer.ask}
        </button>
        {offer.no && (
          <a class="act plain" href="/settings/own-model">
            {page.t(w.choose)}
          </a>
        )}
      </p>
    </div>
  )
}

/** All that was typed comes along, but for what stands in the form once more. */
function Kept({
  writing,
  found,
  others = [],
  asks,
}: {
  writing: Writing
  found?: Found
  others?: Other[]
  asks: Asks
}) {
  const again = new Set([...(writing.files?.names ?? []), 'asked', 'trial'])
  const typed = Object.entries(withoutPause(writing.typed)).filter(([name]) => !again.has(name))
  return (
    <>
      {typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="asked" value={asks.mark} />
      {(asks.counted || isCounted(writing.typed)) && <input type="hidden" name="trial" value={COUNTED} />}
      {found && <input type="hidden" name="of" value={found.field} />}
      {others.map(({ text }, at) => (
        <input type="hidden" name={otherField(at)} value={text} />
      ))}
    </>
  )
}

/** The best that was found here, and what came from elsewhere. */
function othersOf(
  { suggestions: [best], more = [] }: Found,
  page: PageContext,
  names: Shown['names'],
  from: string,
): Other[] {
  const ours = best ? [{ ...best, heading: fill(said(page).moves[best.move], names) }] : []
  return [...ours, ...more.map((wording) => ({ ...wording, heading: from }))].slice(0, OTHERS_AT_MOST)
}

/** The two ways of equal weight. */
function Pair({ t }: { t: Translator }) {
  return (
    <div class="pair">
      <button class="b" type="submit" name="way" value="edit">
        {t(w.edit)}
      </button>
      <button class="b" type="submit" name="way" value="post">
        {t(w.post)}
      </button>
    </div>
  )
}

/** Somebody asked for more other words, and these cannot be read again just now. Nothing of theirs is lost. */
export function showNoMore(c: AppContext, writing: Writing, mark: string): Response {
  const page = pageContext(c)
  const { t } = page
  c.header('cache-control', 'no-store')
  return show(
    c,
    <Layout page={page} title={t(w.pageTitle)} unlisted>
      <Head>{t(w.pageTitle)}</Head>
      <form class="row bare" method="post" action={writing.action} enctype="multipart/form-data">
        <div class="main">
          <p class="lead">{t(w.noMore)}</p>
          {writing.files?.again}
          <Pair t={t} />
          <Kept writing={writing} asks={{ mark, counted: false }} />
        </div>
      </form>
    </Layout>,
  )
}

/** What somebody without script reads before words are posted that may hurt. */
export async function showPause(
  c: AppContext,
  writing: Writing,
  found: Found,
  asks: Asks,
): Promise<Response> {
  const page = pageContext(c)
  const { t } = page
  const names = { person: found.about.person }
  const viewer = requireMember(c)
  const [offer, { tired }] = await Promise.all([
    offerTo(c.var.house, viewer, t),
    pauseStanding(c.var.house, viewer),
  ])
  const others = othersOf(found, page, names, offer?.from ?? '')
  const shown: Shown = { ...found, page, names, others, offer }
  const attribute = found.reading.why.attribute ?? 'toxicity'
  const heading = fill(found.policy.headings[attribute] ?? said(page).headings[attribute], names)
  c.header('cache-control', 'no-store')
  return show(
    c,
    <Layout page={page} title={t(w.pageTitle)} unlisted>
      <Head>{t(w.pageTitle)}</Head>
      <form class="row bare" method="post" action={writing.action} enctype="multipart/form-data">
        <p class="side">{!found.more && t(w.pageSide)}</p>
        <div class="main">
          <section class="pause" aria-labelledby="heard">
            <h2 class="say" id="heard">
              {heading}
            </h2>
            <Proof {...shown} />
            <More {...shown} />
            {writing.files?.again}
            <Pair t={t} />
            <div class="more">
              <details>
                <summary>{t(w.why)}</summary>
                <p>{because(shown)}</p>
              </details>
              {found.about.talk && (
                <a class="act plain" href={found.about.talk}>
                  {t(w.talk)}
                </a>
              )}
              <a class="act plain" href="/settings/attention">
                {t(tired ? w.endIt : w.lessOften)}
              </a>
            </div>
          </section>
          <Kept writing={writing} found={found} others={others} asks={asks} />
        </div>
      </form>
    </Layout>,
  )
}
