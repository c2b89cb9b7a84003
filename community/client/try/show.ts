import type { Attribute, Reading } from '@kindling/tone'

/** What the page says, in its language, and where the readers lie. Written by the server into the form. */
export interface Told {
  said: { noPause: string; pauseAny: string; unmeasured: string }
  /** With \u0001 where the attribute goes. */
  pauseFor: string
  attributes: Record<Attribute, string>
  careful: { loading: string; ready: string; failed: string }
  quick: string
  carefulModel: string
  worker: string
  /** Addresses of the models of other languages, by tag. */
  languages: Record<string, string>
  atMost: number
}

const digits = (score: number): string => score.toFixed(2)

/** The words that carry a verdict, marked; the server draws the same. */
function marked(text: string, words: Reading['why']['words']): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const { begin, end } of words) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(begin, end)
    nodes.push(document.createTextNode(text.slice(at, begin)), mark)
    at = end
  }
  nodes.push(document.createTextNode(text.slice(at)))
  return nodes
}

function verdict({ said, pauseFor, attributes }: Told, { pause, why, language }: Reading): string {
  if (!language.measured) return said.unmeasured
  if (!pause) return said.noPause
  return why.attribute ? pauseFor.replace('\u0001', attributes[why.attribute]) : said.pauseAny
}

/** Puts the scores of one reader into its column; nothing where it says nothing. */
export function showScores(result: HTMLElement, reader: 'quick' | 'careful', reading?: Reading): void {
  for (const row of result.querySelectorAll<HTMLElement>('tr[data-attribute]')) {
    const cell = row.querySelector(`[data-reader=${reader}]`)
    const score = reading?.scores[row.dataset.attribute as Attribute]
    const [meter, number] = [cell?.querySelector('meter'), cell?.querySelector('span')]
    if (meter) meter.value = score ?? 0
    if (number) number.textContent = score === undefined ? '–' : digits(score)
  }
}

/** The sentence and the marked words, of the reading that decides. */
export function showVerdict(result: HTMLElement, told: Told, text: string, reading: Reading): void {
  const place = result.querySelector('[data-verdict]')
  const says = verdict(told, reading)
  // The same sentence again would be read out again.
  if (place && place.textContent !== says) place.textContent = says
  result.querySelector('[data-marked]')?.replaceChildren(...marked(text, reading.why.words))
}

export function showColumn(result: HTMLElement, reader: 'careful'): void {
  for (const cell of result.querySelectorAll<HTMLElement>(`[data-reader=${reader}]`)) cell.hidden = false
}
