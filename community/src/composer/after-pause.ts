import { createHash } from 'node:crypto'
import type { Typed } from '../foundation/index.ts'

/** Says in a form that its words were read on the device. */
export const READ_ON_DEVICE = 'yes'

/** What the page of the pause adds to a form, besides all that was typed. */
const OURS = /^(?:way|of|agreesTo|other\d*)$/

/** A form as it was typed, without what the pause added. */
export const withoutPause = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !OURS.test(name)))

/** The button that puts other words in, and the field in which they come along, by their place on the page. */
const numbered = (name: string, at: number): string => (at === 0 ? name : `${name}${at}`)
export const useWay = (at: number): string => numbered('use', at)
export const otherField = (at: number): string => numbered('other', at)

/** Stands in a form for the words that somebody was asked about, so that they are not asked about again. */
export const markOf = (typed: Typed, fields: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(fields.map((name) => (typed[name] ?? '').trim())))
    .digest('base64url')
    .slice(0, 22)

/** The mark that a form which came back goes on with. A script says anew that it read the words. */
export const askedOf = ({ asked = '' }: Typed): string => (asked === READ_ON_DEVICE ? '' : asked)

const USE = /^use(\d?)$/

/** Whether a form came back from the page of the pause. */
export const cameBack = ({ way }: Typed): boolean => way === 'edit' || USE.test(way ?? '')

/** Whether somebody asked, on the page of the pause, for more wordings. */
export const asksMore = ({ way }: Typed): boolean => way === 'ask'

/**
 * Where somebody without script went back from the pause to the form, as it was typed or with other words in it: what the form
 * is to be filled with. Nothing where the form is to be taken.
 */
export function backFromPause(typed: Typed): Typed | undefined {
  if (!cameBack(typed)) return undefined
  const { way = '', of } = typed
  const place = USE.exec(way)?.[1]
  const other = place === undefined ? undefined : typed[otherField(Number(place))]
  const used = other !== undefined && of !== undefined && Object.hasOwn(typed, of)
  return { ...withoutPause(typed), way: 'edit', ...(used ? { [of]: other } : {}) }
}
