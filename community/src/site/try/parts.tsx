import { type Attribute, harms, kindnesses, type Reading, type Suggestion } from '@kindling/tone'
import type { PageContext } from '../../foundation/index.ts'
import { attributeWords, moveWords, tryWords as w } from './words.ts'

/** Characters that are read here: as many as the careful reader takes. */
export const TRY_AT_MOST = 20_000

const digits = (score: number): string => score.toFixed(2)

/** A score as a bar. Its number stands beside it. */
function Level({ score }: { score: number }) {
  return (
    <svg class="level" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(score * 100)} height={10} />
    </svg>
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
  const score = reading?.scores[attribute]
  return (
    <tr data-attribute={attribute}>
      <th scope="row">{page.t(attributeWords[attribute])}</th>
      <td data-reader="quick">
        <Level score={score ?? 0} />
        <span>{score === undefined ? '–' : digits(score)}</span>
      </td>
      <td data-reader="careful" hidden>
        <Level score={0} />
        <span>–</span>
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

/** The words that carry a verdict, marked; the script draws the same. */
export function Marked({ text, words }: { text: string; words: Reading['why']['words'] }) {
  const pieces = words.flatMap(({ begin, end }, at) => [
    text.slice(words[at - 1]?.end ?? 0, begin),
    <mark>{text.slice(begin, end)}</mark>,
  ])
  return (
    <p class="typed" dir="auto" data-marked>
      {pieces}
      {text.slice(words.at(-1)?.end ?? 0)}
    </p>
  )
}

/** Kinder words, the new ones underlined; the script draws the same. */
function Suggested({ page, text, suggestion }: { page: PageContext; text: string; suggestion: Suggestion }) {
  const { changes, move } = suggestion
  const pieces = changes.flatMap(({ begin, text: put }, at) => [
    text.slice(changes[at - 1]?.end ?? 0, begin),
    put && <ins>{put}</ins>,
  ])
  return (
    <div>
      <dt>{page.t(moveWords[move])}</dt>
      <dd class="typed" dir="auto">
        {pieces}
        {text.slice(changes.at(-1)?.end ?? 0)}
      </dd>
    </div>
  )
}

/** What is said of a reading, in one sentence. */
export function verdictOf({ t }: PageContext, { pause, why, language }: Reading): string {
  if (!language.measured) return t(w.unmeasured)
  if (!pause) return t(w.noPause)
  return why.attribute ? t(w.pauseFor, { attribute: t(attributeWords[why.attribute]) }) : t(w.pauseAny)
}

interface ResultProps {
  page: PageContext
  text: string
  reading: Reading | undefined
  suggestions: readonly Suggestion[]
}

/** The reading of a message; empty and hidden until there is one. */
export function Result({ page, text, reading, suggestions }: ResultProps) {
  const { t } = page
  return (
    <section class="row reading" data-result hidden={!reading} aria-labelledby="verdict">
      <div class="main">
        <div role="status">
          <h2 class="say" id="verdict" data-verdict>
            {reading && verdictOf(page, reading)}
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
