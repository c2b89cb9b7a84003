/**
 * Listens while a page is open. Says once, quietly, that something new is there; puts it in only when the
 * reader asks; shows the mark beside Notices. Nothing moves by itself.
 */

const lines = [...document.querySelectorAll<HTMLElement>('[data-live]')]
const marks = [...document.querySelectorAll<HTMLElement>('[data-mark]')]

/** Says it once: further events change nothing until the reader has looked. */
function say(line: HTMLElement): void {
  const status = line.querySelector('[role=status],[data-says]')
  const words = line.querySelector('template')
  if (!status || !words || status.hasChildNodes()) return
  status.append(words.content.cloneNode(true))
  status.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault()
    void bring(line)
  })
}

/** Where a fetched answer belongs: after the one that stands before it, as far as that is here. */
function placeFor(article: Element): { after: Element } | undefined {
  for (let before = article.previousElementSibling; before; before = before.previousElementSibling) {
    const here = before.id
      ? document.getElementById(before.id)
      : before.matches('article.post')
        ? document.querySelector('article.post')
        : null
    if (here) return { after: here }
  }
  const heading = document.querySelector('#page h2.vh')
  return heading ? { after: heading } : undefined
}

/** Puts in what was given for entries that are here. */
function bringGiven(page: Document): HTMLElement | undefined {
  let first: HTMLElement | undefined
  for (const article of page.querySelectorAll<HTMLElement>('article[id]')) {
    const here = document.getElementById(article.id)
    const given = article.querySelector('.given')
    const before = here?.querySelector('.given')
    if (!here || !given || before?.textContent === given.textContent) continue
    const copy = document.importNode(given, true) as HTMLElement
    if (before) before.replaceWith(copy)
    else here.querySelector('.main > .acts')?.before(copy)
    first ??= copy
  }
  return first
}

/** Puts in the answers that are missing. */
function bringAnswers(page: Document): HTMLElement | undefined {
  let first: HTMLElement | undefined
  for (const article of page.querySelectorAll<HTMLElement>('article.reply[id]')) {
    if (document.getElementById(article.id)) continue
    const place = placeFor(article)
    if (!place) continue
    const copy = document.importNode(article, true)
    place.after.after(copy)
    first ??= copy
  }
  return first
}

/** Fetches this page again and puts in the answers that are missing; what is being written stays untouched. */
async function bring(line: HTMLElement): Promise<void> {
  const address = location.pathname + location.search
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    if (!answer.ok) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const first =
      'says' in (line.firstElementChild as HTMLElement).dataset ? bringGiven(page) : bringAnswers(page)
    line.querySelector('[role=status],[data-says]')?.replaceChildren()
    if (first) {
      first.tabIndex = -1
      first.focus()
    } else if (last) location.assign(`${location.pathname}?reply=${last}#r-${last}`)
  } catch {
    location.reload()
  }
}

let last = ''

function listen(): void {
  const topics = [
    ...lines.map((line) => line.dataset.live ?? ''),
    ...new Set(marks.map((mark) => mark.dataset.mark ?? '')),
  ]
  if (topics.length === 0 || !('EventSource' in window)) return
  const query = new URLSearchParams(topics.map((topic) => ['topic', topic]))
  const since = lines[0]?.dataset.since
  if (since) query.set('since', since)
  const source = new EventSource(`/live?${query}`)
  for (const line of lines)
    source.addEventListener((line.dataset.live ?? '').split(':')[0] ?? '', (event) => {
      const told = JSON.parse((event as MessageEvent<string>).data) as { reply?: string }
      if (told.reply && document.getElementById(`r-${told.reply}`)) return
      last = told.reply ?? last
      say(line)
    })
  for (const mark of marks)
    source.addEventListener(mark.dataset.mark ?? '', () => {
      mark.hidden = false
    })
  // A page that is put aside frees its place; it listens again when it comes back.
  addEventListener('pagehide', () => source.close(), { once: true })
  addEventListener('pageshow', (event) => event.persisted && listen(), { once: true })
}

listen()
