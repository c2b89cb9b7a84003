import type { Harm } from '@kindling/tone'
import { fill } from '../speech.ts'
import type { Words } from '../words.ts'
import { button, make } from './make.ts'
import { otherWordings, type Proof, proof } from './proof.ts'
import { wordsSaid } from './words-said.ts'

export interface Choices {
  edit(): void
  send(): void
  keep(): void
  /** A way of the page's own was taken. */
  away(event: Event): void
  notHelpful(): void
}

function why(given: Proof, attribute: Harm): string {
  const { said } = given
  const [words, example] = [wordsSaid(given.draft, given.reading), said.examples[attribute]]
  return fill(words === '' ? said.becauseOfAll : said.because, { words, example })
}

const heading = (sentence: string): HTMLElement =>
  make('h2', { id: 'heading', part: 'heading', tabindex: '-1' }, sentence)

function pair(first: [string, () => void, string], second: [string, () => void, string]): HTMLElement {
  const made = [first, second].map(([label, press, part]) =>
    button(label, { class: 'b', part: `button ${part}` }, press),
  )
  return make('div', { class: 'pair', part: 'pair' }, ...made)
}

function otherWays(said: Words, { keep, away }: Choices): HTMLElement {
  const slot = make('slot', { name: 'ways' }, button(said.keep, { class: 'act', part: 'way' }, keep))
  slot.addEventListener('click', (event) => {
    const pressed = event.target as Element
    if (pressed.closest('[slot="ways"]')?.closest('button, a, input')) away(event)
  })
  return make(
    'details',
    { part: 'ways' },
    make('summary', {}, said.otherWays),
    make('div', { class: 'ways' }, slot),
  )
}

function more(given: Proof, choices: Choices, attribute: Harm): HTMLElement {
  const { said } = given
  return make(
    'div',
    { class: 'more', part: 'more' },
    otherWordings(given),
    otherWays(said, choices),
    make(
      'details',
      { part: 'why' },
      make('summary', {}, said.why),
      make('p', { class: 'why' }, why(given, attribute)),
    ),
    button(said.notHelpful, { class: 'act', part: 'not-helpful' }, choices.notHelpful),
  )
}

const sheet = (...content: (HTMLElement | undefined)[]): HTMLElement =>
  make('section', { class: 'panel', part: 'panel', 'aria-labelledby': 'heading' }, ...content)

/**
 * What opens under a draft that may hurt.
 * @param others where further words may be asked for
 */
export function pausePanel(given: Proof, choices: Choices, others?: HTMLElement): HTMLElement {
  const { said } = given
  const attribute = given.reading.why.attribute ?? 'toxicity'
  return sheet(
    heading(fill(said.headings[attribute], given.names)),
    proof(given),
    others,
    pair([said.edit, choices.edit, 'edit'], [said.send, choices.send, 'send']),
    more(given, choices, attribute),
  )
}

/** The answer to "Not helpful"; the message still waits. */
export function thanksPanel(said: Words, { edit, send }: Choices): HTMLElement {
  return sheet(heading(said.thanks), pair([said.edit, edit, 'edit'], [said.send, send, 'send']))
}

/** Where the page asks that nothing goes out unread, and it cannot be read. */
export function holdPanel(said: Words, edit: () => void, retry: () => void): HTMLElement {
  return sheet(heading(said.notReady), pair([said.edit, edit, 'edit'], [said.retry, retry, 'retry']))
}
