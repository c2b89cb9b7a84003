import { answeredBy, personIn } from './composer/answered.ts'
import { offerTheWayBack } from './reader/take-me-back.ts'

const form = document.querySelector<HTMLFormElement>('#answer form[data-draft]')
const field = form?.querySelector<HTMLTextAreaElement>('textarea[name=body]')

/** Whom the pause speaks of. */
function answersWhom(form: HTMLFormElement): void {
  const person = personIn(answeredBy(form))
  const pause = form.querySelector('kind-pause')
  if (person) pause?.setAttribute('person', person)
  else pause?.removeAttribute('person')
}

/** Reply: the answer box turns to that reply where it stands, without another page. */
function answerTo(link: HTMLAnchorElement): void {
  const to = form?.querySelector<HTMLInputElement>('input[name=to]')
  const label = form?.querySelector<HTMLElement>('[data-answer-label]')
  if (!to || !label) return
  const reply = link.closest<HTMLElement>('article.reply')
  const name = reply?.dataset.name ?? ''
  to.value = reply?.id.slice(2) ?? ''
  label.textContent = to.value
    ? (label.dataset.named ?? '').replace('\u0001', name)
    : (label.dataset.plain ?? '')
  form?.querySelector('[data-answer-post]')?.toggleAttribute('hidden', !to.value)
  if (form) answersWhom(form)
  to.dispatchEvent(new Event('change'))
}

/** What somebody marked last inside an entry. Opening More unmarks it, so it is remembered for a moment. */
let marked = { article: null as Element | null, text: '', at: 0 }
const MARK_MILLISECONDS = 60_000

function rememberMarked(): void {
  const selection = getSelection()
  const text = selection?.toString().trim()
  const node = selection?.anchorNode
  const words = (node instanceof Element ? node : node?.parentElement)?.closest('.words')
  if (!selection || !text || !words?.contains(selection.focusNode)) return
  marked = { article: words.closest('article'), text, at: Date.now() }
}

/** Quote: with words marked, only they are quoted, and what was written stays. */
function quoteMarked(link: HTMLAnchorElement): boolean {
  const fits = marked.article === link.closest('article') && Date.now() - marked.at < MARK_MILLISECONDS
  if (!fits || !field) return false
  const quoted = marked.text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
  marked = { article: null, text: '', at: 0 }
  field.value = `${field.value.trimEnd()}${field.value.trim() ? '\n\n' : ''}${quoted}\n\n`
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

function onClick(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.defaultPrevented) return
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>(
          'a[data-more], a[data-to], a[data-quote], a[data-answer-post]',
        )
      : null
  if (link && 'more' in link.dataset) {
    event.preventDefault()
    void openMore(link)
    return
  }
  if (!field || !link || ('quote' in link.dataset && !quoteMarked(link))) return
  event.preventDefault()
  answerTo(link)
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
  field.scrollIntoView({ block: 'center' })
}

/** More: the menu of an answer is fetched from its own page and put in the link's place. */
async function openMore(link: HTMLAnchorElement): Promise<void> {
  try {
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const menu = page.querySelector('.more-acts')
    if (!answer.ok || !menu) throw new Error(String(answer.status))
    const here = document.importNode(menu, true)
    const reading = document.activeElement
    const moved = reading !== link && reading !== document.body
    link.replaceWith(here)
    if (!moved) here.querySelector('summary')?.focus()
  } catch {
    location.assign(link.href)
  }
}

/** More closes with Escape, and when something else is looked at. */
function closeMore(event: Event): void {
  for (const more of document.querySelectorAll<HTMLDetailsElement>('.more-acts[open]')) {
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape' || !more.contains(document.activeElement)) continue
      more.querySelector('summary')?.focus()
    } else if (event.target instanceof Node && more.contains(event.target)) continue
    more.open = false
  }
}

if (form && field) offerTheWayBack(form, field)
document.addEventListener('selectionchange', rememberMarked)
document.addEventListener('click', onClick)
document.addEventListener('click', closeMore)
document.addEventListener('keydown', closeMore)
