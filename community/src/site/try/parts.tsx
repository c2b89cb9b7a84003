import { type Attribute, harms, kindnesses, type Reading, type Suggestion } from '@kindling/tone'
import { piecesOf } from '../../composer/index.ts'
import type { PageContext } from '../../foundation/index.ts'
import { digits, reach, type Verdict, verdictOf } from './rules.ts'
import { attributeWords, moveWords, tryWords as w } from './words.ts'

/** A score as a bar, and as its number. */
function Score({ score }: { score?: number | undefined }) {
  return (
    <>
      <svg class="level" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={reach(score)} height={10} />
      </svg>
      <span>{digits(score)}</span>
    </>
  )
}

function Row({
  page,
  attribute,
  reading,
}: {
  page: PageContext
  attribute: Attribute
  reading: Reading | undefined
}) {
  return (
    <tr data-attribute={attribute}>
      <th scope="row">{page.t(attributeWords[attribute])}</th>
      <td data-reader="quick">
        <Score score={reading?.scores[attribute]} />
      </td>
      <td data-reader="careful" hidden>
        <Score />
      </td>
    </tr>
  )
}

interface GroupProps {
  page: PageContext
  heading: string
  attributes: readonly Attribute[]
  reading: Reading | undefined
}

function Group({ page, heading, attributes, reading }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="colgroup" colspan={3}>
          {heading}
        </th>
      </tr>
      {attributes.map((attribute) => (
        <Row page={page} attribute={attribute} reading={reading} />
      ))}
    </tbody>
  )
}

/** The words that carry a verdict, marked. */
function Marked({ text, words }: { text: string; words: Reading['why']['words'] }) {
  return (
    <p class="typed" dir="auto" data-marked>
      {piecesOf(text, words, ({ begin, end }) => (
        <mark>{text.slice(begin, end)}</mark>
      ))}
    </p>
  )
}

/** Kinder words, the new ones underlined. */
function Suggested({ page, text, suggestion }: { page: PageContext; text: string; suggestion: Suggestion }) {
  const { changes, move } = suggestion
  return (
    <div>
      <dt>{page.t(moveWords[move])}</dt>
      <dd class="typed" dir="auto">
        {piecesOf(text, changes, ({ text: put }) => (put ? <ins>{put}</ins> : ''))}
      </dd>
    </div>
  )
}

const plainVerdicts = { unmeasured: w.unmeasured, noPause: w.noPause, pauseAny: w.pauseAny }

/** A verdict as a sentence. */
export function verdictSentence({ t }: PageContext, verdict: Verdict): string {
  if (verdict === 'unmeasured' || verdict === 'noPause' || verdict === 'pauseAny')
    return t(plainVerdicts[verdict])
  return t(w.pauseFor, { attribute: t(attributeWords[verdict]) })
}

interface ResultProps {
  page: PageContext
  text: string
  reading: Reading | undefined
  suggestions: readonly Suggestion[]
}

/** The reading of a message; empty and hidden until there is one. The script fills it in as this does. */
export function Result({ page, text, reading, suggestions }: ResultProps) {
  const { t } = page
  return (
    <section class="row reading" data-result hidden={!reading} aria-labelledby="verdict">
      <div class="main">
        <div role="status">
          <h2 class="say" id="verdict" data-verdict>
            {reading && verdictSentence(page, verdictOf(reading))}
          </h2>
        </div>
        <Marked text={text} words={reading?.why.words ?? []} />
        <dl class="proof" data-suggestions hidden={suggestions.length === 0}>
          {suggestions.map((suggestion) => (
            <Suggested page={page} text={text} suggestion={suggestion} />
          ))}
        </dl>
        <table class="scores">
          <caption>{t(w.scores)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(w.feltAs)}</th>
              <th scope="col">{t(w.quick)}</th>
              <th scope="col" data-reader="careful" hidden>
                {t(w.carefully)}
              </th>
            </tr>
          </thead>
          <Group page={page} heading={t(w.harms)} attributes={harms} reading={reading} />
          <Group page={page} heading={t(w.kindnesses)} attributes={kindnesses} reading={reading} />
        </table>
      </div>
    </section>
  )
}

/** The essentials of the model card, beside what the readers say. */
export function CardNote({ page }: { page: PageContext }) {
  const { t } = page
  return (
    <aside class="note card" aria-labelledby="card">
      <h2 id="card">{t(w.card)}</h2>
      <p>{t(w.cardLead)}</p>
      <p>{t(w.cardNever)}</p>
      <p>{t.rich(w.cardMore, { link: (text) => <a href="/try/model-card">{text}</a> })}</p>
    </aside>
  )
}
