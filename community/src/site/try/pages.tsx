import { CAREFUL_TEXT_AT_MOST, type Reading, rephrase, type Suggestion } from '@kindling/tone'
import { raw } from '#jsx/jsx-runtime'
import { readersAt, readHere } from '../../composer/index.ts'
import {
  type AppContext,
  clientAddress,
  Head,
  Layout,
  type PageContext,
  type Phrase,
  pageContext,
  readTyped,
  show,
  takeToken,
  waitSentence,
} from '../../foundation/index.ts'
import { modelCard } from './model-card.ts'
import { CardNote, Result, verdictSentence } from './parts.tsx'
import { type Told, verdicts } from './rules.ts'
import { moveWords, tryWords as w } from './words.ts'

function inWords<Name extends string>(
  { t }: PageContext,
  phrases: Readonly<Record<Name, Phrase>>,
): Record<Name, string> {
  const said = Object.entries<Phrase>(phrases).map(([name, phrase]) => [name, t(phrase)])
  return Object.fromEntries(said) as Record<Name, string>
}

/** What the script says while somebody types, and where it finds the readers. */
function toldTo(page: PageContext): Told {
  const { careful, ...readers } = readersAt(page.house)
  const said = verdicts.map((verdict) => [verdict, verdictSentence(page, verdict)])
  return {
    verdicts: Object.fromEntries(said) as Told['verdicts'],
    moves: inWords(page, moveWords),
    careful: inWords(page, { loading: w.carefulLoading, ready: w.carefulReady, failed: w.carefulFailed }),
    ...readers,
    carefulModel: careful,
  }
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
    <form class="row" method="post" action="/try" data-try={JSON.stringify(toldTo(page))}>
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
          maxlength={CAREFUL_TEXT_AT_MOST}
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
export function showTry(
  c: AppContext,
  shown: Shown = { text: '' },
  status: 200 | 422 | 429 = shown.wrong ? 422 : 200,
): Response {
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
    status,
  )
}

/** So many messages in so many seconds are read here for one address: reading costs this machine, and anybody may ask. */
const LIMIT = { limit: 60, seconds: 600 }

/** @returns what to say to somebody who has to wait */
async function waitFor(c: AppContext): Promise<string | undefined> {
  const { house, community, t } = c.var
  const taken = await takeToken(house.db, {
    communityId: community.id,
    kind: 'try',
    subject: clientAddress(c),
    ...LIMIT,
    now: house.clock.now(),
  })
  if (taken.ok) return undefined
  c.header('retry-after', String(taken.retryAfterSeconds))
  return waitSentence(t, taken.retryAfterSeconds)
}

/** POST /try: without script the server reads, and forgets. */
export async function takeTry(c: AppContext): Promise<Response> {
  const { typed } = await readTyped(c)
  const text = (typed.text ?? '').trim()
  if (!text) return showTry(c, { text, wrong: c.var.t(w.empty) })
  if (text.length > CAREFUL_TEXT_AT_MOST)
    return showTry(c, { text, wrong: c.var.t(w.tooLong, { count: CAREFUL_TEXT_AT_MOST }) })
  const wait = await waitFor(c)
  if (wait) return showTry(c, { text, wrong: wait }, 429)
  const reading = await readHere(text)
  return showTry(c, { text, reading, suggestions: rephrase(text, reading) })
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
          {raw(await modelCard())}
        </div>
      </div>
    </Layout>,
  )
}
