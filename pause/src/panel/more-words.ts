import { SUGGESTIONS_AT_MOST } from '../suggest.ts'
import type { MoreWords, Wording } from '../types.ts'
import { button, make } from './make.ts'
import { after, type Proof } from './proof.ts'

/** What says how it goes, in a line that is read out as it changes. */
const line = (): HTMLElement =>
  make('p', { class: 'told', part: 'more-told', role: 'status', tabindex: '-1' })

function listOf(given: Proof, found: Wording[], heading: string): HTMLElement {
  // Numbers that no suggestion of ours has.
  const list = found.map((wording, at) => after(given, wording, heading, SUGGESTIONS_AT_MOST + at))
  return make('dl', { class: 'others' }, ...list)
}

/** A way to ask elsewhere for further words. Nothing leaves before its button is pressed; what comes takes its place. */
export function moreWords(given: Proof, more: MoreWords, find: () => Promise<Wording[]>): HTMLElement {
  const { no } = more
  const press = async () => {
    const told = line()
    told.textContent = more.waiting
    place.replaceChildren(told)
    told.focus()
    const found = await find().catch(() => [])
    if (found.length > 0) place.append(listOf(given, found, more.other))
    told.textContent = found.length > 0 ? more.from : more.none
  }
  const refuse = no && {
    ...no,
    press() {
      no.press()
      // Whoever pressed stays in the panel.
      place.parentElement?.querySelector('h2')?.focus()
      place.remove()
    },
  }
  const place = make(
    'div',
    { class: 'elsewhere', part: 'more-words' },
    more.says !== undefined && make('p', { part: 'more-says' }, more.says),
    make(
      'div',
      { class: 'either' },
      button(more.ask, { class: 'act', part: 'more-ask' }, press),
      refuse && button(refuse.label, { class: 'act', part: 'more-no' }, refuse.press),
    ),
  )
  return place
}
