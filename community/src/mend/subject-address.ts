import { isId, notFound } from '../foundation/index.ts'
import { ENTRY } from './entry-store.ts'
import type { Subject } from './report-words.ts'

/** What an address or a form says a report is about, with the fields that say it. */
export interface SubjectAddress extends Subject {
  fields: Record<string, string>
}

/**
 * Posts and replies are named by their place in a thread, everything else by its kind.
 * @throws KindlingError `not_found` where nothing is named
 */
export function subjectFrom(given: Record<string, string | undefined>): SubjectAddress {
  const { kind, id, post, reply } = given
  if (kind && id && isId(id)) return { kind, id, fields: { kind, id } }
  if (!post || !isId(post) || (reply && !isId(reply))) throw notFound()
  return reply
    ? { kind: ENTRY, id: reply, fields: { post, reply } }
    : { kind: ENTRY, id: post, fields: { post } }
}

export const reportHref = ({ fields }: SubjectAddress): string => `/report?${new URLSearchParams(fields)}`
