import { definePause, type KindPause } from '@kindling/pause'
import type { Reading } from '@kindling/tone'
import { isAskedAbout, isGrave, isHeldOut, type PauseState } from '../src/composer/rules.ts'
import type { PauseTold } from '../src/composer/told.ts'
import { answeredBy } from './composer/answered.ts'
import type { Keeper } from './composer/keep.ts'
import { moreFrom } from './composer/more.ts'
import { waitTenMinutes } from './composer/wait.ts'

const ADDRESS = '/composer/pause'

/** Tells the server when the pause spoke and what came of it, never about what. Goes on while the page is left. */
const send = (address: string, what: Record<string, string>): Promise<Response> =>
  fetch(address, { method: 'POST', body: new URLSearchParams(what), keepalive: true })

/** Whether the pause may speak here, as the server last said. Nothing until it did: then the server asks itself. */
class Said {
  state: PauseState | undefined
  readonly #pause: KindPause

  constructor(pause: KindPause) {
    this.#pause = pause
  }

  async hear(answering: Promise<Response>): Promise<void> {
    try {
      const answer = await answering
      if (!answer.ok) return
      this.state = (await answer.json()) as PauseState
      const { headings } = this.state.policy
      this.#pause.words = Object.keys(headings).length > 0 ? { headings } : {}
    } catch {
      // Without the network nothing can be posted either.
    }
  }

  /** Where more wordings may come from, where this member may ask there. */
  more(): ReturnType<typeof moreFrom> | undefined {
    const told = this.state?.more
    const heard = (more: typeof told) => {
      if (this.state) this.state = { ...this.state, more }
    }
    return told && moreFrom(told, heard)
  }

  /** Until the server counted this one, no other is asked about. */
  spent(): void {
    if (this.state)
      this.state = { ...this.state, may: { ...this.state.may, ordinary: false }, trial: undefined }
  }
}

/** Where the words are for: the form's own space, or the one that is chosen in it. */
function addressFor(form: HTMLFormElement, pause: KindPause): string {
  const chosen = form.querySelector<HTMLInputElement>('input[name=space]:checked')?.value
  const space = pause.dataset.space ?? chosen
  return space ? `${ADDRESS}?space=${encodeURIComponent(space)}` : ADDRESS
}

const first = (tag: string): string => tag.toLowerCase().split('-')[0]!

/** Languages besides English in which somebody here is likely to write: each is a model of its own to fetch. */
const spoken = (): Set<string> => new Set([document.documentElement.lang, ...navigator.languages].map(first))

function addressesOf(told: PauseTold): NonNullable<KindPause['rules']['places']> {
  const whole = (path: string) => new URL(path, location.href).href
  return {
    quick: whole(told.quick),
    careful: { model: whole(told.careful), worker: whole(told.worker) },
    languages: Object.entries(told.languages)
      .filter(([tag]) => spoken().has(tag))
      .map(([tag, from]) => ({ tag, from: whole(from) })),
  }
}

/** Says in the form that its draft is counted, where the pause is tried. Forms of which no post or reply comes have no such place. */
const counting = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name=trial]')

function count(form: HTMLFormElement, pause: KindPause, said: Said, isGraveDraft: () => boolean): void {
  const place = counting(form)
  const spoke = () => {
    const grave = isGraveDraft()
    const trial = !grave && place ? said.state?.trial : undefined
    if (trial) place!.value = 'yes'
    if (!grave) said.spent()
    const told = send(addressFor(form, pause), { grave: grave ? 'yes' : 'no', ...(trial ? { trial } : {}) })
    void said.hear(told)
  }
  pause.addEventListener('kind-paused', spoke)
  pause.addEventListener('kind-held-out', spoke)
  const end = (outcome: string) => () => {
    const told = send(`${ADDRESS}/outcome`, { outcome, ...(place?.value ? { trial: place.value } : {}) })
    void told.catch(() => {})
  }
  pause.addEventListener('kind-changed', end('heeded'))
  pause.addEventListener('kind-withdrawn', end('heeded'))
  pause.addEventListener('kind-sent-anyway', end('dismissed'))
  // Only what was read here goes out as read; the rest the server asks about.
  form.addEventListener('submit', () => {
    const asked = form.querySelector<HTMLInputElement>('input[name=asked]')
    if (asked) asked.value = said.state && pause.readBy !== null ? 'yes' : ''
  })
}

/** Where one can write to the author of an entry alone; nowhere where it has none, or is one's own. */
function talkHref(entry: HTMLElement | null): string | undefined {
  const handle = entry?.querySelector('.who a[href^="/members/"]')?.getAttribute('href')?.split('/').pop()
  if (!entry || !handle || 'nobody' in entry.dataset) return undefined
  const id = entry.id.startsWith('r-') ? entry.id.slice(2) : location.pathname.split('/')[2]
  return `/messages/new?to=${handle}&beside=${id}`
}

/** Ways that depend on whom the words answer, and on what the server said. */
function offerLinks(form: HTMLFormElement, pause: KindPause, said: Said, keeper: Keeper): void {
  const talk = pause.querySelector<HTMLAnchorElement>('[data-way=talk]')
  const end = pause.querySelector<HTMLAnchorElement>('[data-way=end]')
  talk?.addEventListener('click', () => void keeper.keep())
  pause.addEventListener('kind-paused', () => {
    const href = talkHref(answeredBy(form))
    if (talk && href) talk.href = href
    if (talk) talk.hidden = !href
    if (end) end.hidden = !said.state?.tired
  })
}

function offerWays(pause: KindPause, told: PauseTold, keeper: Keeper): void {
  pause.querySelector('[data-way=keep]')?.addEventListener('click', () => keeper.keep())
  pause.querySelector('[data-way=wait]')?.addEventListener('click', () => waitTenMinutes(told, keeper))
}

/** The pause in one writing form. */
export function attend(form: HTMLFormElement, element: HTMLElement, keeper: Keeper): void {
  const pause = element as KindPause
  const told = JSON.parse(pause.dataset.told ?? '{}') as PauseTold
  const said = new Said(pause)
  // All that was read of the draft that is decided on.
  let read: Reading[] = []
  pause.rules = {
    places: addressesOf(told),
    context() {
      read = []
      const answering = answeredBy(form)?.querySelector('.words')?.textContent
      return answering ? { answering } : undefined
    },
    more: () => said.more(),
    rule(reading) {
      read.push(reading)
      const { state } = said
      return state !== undefined && isAskedAbout(reading, state.policy, state.may, 'heated' in pause.dataset)
    },
    heldOut: (reading) => counting(form) !== null && isHeldOut(reading, said.state?.trial),
  }
  // Known from here on: it loads at once where somebody is in its field already.
  definePause()
  const ask = () => void said.hear(fetch(addressFor(form, pause)))
  ask()
  for (const space of form.querySelectorAll('input[name=space]')) space.addEventListener('change', ask)
  count(form, pause, said, () => read.some(isGrave))
  offerWays(pause, told, keeper)
  offerLinks(form, pause, said, keeper)
}
