import { html, type JSX } from '#jsx/jsx-runtime'

const MOST_KEPT = 20_000
const kept = new Map<string, { name: string; block: JSX.Element }>()

/** Initials as a type block: the face of a member without a picture. Tone follows the id, so it stays. */
export function Sort({ id, name }: { id: string; name: string }): JSX.Element {
  const known = kept.get(id)
  if (known?.name === name) return known.block
  if (kept.size >= MOST_KEPT) kept.clear()
  const block = html`<span class="sort s${toneOf(id)}" aria-hidden="true">${initials(name)}</span>`
  kept.set(id, { name, block })
  return block
}

function toneOf(id: string): number {
  let sum = 0
  for (let index = 0; index < id.length; index++) sum = (sum * 31 + id.charCodeAt(index)) | 0
  return (Math.abs(sum) % 4) + 1
}

/** One letter of a single name, first and last of several; works for scripts without capitals. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = (word: string | undefined) =>
    [...(word ?? '')].find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? ''
  if (words.length === 0) return '·'
  return (first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : '')).toLocaleUpperCase()
}
