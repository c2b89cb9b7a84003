import { definePause, type KindPause } from '@kindling/pause'
import { isAskedAbout, isGrave, type MayPause } from '../src/composer/rules.ts'
import type { PauseTold } from '../src/composer/told.ts'
import { waitTenMinutes } from './composer/wait.ts'

const ADDRESS = '/composer/pause'

/** Tells the server when the pause spoke and what came of it, never about what. Goes on while the page is left. */
const send = (address: string, what: Record<string, string>): Promise<Response> =>
  fetch(address, { method: 'POST', body: new URLSearchParams(what), keepalive: true })

/** Whether the pause may speak to this member, as the server last said. Nothing until it did: then the server asks itself. */
let may: MayPause | undefined

async function hear(answering: Promise<Response>): Promise<void> {
  try {
    const answer = await answering
    if (answer.ok) may = (await answer.json()) as MayPause
  } catch {
    // Without the network nothing can be posted either.
  }
}

function addressesOf(told: PauseTold): NonNullable<KindPause['rules']['places']> {
  const whole = (path: string) => new URL(path, location.href).href
  return {
    quick: whole(told.quick),
    careful: { model: whole(told.careful), worker: whole(told.worker) },
    languages: Object.entries(told.languages).map(([tag, from]) => ({ tag, from: whole(from) })),
  }
}

/** What somebody answers: the words of the reply, or else of the post. */
function answered(form: HTMLFormElement): string | undefined {
  const to = form.querySelector<HTMLInputElement>('input[name=to]')
  if (!to) return undefined
  const entry = to.value ? document.getElementById(`r-${to.value}`) : document.querySelector('article.post')
  return entry?.querySelector('.words')?.textContent ?? undefined
}

function count(form: HTMLFormElement, pause: KindPause, lastGrave: () => boolean): void {
  pause.addEventListener('kind-paused', () => {
    const grave = lastGrave()
    // Two in a row are never asked about on one answer.
    if (!grave && may) may = { ...may, ordinary: false }
    void hear(send(ADDRESS, { grave: grave ? 'yes' : 'no' }))
  })
  const end = (outcome: string) => () => void send(`${ADDRESS}/outcome`, { outcome }).catch(() => {})
  pause.addEventListener('kind-changed', end('heeded'))
  pause.addEventListener('kind-withdrawn', end('heeded'))
  pause.addEventListener('kind-sent-anyway', end('dismissed'))
  // Only what was read here goes out as read; the rest the server asks about.
  form.addEventListener('submit', () => {
    const asked = form.querySelector<HTMLInputElement>('input[name=asked]')
    if (asked && may && pause.readBy !== null) asked.value = 'yes'
  })
}

function offerWays(form: HTMLFormElement, pause: KindPause, told: PauseTold): void {
  pause.querySelector('[data-way=keep]')?.addEventListener('click', () => {
    form.querySelector<HTMLButtonElement>('[data-keep]')?.click()
  })
  pause.querySelector('[data-way=wait]')?.addEventListener('click', () => waitTenMinutes(form, told))
}

/** The pause in one writing form. */
export function attend(form: HTMLFormElement, element: HTMLElement): void {
  const pause = element as KindPause
  const told = JSON.parse(pause.dataset.told ?? '{}') as PauseTold
  let grave = false
  pause.rules = {
    places: addressesOf(told),
    context() {
      const answering = answered(form)
      return answering ? { answering } : undefined
    },
    rule(reading) {
      grave = isGrave(reading)
      return may !== undefined && isAskedAbout(reading, may)
    },
  }
  // Known from here on: it loads at once where somebody is in its field already.
  definePause()
  void hear(fetch(ADDRESS))
  count(form, pause, () => grave)
  offerWays(form, pause, told)
}
