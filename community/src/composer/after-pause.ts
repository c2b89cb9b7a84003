import { createHash } from 'node:crypto'
import type { Typed } from '../foundation/index.ts'

/** Says in a form that its words were read on the device. */
export const READ_ON_DEVICE = 'yes'

/** What the page of the pause adds to a form, besides all that was typed. */
const OURS = ['way', 'other', 'of']

/** A form as it was typed, without what the pause added. */
export const withoutPause = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !OURS.includes(name)))

/** Stands in a form for the words that somebody was asked about, so that they are not asked about again. */
export const markOf = (typed: Typed, fields: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(fields.map((name) => (typed[name] ?? '').trim())))
    .digest('base64url')
    .slice(0, 22)

/** The mark that a form which came back goes on with. A script says anew that it read the words. */
export const askedOf = ({ asked = '' }: Typed): string => (asked === READ_ON_DEVICE ? '' : asked)

/** Whether a form came back from the page of the pause. */
export const cameBack = ({ way }: Typed): boolean => way === 'edit' || way === 'use'

/**
 * Where somebody without script went back from the pause to the form, as it was typed or with other words in it: what the form
 * is to be filled with. Nothing where the form is to be taken.
 */
export function backFromPause(typed: Typed): Typed | undefined {
  if (!cameBack(typed)) return undefined
  const { way, other, of } = typed
  const used = way === 'use' && other !== undefined && of !== undefined && Object.hasOwn(typed, of)
  return { ...withoutPause(typed), way: 'edit', ...(used ? { [of]: other } : {}) }
}
