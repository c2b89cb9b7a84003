import type { Community } from '../communities/community.ts'
import type { House } from '../house.ts'
import type { MemberViewer, Viewer } from '../http/viewer.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Phrase } from '../i18n/words.ts'
import type { TimeTeller } from '../time/show-time.ts'

/** What a page knows about its request. */
export interface PageContext {
  house: House
  community: Community
  viewer: Viewer
  t: Translator
  time: TimeTeller
  /** Path and query of the request, for "come back here" after signing in. */
  path: string
}

export interface NavigationEntry {
  href: string
  label: string
  /** A quiet mark beside it when something is new: never a number. `topic` lets an open page be told. */
  mark?: { said: string; shown: boolean; topic: string }
}

/** A page on which a member arranges something for themselves, brought by a feature. Lower order stands further up. */
export interface SettingsItem {
  order: number
  href: string
  label: Phrase
  /** One plain sentence: what is there. */
  about: Phrase
  shown?(viewer: MemberViewer): boolean
  /** Whether there is anything to arrange in this community; asked where its pages are listed. */
  there?(house: House, viewer: MemberViewer): Promise<boolean>
}

/** An entry of the masthead, brought by a feature. Lower order stands further left. */
export interface NavigationItem {
  order: number
  item(page: PageContext): NavigationEntry | undefined
}
