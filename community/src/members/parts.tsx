import { isMember, type PageContext } from '../foundation/index.ts'
import { roleWords as w } from './roles/words.ts'
import { settingsWords } from './settings/words.ts'

/** In the margin of every page of administration: the way back to its first page. */
export function OfficeLink({ page }: { page: PageContext }) {
  return <a href="/admin">{page.t(w.office)}</a>
}

/** In the margin of every page that /settings lists: the way back to it, for whoever can see it. */
export function SettingsLink({ page }: { page: PageContext }) {
  if (!isMember(page.viewer) || page.viewer.waiting) return null
  return <a href="/settings">{page.t(settingsWords.title)}</a>
}
