import { type Phrase, unfitting } from '../foundation/index.ts'
import { tidyName } from '../members/index.ts'
import { NAME_LENGTH } from './rules.ts'
import { openErrors } from './words.ts'

/**
 * What a token or key is called, as lists show it.
 * @param missing what to say where it has no name
 * @throws KindlingError where it has none, or one that is too long
 */
export function checkedName(typed: string, missing: Phrase): string {
  const name = tidyName(typed.toWellFormed())
  if (!name) throw unfitting('name', 'name_missing', missing)
  if (name.length > NAME_LENGTH)
    throw unfitting('name', 'name_too_long', openErrors.nameTooLong, { count: NAME_LENGTH })
  return name
}
