import type { PageContext } from '../foundation/index.ts'
import { roleWords as w } from './roles/words.ts'

/** In the margin of every page of administration: the way back to its first page. */
export function OfficeLink({ page }: { page: PageContext }) {
  return <a href="/admin">{page.t(w.office)}</a>
}
