import {
  languageToLoad,
  loadCareful,
  loadLanguage,
  loadQuick,
  type Reading,
  read,
  readCarefully,
  rephrase,
  rephraseCarefully,
} from '@kindling/tone'
import { showColumn, showScores, showSuggestions, showVerdict, type Told } from './try/show.ts'

/** Milliseconds after the last key press. */
const PAUSE_BEFORE_READING = 120

const form = document.querySelector<HTMLFormElement>('form[data-try]')
const field = form?.querySelector<HTMLTextAreaElement>('textarea')
const result = document.querySelector<HTMLElement>('[data-result]')

function start(form: HTMLFormElement, field: HTMLTextAreaElement, result: HTMLElement): void {
  const told = JSON.parse(form.dataset.try ?? '{}') as Told
  const here = (path: string) => new URL(path, location.href)
  const says = form.querySelector<HTMLElement>('[data-careful-says]')
  let [careful, round] = [false, 0]

  const languages = new Map<string, Promise<unknown>>()
  async function readQuick(text: string): Promise<Reading> {
    const reading = read(text)
    const wanted = languageToLoad(reading.language)
    const address = wanted === undefined ? undefined : told.languages[wanted]
    if (wanted === undefined || address === undefined) return reading
    const loading = languages.get(wanted) ?? loadLanguage(wanted, here(address))
    languages.set(wanted, loading)
    // Without its model the message gets no verdict, as in any language that was not measured.
    await loading.catch(() => languages.delete(wanted))
    return read(text)
  }

  async function readWithCare(text: string): Promise<Reading | undefined> {
    try {
      return await readCarefully(text, { reader: 'careful' })
    } catch {
      return undefined
    }
  }

  async function readAlong(): Promise<void> {
    const text = field.value
    const now = ++round
    result.hidden = text.trim() === ''
    if (result.hidden) return
    const quick = await readQuick(text)
    if (now !== round) return
    showScores(result, 'quick', quick)
    showVerdict(result, told, text, quick)
    showSuggestions(result, told, text, rephrase(text, quick))
    if (!careful) return
    const reading = await readWithCare(text)
    if (now !== round) return
    showScores(result, 'careful', reading)
    // It speaks English alone; elsewhere the quick one decides.
    if (!reading?.language.measured) return
    showVerdict(result, told, text, reading)
    const suggestions = await rephraseCarefully(text, reading, { read: (draft) => readCarefully(draft) })
    if (now === round) showSuggestions(result, told, text, suggestions)
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
      careful = true
      showColumn(result, 'careful')
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
