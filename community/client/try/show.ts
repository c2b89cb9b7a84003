import type { Attribute, Reading, Suggestion } from '@kindling/tone'
import { piecesOf } from '../../src/composer/pieces.ts'
import { digits, reach, type Told, verdictOf } from '../../src/site/try/rules.ts'

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/** Puts the scores of one reader into its column; nothing where it says nothing. */
export function showScores(result: HTMLElement, reader: 'quick' | 'careful', reading?: Reading): void {
  for (const row of result.querySelectorAll<HTMLElement>('tr[data-attribute]')) {
    const cell = row.querySelector(`[data-reader=${reader}]`)
    const score = reading?.scores[row.dataset.attribute as Attribute]
    const [level, number] = [cell?.querySelector('rect'), cell?.querySelector('span')]
    level?.setAttribute('width', String(reach(score)))
    if (number) number.textContent = digits(score)
  }
}

/** The sentence and the marked words, of the reading that decides. */
export function showVerdict(result: HTMLElement, told: Told, text: string, reading: Reading): void {
  const place = result.querySelector('[data-verdict]')
  const says = told.verdicts[verdictOf(reading)]
  // The same sentence again would be read out again.
  if (place && place.textContent !== says) place.textContent = says
  const marked = piecesOf(text, reading.why.words, ({ begin, end }) =>
    element('mark', text.slice(begin, end)),
  )
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
    const words = element(
      'dd',
      ...piecesOf(text, changes, ({ text: put }) => (put ? element('ins', put) : '')),
    )
    words.className = 'typed'
    words.dir = 'auto'
    return element('div', element('dt', moves[move]), words)
  })
  list.replaceChildren(...shown)
}

export function showCareful(result: HTMLElement): void {
  for (const cell of result.querySelectorAll<HTMLElement>('[data-reader=careful]')) cell.hidden = false
}
