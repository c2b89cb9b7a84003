import type { IconName } from '../../foundation/index.ts'
import { NAMES_SHOWN } from './rules.ts'

/** Somebody who told me: their name, and the picture of what they gave. */
export interface Floating {
  name: string
  icon: IconName
}

export interface Drawing {
  /** Nearest to the middle first; the rest beyond `NAMES_SHOWN` is not drawn. */
  people: readonly Floating[]
  /** Said at the lower edge, where the rings run on. */
  wentOn: string | undefined
  /** From right to left: the same picture in a mirror. */
  mirrored: boolean
  title: string
  description: string
}

/** Letters of a name in the picture, of the usual width; the list beside it has all of it. */
const NAME_LENGTH = 18
/** How much wider than usual a letter is, the first that fits. */
const widths: readonly (readonly [letters: RegExp, times: number])[] = [
  [/[WM@\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u, 2],
  [/[mw\p{Lu}]/u, 1.4],
]
const widthOf = (letter: string): number => widths.find(([letters]) => letters.test(letter))?.[1] ?? 1

/**
 * A ring: half its width in percent, half its height in pixels. Widths follow the page and heights stay, so that names keep
 * their size and never meet: each has a height of its own.
 */
interface Ring {
  across: number
  down: number
  /** Where its line begins, in degrees: its two gaps lie away from whoever floats on it. */
  turn: number
  /** Finer lines inside it, from and to these degrees, away from the names. */
  fine: readonly (readonly [from: number, to: number])[]
  /** Where somebody floats on it: below the middle is more than 0, the right is 1. */
  places: readonly { y: number; side: 1 | -1 }[]
}

const rings: readonly Ring[] = [
  {
    across: 19,
    down: 58,
    turn: 80,
    fine: [
      [168, 212],
      [346, 378],
    ],
    places: [
      { y: -38, side: 1 },
      { y: 38, side: -1 },
    ],
  },
  {
    across: 34,
    down: 108,
    turn: 101,
    fine: [
      [150, 190],
      [342, 386],
    ],
    places: [
      { y: -66, side: -1 },
      { y: 66, side: 1 },
      { y: -92, side: 1 },
      { y: 92, side: -1 },
    ],
  },
  {
    across: 47,
    down: 160,
    turn: 118,
    fine: [
      [170, 218],
      [348, 398],
    ],
    places: [
      { y: -118, side: 1 },
      { y: 118, side: -1 },
      { y: -144, side: -1 },
      { y: 144, side: 1 },
    ],
  },
]
const EDGE = 10
/** How far beyond the last ring one is nearly gone, in pixels. */
const FADING = 22
/** Rings that run out of the picture, and how heavy their dots are. */
const beyond = [
  { grow: 1.2, dot: 3.2 },
  { grow: 1.38, dot: 2.5 },
  { grow: 1.58, dot: 1.8 },
]
const BEYOND_HEIGHT = 66

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
const fixed = (number: number) => String(Math.round(number * 100) / 100)

/** A name that fits, cut between what a reader takes for letters. */
export function shortName(name: string): string {
  let short = ''
  let width = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())) {
    // Marks that pile up on one letter are no letters, but nobody needs twenty of them.
    width += Math.max(widthOf(segment), segment.length / 12)
    if (width > NAME_LENGTH) return `${short.trimEnd()}…`
    short += segment
  }
  return short
}

/** Part of a ring, from one angle to another, clockwise from the right; in percent of the picture. */
function arc(across: number, down: number, from: number, to: number): string {
  const at = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180
    return `${fixed(50 + across * Math.cos(turn))} ${fixed(50 + down * Math.sin(turn))}`
  }
  const [rx, ry] = [fixed(across), fixed(down)]
  const half = (from + to) / 2
  return `M${at(from)}A${rx} ${ry} 0 0 1 ${at(half)}A${rx} ${ry} 0 0 1 ${at(to)}`
}

/** One ring as it is cut: its flat a little out of register, a line with two gaps, and finer lines inside. */
function waves({ across, down, turn, fine }: Ring, height: number): string {
  const tall = (pixels: number) => (pixels / height) * 100
  const line = arc(across, tall(down), turn, turn + 158) + arc(across, tall(down), turn + 172, turn + 344)
  const finer = fine.map(([from, to]) => arc(across - 2.2, tall(down - 9), from, to)).join('')
  return `<path class="flat" transform="translate(.5 ${fixed(tall(5))})" d="${line}"/><path class="wave" d="${line}"/><path class="fine" d="${finer}"/>`
}

/** Where nothing is known beyond: one more ring, nearly gone. */
function fading({ across, down }: Ring, height: number): string {
  const [wide, tall] = [across * 1.16, ((down + FADING) / height) * 100]
  const parts = [
    [10, 62],
    [74, 118],
    [150, 171],
    [190, 247],
    [262, 318],
    [337, 352],
  ] as const
  return `<path class="fine" d="${parts.map(([from, to]) => arc(wide, tall, from, to)).join('')}"/>`
}

/** Rings in dots beyond the last. */
const running = ({ across, down }: Ring, height: number): string =>
  beyond
    .map(({ grow, dot }) => {
      const tall = ((down * grow) / height) * 100
      return `<path class="far" stroke-width="${dot}" d="${arc(across * grow, tall, 0, 360)}"/>`
    })
    .join('')

/** Somebody on the water: what they gave, and their name towards the middle. */
function floating({ name, icon }: Floating, place: { x: number; y: number }): string {
  const { x, y } = place
  const left = x < 50
  const spot = `<svg x="${fixed(x)}%" y="${fixed(y)}" overflow="visible"><path class="hole" d="M0 0H${left ? 22 : -22}" stroke-width="22"/><circle class="hole" r="17"/><use href="#${icon}" x="-13" y="-13" width="26" height="26"/></svg>`
  const label = `<svg x="${fixed(x)}%" y="${fixed(y)}" overflow="visible"><text x="${left ? 20 : -20}" y="5" text-anchor="${left ? 'start' : 'end'}">${escaped(shortName(name))}</text></svg>`
  return spot + label
}

/** The small fire in the middle, and its light on the water. */
const fire = (middle: number) =>
  `<svg x="50%" y="${fixed(middle)}" overflow="visible"><path class="glow" d="M-15 22h22M-6 28h21M-10 34h12"/><path class="dots" d="M-32 6A33 30 0 0 1 32 6M-41 3A43 40 0 0 1 41 3"/><circle class="hole" r="20"/><use href="#kindling" x="-20" y="-22" width="40" height="40"/></svg>`

/** The rings that hold these people, with those on each. */
function onRings(people: readonly Floating[]): { ring: Ring; people: readonly Floating[] }[] {
  const held: { ring: Ring; people: readonly Floating[] }[] = []
  let from = 0
  for (const ring of rings) {
    if (from > 0 && from >= people.length) break
    held.push({ ring, people: people.slice(from, from + ring.places.length) })
    from += ring.places.length
  }
  return held
}

/**
 * The picture as SVG: a small fire on water, a ring for those who told me first and last, names on the rings, and dots where
 * it went on. The same for the same people; everything in it is also in the list beside it. Its colours come from the page.
 */
export function drawRipple({ people, wentOn, mirrored, title, description }: Drawing): string {
  const held = onRings(people.slice(0, NAMES_SHOWN))
  const last = held.at(-1)!.ring
  const half = last.down + EDGE + (wentOn ? BEYOND_HEIGHT : FADING)
  const height = half * 2
  const placed = held.flatMap(({ ring, people: here }) =>
    here.map((one, index) => {
      const { y, side } = ring.places[index]!
      const out = ring.across * Math.sqrt(1 - (y / ring.down) ** 2) * (mirrored ? -side : side)
      return floating(one, { x: 50 + out, y: half + y })
    }),
  )
  const water = held.map(({ ring }) => waves(ring, height)).join('')
  const far = wentOn ? running(last, height) : fading(last, height)
  const said = wentOn
    ? `<text class="on" x="50%" y="${height - 16}" text-anchor="middle">${escaped(wentOn)}</text>`
    : ''
  return `<svg class="ripple" direction="ltr" width="100%" height="${height}" role="img" aria-labelledby="ripple-title ripple-desc"><title id="ripple-title">${escaped(title)}</title><desc id="ripple-desc">${escaped(description)}</desc><svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none"><g${mirrored ? ' transform="matrix(-1 0 0 1 100 0)"' : ''}>${far}${water}</g></svg>${fire(half)}${placed.join('')}${said}</svg>`
}
