import { z } from '@hono/zod-openapi'

/** An id in an address or a body. */
export const idSchema = z.guid().openapi({ format: 'uuid', example: '0192f3a1-7c00-7abc-8def-0123456789ab' })
/** A time in an answer. */
export const timeSchema = z.string().openapi({ format: 'date-time', example: '2026-03-01T12:00:00.000Z' })
/** A member's handle in an address. */
export const handleSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .openapi({ example: 'mira' })

/** Every error. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:kindling:error:not_found' }),
    title: z.string().openapi({ description: 'A sentence a person can act on.' }),
    status: z.int(),
    code: z.string().openapi({ description: 'Stays the same over versions.', example: 'not_found' }),
    errors: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'One sentence per field that does not fit.' }),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem')

/** Where a list goes on: what `next` held on the page before. */
export const cursorSchema = (form: RegExp) =>
  z.string().regex(form).optional().openapi({ description: 'What `next` held on the page before.' })

/** How many a page holds. */
export const limitSchema = z.coerce.number().int().min(1).max(50).default(20)

/** A page of a list. There are no totals. */
export function pageOf<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .object({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .openapi({ description: 'Send it as `cursor` for the next page; null on the last one.' }),
    })
    .openapi(name)
}
