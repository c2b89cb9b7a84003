import type { Reading, Suggestion } from '@kindling/tone'
import { raw } from '#jsx/jsx-runtime'
import {
  type AppContext,
  Head,
  Layout,
  type PageContext,
  pageContext,
  readTyped,
  renderMarkdown,
  show,
} from '../../foundation/index.ts'
import { modelCard } from './model-card.ts'
import { CardNote, Result, TRY_AT_MOST } from './parts.tsx'
import { readHere } from './read-here.ts'
import { attributeWords, moveWords, tryWords as w } from './words.ts'

/** What the script says while somebody types, and where it finds the readers. */
function forScript({ t, house: { assets } }: PageContext): string {
  const said = { noPause: w.noPause, pauseAny: w.pauseAny, unmeasured: w.unmeasured }
  const careful = { loading: w.carefulLoading, ready: w.carefulReady, failed: w.carefulFailed }
  const inWords = (phrases: Record<string, Parameters<typeof t>[0]>) =>
    Object.fromEntries(Object.entries(phrases).map(([name, phrase]) => [name, t(phrase)]))
  const model = (name: string) => assets.url(`models/${name}.bin`)
  return JSON.stringify({
    said: inWords(said),
    // Filled in by the script: the sentence around, and each name.
    pauseFor: t(w.pauseFor, { attribute: '\u0001' }),
    attributes: inWords(attributeWords),
    moves: inWords(moveWords),
    careful: inWords(careful),
    quick: model('quick'),
    carefulModel: model('careful'),
    worker: assets.url('careful-worker.js'),
    languages: Object.fromEntries(['de', 'ko', 'ru', 'zh'].map((tag) => [tag, model(`quick-${tag}`)])),
    atMost: TRY_AT_MOST,
  })
}

interface Shown {
  text: string
  reading?: Reading
  suggestions?: Suggestion[]
  /** What to change before it can be read. */
  wrong?: string
}

function TryForm({ page, text, wrong }: Shown & { page: PageContext }) {
  const { t } = page
  return (
    <form class="row" method="post" action="/try" data-try={forScript(page)}>
      <p class="side">
        <span data-scripted hidden>
          {t(w.onDevice)}
        </span>
        <span data-unscripted>{t(w.onServer)}</span>
      </p>
      <div class="main">
        <label for="f-text">{t(w.label)}</label>
        {wrong && (
          <p class="wrong" id="f-text-error">
            {wrong}
          </p>
        )}
        <textarea
          id="f-text"
          name="text"
          rows={5}
          dir="auto"
          maxlength={TRY_AT_MOST}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'f-text-error' : undefined}
        >{`\n${text}`}</textarea>
        <p class="bar" data-unscripted>
          <button class="b go" type="submit">
            {t(w.read)}
          </button>
        </p>
        <div data-scripted hidden>
          <p class="hint" data-careful-says role="status">
            {t(w.carefulWhy)}
          </p>
          <button class="act plain" type="button" data-careful>
            {t(w.careful)}
          </button>
        </div>
      </div>
      <CardNote page={page} />
    </form>
  )
}

/** GET /try, and what comes back of a message that was read here. */
export function showTry(c: AppContext, shown: Shown = { text: '' }): Response {
  const page = pageContext(c)
  const { t } = page
  return show(
    c,
    <Layout page={page} title={t(w.title)} description={t(w.description)} scripts={['try']}>
      <Head>{t(w.title)}</Head>
      <div class="row bare">
        <p class="main lead">{t(w.lead)}</p>
      </div>
      <TryForm page={page} {...shown} />
      <Result page={page} text={shown.text} reading={shown.reading} suggestions={shown.suggestions ?? []} />
    </Layout>,
    shown.wrong ? 422 : 200,
  )
}

/** POST /try: without script the server reads, and forgets. */
export async function takeTry(c: AppContext): Promise<Response> {
  const { typed } = await readTyped(c)
  const text = (typed.text ?? '').trim()
  if (!text) return showTry(c, { text, wrong: c.var.t(w.empty) })
  if (text.length > TRY_AT_MOST)
    return showTry(c, { text, wrong: c.var.t(w.tooLong, { count: TRY_AT_MOST }) })
  return showTry(c, { text, ...(await readHere(text)) })
}

/** GET /try/model-card */
export async function showModelCard(c: AppContext): Promise<Response> {
  const page = pageContext(c)
  const { t } = page
  return show(
    c,
    <Layout page={page} title={t(w.cardTitle)}>
      <Head side={<a href="/try">{t(w.back)}</a>}>{t(w.cardTitle)}</Head>
      <div class="row bare">
        <div class="wide words model-card" lang="en">
          <h2 class="vh">{t(w.cardTitle)}</h2>
          {raw(renderMarkdown(await modelCard()))}
        </div>
      </div>
    </Layout>,
  )
}
