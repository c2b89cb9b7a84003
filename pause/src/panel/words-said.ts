import type { Reading } from '@kindling/tone'
import { CUT } from './excerpt.ts'

/** So much of the words it rests on is said again. */
const SAID_AGAIN = 44

/** The words that a reading rests on, in a line; empty where no single ones carry it. */
export function wordsSaid(text: string, { why: { words } }: Reading): string {
  const all = words.map(({ begin, end }) => text.slice(begin, end).replace(/\s+/gu, ' '))
  const said = all.join(` ${CUT} `)
  if (said.length <= SAID_AGAIN) return said
  return `${said.slice(0, SAID_AGAIN).replace(/[\ud800-\udbff]$|\s\S*$/u, '')} ${CUT}`
}
