import type { Attribute, Move, Reading, Suggestion } from '@kindling/tone'

/** What the page says, in its language, and where the readers lie. Written by the server into the form. */
export interface Told {
  said: { noPause: string; pauseAny: string; unmeasured: string }
  /** With \u0001 where the attribute goes. */
  pauseFor: string
  attributes: Record<Attribute, string>
  moves: Record<Move, string>
  careful: { loading: string; ready: string; failed: string }
  quick: string
  carefulModel: string
  worker: string
  /** Addresses of the models of other languages, by tag. */
  languages: Record<string, string>
  atMost: number
}

const digits = (score: number): string => score.toFixed(2)

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/** A text in pieces: what stands between the given stretches, and of each of those what `show` makes of it. */
function pieces<S extends { begin: number; end: number }>(
  text: string,
  stretches: readonly S[],
  show: (stretch: S) => Node | string,
): (Node | string)[] {
  let at = 0
  const found = stretches.flatMap((stretch) => {
    const before = text.slice(at, stretch.begin)
    at = stretch.end
    return [before, show(stretch)]
  })
  return [...found, text.slice(at)]
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
    const [level, number] = [cell?.querySelector('rect'), cell?.querySelector('span')]
    level?.setAttribute('width', String(Math.round((score ?? 0) * 100)))
    if (number) number.textContent = score === undefined ? '–' : digits(score)
  }
}

/** The sentence and the marked words, of the reading that decides. */
export function showVerdict(result: HTMLElement, told: Told, text: string, reading: Reading): void {
  const place = result.querySelector('[data-verdict]')
  const says = verdict(told, reading)
  // The same sentence again would be read out again.
  if (place && place.textContent !== says) place.textContent = says
  // Marked words and suggestions look as the server draws them.
  const marked = pieces(text, reading.why.words, ({ begin, end }) => element('mark', text.slice(begin, end)))
  result.querySelector('[data-marked]')?.replaceChildren(...marked)
}

/** Kinder words, the new ones underlined. */
export function showSuggestions(
  result: HTMLElement,
  { moves }: Told,
  text: string,
  suggestions: readonly Suggestion[],
): void {
  const list = result.querySelector<HTMLElement>('[data-suggestions]')
  if (!list) return
  list.hidden = suggestions.length === 0
  const shown = suggestions.map(({ move, changes }) => {
    const words = element('dd', ...pieces(text, changes, ({ text: put }) => (put ? element('ins', put) : '')))
    words.className = 'typed'
    words.dir = 'auto'
    return element('div', element('dt', moves[move]), words)
  })
  list.replaceChildren(...shown)
}

export function showColumn(result: HTMLElement, reader: 'careful'): void {
  for (const cell of result.querySelectorAll<HTMLElement>(`[data-reader=${reader}]`)) cell.hidden = false
}
