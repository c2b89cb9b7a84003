import type { Typed } from '../foundation/index.ts'

/** What the page of the pause adds to a form, besides all that was typed. */
const OURS = ['way', 'other', 'of', 'asked']

/** A form as it was typed, without what the pause added. */
export const withoutPause = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !OURS.includes(name)))

/**
 * Where somebody without script went back from the pause to the form, as it was typed or with other words in it: what the form
 * is to be filled with. Nothing where the form is to be taken.
 */
export function backFromPause(typed: Typed): Typed | undefined {
  const { way, other, of } = typed
  if (way === 'use' && other !== undefined && of !== undefined && Object.hasOwn(typed, of))
    return { ...withoutPause(typed), [of]: other }
  return way === 'edit' || way === 'use' ? withoutPause(typed) : undefined
}
