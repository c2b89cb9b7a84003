import { draftsOf, dropSent } from './composer/drafts.ts'
import { feedbackForm } from './composer/feedback.ts'
import { keepForm } from './composer/keep.ts'
import { bringPause } from './composer/pause.ts'
import { picturesOfForm } from './composer/pictures.ts'
import { previewForm } from './composer/preview.ts'

/** The page says that what was sent is here, so it need not be kept any longer. Its address says it once. */
function clearPosted(): void {
  const address = new URL(location.href)
  if (!['posted', 'answered', 'edited', 'heard', 'kept'].includes(address.searchParams.get('did') ?? ''))
    return
  dropSent()
  address.searchParams.delete('did')
  history.replaceState(history.state, '', address)
}

/** Ctrl or Cmd with Enter posts, from anywhere in the form. */
function postByKey(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button.go'))
  })
}

/** One press is one post. A page that comes back from the browser's memory may send again. */
function sendOnce(form: HTMLFormElement): void {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (sent) event.preventDefault()
    sent = true
  })
  addEventListener('pageshow', () => {
    sent = false
  })
}

/** Fills the list of what somebody began on this device; what is in a form of this page needs no link to it. */
function listDrafts(place: HTMLElement, here: ReadonlySet<string>): void {
  const list = place.querySelector('ul')
  const drafts = draftsOf(place.dataset.drafts ?? '', here)
  for (const { href, label } of drafts) {
    const link = document.createElement('a')
    link.href = href
    link.textContent = label
    const item = document.createElement('li')
    item.append(link)
    list?.append(item)
  }
  place.hidden = drafts.length === 0
}

const here = new Set<string>()
// Before drafts are brought back: what was posted is not to come again.
clearPosted()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  here.add(form.dataset.draft ?? '')
  sendOnce(form)
  const keeper = keepForm(form, form.dataset.draft ?? '')
  previewForm(form)
  feedbackForm(form)
  picturesOfForm(form)
  postByKey(form)
  bringPause(form, keeper)
}
for (const place of document.querySelectorAll<HTMLElement>('[data-drafts]')) listDrafts(place, here)
