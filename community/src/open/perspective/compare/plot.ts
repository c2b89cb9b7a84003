import { LINE } from './plot-marks.ts'
import { panelInWords, panelOf } from './plot-panel.ts'
import { style } from './plot-style.ts'
import type { Result } from './result.ts'
import { notGoogles } from './sentences.ts'

/** Letters of a line that still fits 320 px in the widest of the usual typefaces. */
const LETTERS = 34
const MARGIN = 20
const BETWEEN = 34

const title = 'Old scores beside ours'
const legend =
  'Old scores across, ours up. The line carries a threshold over; dots are your thresholds, with where the new one probably lies. Flecks are messages.'

/** SVG breaks no lines. */
function linesOf(sentence: string): string[] {
  const lines = ['']
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart()
    if (longer.length > LETTERS) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function paragraph(sentence: string, y: number, kind: string): { svg: string; end: number } {
  const lines = linesOf(sentence)
  const texts = lines.map((line, at) => `<text class="${kind}" x="4%" y="${y + at * LINE}">${line}</text>`)
  return { svg: texts.join('\n'), end: y + lines.length * LINE }
}

/**
 * The result as a picture, an SVG file that stands alone: a panel for each attribute, one under the other. Places
 * across are in percent and letters in px, so it is as readable at 320 px as at 584.
 */
export function plotOf({ comparisons }: Result): string {
  const above = paragraph(legend, MARGIN + 46, 'note')
  let end = above.end + 4 - BETWEEN
  const panels = comparisons.map((one) => {
    const panel = panelOf(one, end + BETWEEN)
    end = panel.end
    return panel.svg
  })
  const below = paragraph(notGoogles, end + BETWEEN + LINE, 'house')
  const words = comparisons.map(panelInWords).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kc" width="100%" height="${below.end + MARGIN}" role="img" aria-labelledby="kc-title kc-desc">`,
    `<title id="kc-title">${title}</title>`,
    `<desc id="kc-desc">${words} ${notGoogles}</desc>`,
    `<style>${style}</style>`,
    '<rect class="sheet" width="100%" height="100%"/>',
    `<text class="h" x="4%" y="${MARGIN + 18}">${title}</text>`,
    above.svg,
    ...panels,
    below.svg,
    '</svg>\n',
  ].join('\n')
}
