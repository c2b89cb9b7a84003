import { KindlingError } from '../../foundation/index.ts'
import { tidyName } from '../../members/index.ts'
import { DESCRIPTION_LENGTH, MOST_NORMS, NAME_LENGTH, NORM_LENGTH, readNorms } from './rules.ts'
import type { SpaceSettings } from './store.ts'

export interface TypedSettings extends Omit<SpaceSettings, 'norms'> {
  /** One a line. */
  norms: string
}

export function refuse(field: string, code: string, message: string): KindlingError {
  return new KindlingError(code, message, { status: 422, details: { field } })
}

/**
 * Checks what was typed about a space.
 * @throws KindlingError `space_name_missing`, `space_name_too_long`, `description_too_long`, `too_many_norms`, `norm_too_long`
 */
export function checkSettings(typed: TypedSettings): SpaceSettings {
  const name = tidyName(typed.name.toWellFormed())
  const description = typed.description
    .toWellFormed()
    .replace(/[\p{Cc}]/gu, ' ')
    .trim()
  const norms = readNorms(typed.norms.toWellFormed())
  if (!name) throw refuse('name', 'space_name_missing', 'Give the space a name.')
  if (name.length > NAME_LENGTH)
    throw refuse('name', 'space_name_too_long', `A name holds ${NAME_LENGTH} characters.`)
  if (description.length > DESCRIPTION_LENGTH)
    throw refuse('description', 'description_too_long', `There is room for ${DESCRIPTION_LENGTH} characters.`)
  if (norms.length > MOST_NORMS)
    throw refuse('norms', 'too_many_norms', 'Seven lines are the most anybody remembers. Which could go?')
  if (norms.some((norm) => norm.length > NORM_LENGTH))
    throw refuse(
      'norms',
      'norm_too_long',
      `A line holds ${NORM_LENGTH} characters. Shorter is kinder to read.`,
    )
  return {
    name,
    description,
    norms,
    kind: typed.kind,
    visibility: typed.visibility,
    postingBy: typed.postingBy,
  }
}
