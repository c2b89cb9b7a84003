import {
  type AppContext,
  Head,
  Layout,
  pageContext,
  requireMember,
  type SettingsItem,
  show,
  Ways,
} from '../../foundation/index.ts'
import { settingsWords as signInWords } from '../accounts/settings-words.ts'
import { profileWords } from '../profiles/words.ts'
import { settingsWords as w } from './words.ts'

/** What this floor brings; every feature adds its own. */
export const memberSettings: readonly SettingsItem[] = [
  { order: 10, href: '/settings/profile', label: profileWords.editTitle, about: w.profileAbout },
  { order: 20, href: '/settings/sign-in', label: signInWords.title, about: w.signInAbout },
]

/** GET /settings: everything a member arranges for themselves, with one sentence each. */
export async function showSettings(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const all = page.house.features
    .flatMap(({ settings }) => settings ?? [])
    .filter(({ shown }) => shown?.(viewer) ?? true)
  const there = await Promise.all(all.map((one) => one.there?.(page.house, viewer) ?? true))
  const items = all.filter((_, at) => there[at]).sort((one, other) => one.order - other.order)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<a href={`/members/${viewer.handle}`}>{viewer.name}</a>}>{page.t(w.title)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(w.lead)}</p>
      </div>
      <Ways
        ways={items.map(({ href, label, about }) => ({ href, label: page.t(label), about: page.t(about) }))}
      />
    </Layout>,
  )
}
