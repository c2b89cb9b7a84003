import { z } from 'zod'
import { type FieldErrors, fieldErrors, KindlingError, type Translator } from '../../foundation/index.ts'
import { postingRights, spaceKinds, spaceVisibilities } from '../rules.ts'

export const form = z.object({
  name: z.string().default(''),
  description: z.string().default(''),
  kind: z.enum(spaceKinds, 'Choose what kind of place it is.'),
  visibility: z.enum(spaceVisibilities, 'Choose who reads.'),
  postingBy: z.enum(postingRights, 'Choose who begins posts.'),
  norms: z.string().default(''),
  /** Set by the page that said what members will notice. */
  seen: z.string().optional(),
})

/** A refusal that belongs beside a field; undefined for any other error. */
export const refusedField = (error: unknown, t: Translator): FieldErrors | undefined =>
  error instanceof KindlingError && error.status === 422 ? fieldErrors(error, t) : undefined
