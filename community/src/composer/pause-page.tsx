import { excerpt, fill, newWords, type Stretch, speechIn, wordsSaid } from '@kindling/pause'
import { type AppContext, Head, Layout, type PageContext, pageContext, show } from '../foundation/index.ts'
import { withoutPause } from './after-pause.ts'
import type { Found, Writing } from './pause-first.tsx'
import { COUNTED, isCounted } from './trial/pause-trial.ts'
import { composerWords as w } from './words.ts'

interface Shown extends Found {
  page: PageContext
  names: { person: string | undefined }
}

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

/** The words as they stand, and otherwise, side by side. */
function Proof({ page, text, reading, suggestions: [best], names }: Shown) {
  return (
    <dl class="proof">
      <div>
        <dt>{page.t(w.asItStands)}</dt>
        <Words Tag="mark" stretches={excerpt(text, reading.why.words, best?.changes)} />
      </div>
      {best && (
        <div>
          <dt>{fill(said(page).moves[best.move], names)}</dt>
          <Words Tag="ins" stretches={excerpt(best.text, newWords(best))} />
          <dd>
            <button class="act plain" type="submit" name="way" value="use">
              {page.t(w.use)}
            </button>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Of the words that are asked about: their mark, and whether they are counted where the pause is tried. */
export interface Asks {
  mark: string
  counted: boolean
}

/** All that was typed comes along, but for what stands in the form once more. */
function Kept({ writing, found, asks }: { writing: Writing; found: Found; asks: Asks }) {
  const again = new Set([...(writing.files?.names ?? []), 'asked', 'trial'])
  const typed = Object.entries(withoutPause(writing.typed)).filter(([name]) => !again.has(name))
  const [best] = found.suggestions
  return (
    <>
      {typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="asked" value={asks.mark} />
      {(asks.counted || isCounted(writing.typed)) && <input type="hidden" name="trial" value={COUNTED} />}
      {best && <input type="hidden" name="of" value={found.field} />}
      {best && <input type="hidden" name="other" value={best.text} />}
    </>
  )
}

/** What somebody without script reads before words are posted that may hurt. */
export function showPause(c: AppContext, writing: Writing, found: Found, asks: Asks): Response {
  const page = pageContext(c)
  const { t } = page
  const names = { person: found.about.person }
  const shown = { ...found, page, names }
  const attribute = found.reading.why.attribute ?? 'toxicity'
  const heading = fill(found.policy.headings[attribute] ?? said(page).headings[attribute], names)
  c.header('cache-control', 'no-store')
  return show(
    c,
    <Layout page={page} title={t(w.pageTitle)} unlisted>
      <Head>{t(w.pageTitle)}</Head>
      <form class="row bare" method="post" action={writing.action} enctype="multipart/form-data">
        <p class="side">{t(w.pageSide)}</p>
        <div class="main">
          <section class="pause" aria-labelledby="heard">
            <h2 class="say" id="heard">
              {heading}
            </h2>
            <Proof {...shown} />
            {writing.files?.again}
            <div class="pair">
              <button class="b" type="submit" name="way" value="edit">
                {t(w.edit)}
              </button>
              <button class="b" type="submit" name="way" value="post">
                {t(w.post)}
              </button>
            </div>
            <div class="more">
              <details>
                <summary>{t(w.why)}</summary>
                <p>{because(shown)}</p>
              </details>
              <a class="act plain" href="/settings/attention">
                {t(w.lessOften)}
              </a>
            </div>
          </section>
          <Kept writing={writing} found={found} asks={asks} />
        </div>
      </form>
    </Layout>,
  )
}
