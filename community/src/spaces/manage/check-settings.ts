import { unfitting } from '../../foundation/index.ts'
import { tidyName } from '../../members/index.ts'
import { DESCRIPTION_LENGTH, MOST_NORMS, NAME_LENGTH, NORM_LENGTH, readNorms } from './rules.ts'
import type { SpaceSettings } from './store.ts'
import { manageErrors } from './words.ts'

export interface TypedSettings extends Omit<SpaceSettings, 'norms'> {
  /** One a line. */
  norms: string
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
  if (!name) throw unfitting('name', 'space_name_missing', manageErrors.spaceNameMissing)
  if (name.length > NAME_LENGTH)
    throw unfitting('name', 'space_name_too_long', manageErrors.spaceNameTooLong, { count: NAME_LENGTH })
  if (description.length > DESCRIPTION_LENGTH)
    throw unfitting('description', 'description_too_long', manageErrors.descriptionTooLong, {
      count: DESCRIPTION_LENGTH,
    })
  if (norms.length > MOST_NORMS) throw unfitting('norms', 'too_many_norms', manageErrors.tooManyNorms)
  if (norms.some((norm) => norm.length > NORM_LENGTH))
    throw unfitting('norms', 'norm_too_long', manageErrors.normTooLong, { count: NORM_LENGTH })
  return {
    name,
    description,
    norms,
    kind: typed.kind,
    visibility: typed.visibility,
    postingBy: typed.postingBy,
  }
}
