import { type Comparison, type Step, TEXTS_ENOUGH } from './compare.ts'
import { type Fleck, flecksOf } from './density.ts'
import { across, FIELD, LINE, type Mark, marksOf, type OldLabel, oldLabelsOf, upTo } from './plot-marks.ts'
import { counted } from './sentences.ts'

/** Room above the field, for the name and what is said of it, in px. */
const ABOVE = 62

/** Radii of flecks in px. */
const [SMALLEST, LARGEST] = [1, 5]

/** The end of the axis has its label where no threshold stands near it. */
const ROOM_FOR_ONE = 0.93
/** A label that would begin before the field begins with it. */
const ROOM_TO_THE_LEFT = 0.2

function textAt(x: string, y: number, content: string, more = ''): string {
  return `<text x="${x}" y="${y}"${more}>${content}</text>`
}

const flecked = (flecks: readonly Fleck[]): string =>
  flecks
    .map(({ old, ours, weight }) => {
      const radius = SMALLEST + (LARGEST - SMALLEST) * weight
      return `<circle class="fleck" cx="${across(old)}" cy="${upTo(ours)}" r="${radius.toFixed(1)}"/>`
    })
    .join('')

function level(score: number, words: string, kind = 'hair'): string {
  const y = upTo(score)
  return `<line class="${kind}" x1="0" x2="100%" y1="${y}" y2="${y}"/>${words && textAt('0', y - 5, words)}`
}

/** Across first, then up: a threshold between two points is carried over like the higher one. */
function stepLine(steps: readonly Step[]): string {
  const [first, ...rest] = steps.map(({ old, ours }) => ({
    x: +(old * 100).toFixed(2),
    y: +((1 - ours) * 100).toFixed(2),
  }))
  if (!first) return ''
  const path = rest.map(({ x, y }) => `V${y}H${x}`).join('')
  const field = `width="100%" height="${FIELD}" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"`
  return `<svg ${field}><path class="line" d="M${first.x} ${first.y}${path}"/></svg>`
}

function marked({ old, ours, label }: Mark): string {
  const [x, y] = [across(old), upTo(ours)]
  const name = String(ours)
  const side = ' class="now" dx="-9" text-anchor="end"'
  return [
    `<line class="guide" x1="${x}" x2="${x}" y1="${y}" y2="${FIELD}"/>`,
    `<circle class="dot" cx="${x}" cy="${y}" r="5"/>`,
    old < ROOM_TO_THE_LEFT ? textAt('0', label, name, ' class="now"') : textAt(x, label, name, side),
  ].join('')
}

const reach = ({ old, between: [least, most] }: Mark): string =>
  `<line class="reach" x1="${across(old)}" x2="${across(old)}" y1="${upTo(least)}" y2="${upTo(most)}"/>`

function axis(labels: readonly OldLabel[]): string {
  const texts = labels.map(({ old, line }) => {
    const anchor = old > 0.95 ? ['100%', 'end'] : [across(old), 'middle']
    return textAt(anchor[0]!, FIELD + LINE * (1 + line), String(old), ` text-anchor="${anchor[1]}"`)
  })
  if (labels.every(({ old }) => old < ROOM_FOR_ONE))
    texts.push(textAt('100%', FIELD + LINE, '1', ' text-anchor="end"'))
  return [textAt('0', FIELD + LINE, '0, old score'), ...texts].join('')
}

function agreement({ correlation, texts }: Comparison): string {
  if (texts < TEXTS_ENOUGH) return 'few texts, so this says little'
  if (!correlation) return 'one side scores every text the same'
  const [least, most] = correlation.between.map((end) => end.toFixed(2))
  return `rank correlation ${correlation.r.toFixed(2)} (${least}–${most})`
}

/** One attribute: old scores across, ours up, the line that carries thresholds over, the site's as dots on it. */
export function panelOf(comparison: Comparison, y: number): { svg: string; end: number } {
  const [marks, labels] = [marksOf(comparison), oldLabelsOf(comparison)]
  const height = ABOVE + FIELD + LINE * (1 + Math.max(...labels.map(({ line }) => line)))
  const parts = [
    `<svg x="4%" y="${y}" width="92%" height="${height}" overflow="visible">`,
    textAt('0', 16, comparison.name, ' class="name"'),
    textAt('0', 16 + LINE + 2, agreement(comparison)),
    `<svg y="${ABOVE}" width="100%" height="${FIELD}" overflow="visible">`,
    flecked(flecksOf(comparison.pairs)),
    level(1, '1, score here'),
    level(0.5, '0.5'),
    level(0, '', 'base'),
    ...marks.map(reach),
    stepLine(comparison.steps),
    ...marks.map(marked),
    axis(labels),
    '</svg></svg>',
  ]
  return { svg: parts.join('\n'), end: y + height }
}

/** The same in words. */
export function panelInWords(comparison: Comparison): string {
  const carried = marksOf(comparison).map(({ old, ours }) => `${old} becomes ${ours}`)
  const thresholds = carried.length > 0 ? `; ${carried.join(', ')}` : ''
  return `${comparison.name}: ${counted(comparison.texts)} texts, ${agreement(comparison)}${thresholds}.`
}
