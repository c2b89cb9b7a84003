import {
  loadCareful,
  loadQuick,
  type Reading,
  readCarefully,
  readInItsLanguage,
  rephraseCarefully,
} from '@kindling/tone'
import type { Told } from '../src/site/try/rules.ts'
import { showCareful, showScores, showSuggestions, showVerdict } from './try/show.ts'

/** Milliseconds after the last key press. */
const PAUSE_BEFORE_READING = 120
/** And so many more before other words are looked for. */
const REST = 400

const form = document.querySelector<HTMLFormElement>('form[data-try]')
const field = form?.querySelector<HTMLTextAreaElement>('textarea')
const result = document.querySelector<HTMLElement>('[data-result]')

function start(form: HTMLFormElement, field: HTMLTextAreaElement, result: HTMLElement): void {
  const told = JSON.parse(form.dataset.try ?? '{}') as Told
  const here = (path: string) => new URL(path, location.href)
  const says = form.querySelector<HTMLElement>('[data-careful-says]')
  let [carefully, round] = [false, 0]

  const readQuick = (text: string): Promise<Reading> =>
    readInItsLanguage(text, {
      reader: 'quick',
      from: (tag) => (told.languages[tag] ? here(told.languages[tag]) : undefined),
    })

  async function readWithCare(text: string): Promise<Reading | undefined> {
    try {
      return await readCarefully(text, { reader: 'careful' })
    } catch {
      return undefined
    }
  }

  /** Kinder words take longer to find than a message to read: they are looked for once somebody rests. */
  async function suggest(text: string, reading: Reading, now: number): Promise<void> {
    showSuggestions(result, told, text, [])
    await new Promise((resolve) => setTimeout(resolve, REST))
    if (now !== round) return
    const found = await rephraseCarefully(text, reading)
    if (now === round) showSuggestions(result, told, text, found)
  }

  async function readAlong(): Promise<void> {
    const text = field.value
    const now = ++round
    result.hidden = text.trim() === ''
    if (result.hidden) return
    const quick = await readQuick(text)
    if (now !== round) return
    showScores(result, 'quick', quick)
    const careful = carefully ? await readWithCare(text) : undefined
    if (now !== round) return
    if (carefully) showScores(result, 'careful', careful)
    // The careful reader decides where it can: it speaks English alone.
    const reading = careful?.language.measured ? careful : quick
    showVerdict(result, told, text, reading)
    await suggest(text, reading, now)
  }

  const ready = loadQuick(here(told.quick))
  let waiting: ReturnType<typeof setTimeout> | undefined
  const soon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void ready.then(readAlong, () => {}), PAUSE_BEFORE_READING)
  }

  async function fetchCareful(button: HTMLButtonElement): Promise<void> {
    button.disabled = true
    if (says) says.textContent = told.careful.loading
    try {
      await loadCareful(here(told.carefulModel), { quick: here(told.quick), worker: here(told.worker) })
      carefully = true
      showCareful(result)
      button.hidden = true
      if (says) says.textContent = told.careful.ready
      soon()
    } catch {
      button.disabled = false
      if (says) says.textContent = told.careful.failed
    }
  }

  const scripted = (yes: boolean): void => {
    for (const part of form.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = !yes
    for (const part of form.querySelectorAll<HTMLElement>('[data-unscripted]')) part.hidden = yes
  }
  const stay = (event: Event): void => event.preventDefault()
  scripted(true)
  form.addEventListener('submit', stay)
  // Without its model this page is what it is without script.
  ready.catch(() => {
    scripted(false)
    form.removeEventListener('submit', stay)
  })
  field.addEventListener('input', soon)
  const button = form.querySelector<HTMLButtonElement>('[data-careful]')
  button?.addEventListener('click', () => void fetchCareful(button))
  soon()
}

if (form && field && result) start(form, field, result)
