import { z } from 'zod'
import { type FieldErrors, fieldErrors, KindlingError, type Translator } from '../../foundation/index.ts'
import { postingRights, spaceKinds, spaceVisibilities } from '../rules.ts'
import { manageErrors } from './words.ts'

export const settingsForm = (t: Translator) =>
  z.object({
    name: z.string().default(''),
    description: z.string().default(''),
    kind: z.enum(spaceKinds, t(manageErrors.kindMissing)),
    visibility: z.enum(spaceVisibilities, t(manageErrors.visibilityMissing)),
    postingBy: z.enum(postingRights, t(manageErrors.postingByMissing)),
    norms: z.string().default(''),
    /** Set by the page that said what members will notice. */
    seen: z.string().optional(),
  })

/** A refusal that belongs beside a field; undefined for any other error. */
export const refusedField = (error: unknown, t: Translator): FieldErrors | undefined =>
  error instanceof KindlingError && error.status === 422 ? fieldErrors(error, t) : undefined
