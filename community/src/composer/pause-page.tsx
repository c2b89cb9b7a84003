import { fill, speechIn } from '@kindling/pause'
import type { Reading, Suggestion } from '@kindling/tone'
import { type AppContext, Head, Layout, type PageContext, pageContext, show } from '../foundation/index.ts'
import { withoutPause } from './after-pause.ts'
import type { Writing } from './pause-first.tsx'
import { piecesOf } from './pieces.ts'
import type { PausePolicy } from './rules.ts'
import { composerWords as w } from './words.ts'

interface Found {
  field: string
  text: string
  reading: Reading
  suggestions: Suggestion[]
  person: string | undefined
  policy: PausePolicy
}

interface Shown extends Found {
  page: PageContext
  names: { person: string | undefined }
}

const said = ({ t }: PageContext) => speechIn(t.language.tag).said

/** So much of the words it rests on is said again. */
const SAID_AGAIN = 44

function because({ page, text, reading }: Shown): string {
  const { attribute, words } = reading.why
  const carried = words
    .map(({ begin, end }) => text.slice(begin, end))
    .join(' … ')
    .slice(0, SAID_AGAIN)
  const example = said(page).examples[attribute ?? 'toxicity']
  return carried ? page.t(w.because, { words: carried, example }) : page.t(w.becauseOfAll, { example })
}

/** The words as they stand, and otherwise, side by side. */
function Proof({ page, text, reading, suggestions, names }: Shown) {
  const [best] = suggestions
  return (
    <dl class="proof">
      <div>
        <dt>{page.t(w.asItStands)}</dt>
        <dd class="typed" dir="auto">
          {piecesOf(text, reading.why.words, ({ begin, end }) => (
            <mark>{text.slice(begin, end)}</mark>
          ))}
        </dd>
      </div>
      {best && (
        <div>
          <dt>{fill(said(page).moves[best.move], names)}</dt>
          <dd class="typed" dir="auto">
            {piecesOf(text, best.changes, ({ text: put }) => (put ? <ins>{put}</ins> : ''))}
          </dd>
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

function Kept({ writing, field, suggestions }: { writing: Writing } & Found) {
  const typed = Object.entries(withoutPause(writing.typed))
  return (
    <>
      {typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {suggestions[0] && (
        <>
          <input type="hidden" name="of" value={field} />
          <input type="hidden" name="other" value={suggestions[0].text} />
        </>
      )}
    </>
  )
}

/** What somebody without script reads before words are posted that may hurt. Everything typed comes along in the form. */
export function showPause(c: AppContext, writing: Writing, found: Found): Response {
  const page = pageContext(c)
  const { t } = page
  const names = { person: found.person }
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
            {writing.files}
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
          <Kept writing={writing} {...found} />
        </div>
      </form>
    </Layout>,
  )
}
