import { html } from '#jsx/jsx-runtime'
import {
  type DbOrTrx,
  defineSlot,
  type House,
  type MemberViewer,
  type PageContext,
  type Phrase,
  type Trx,
} from '../foundation/index.ts'
import type { BoundsTarget } from './parts.tsx'
import { boundsWords as w } from './words.ts'

/** Something that was said before what is reported, and may go along with it. */
export interface BesideLine {
  id: string
  /** Who said it. */
  by: string
  mine: boolean
  /** As plain text. */
  words: string
  language: string
  saidAt: Date
}

/** Something else one may do about words, besides muting, blocking and reporting. */
export interface OtherWay {
  href: string
  /** It is done by pressing; else it leads somewhere. */
  press?: boolean
  /** The link. */
  act: Phrase
  /** What it does. */
  about: Phrase
}

/** Words as somebody who may report them sees them. */
export interface FoundWords {
  /** Who wrote them, with where to go back to; undefined where they stand without a name. */
  by: BoundsTarget | undefined
  /** As plain text. */
  words: string
  language: string
  /** The viewer wrote them. */
  mine: boolean
  /** Out of sight already. */
  hidden: boolean
  /** Where they stand: an address, and how it is called: a title of somebody's, or words of the house. */
  back: string
  where: string | Phrase
  /** Earliest first. */
  beside: readonly BesideLine[]
  /** False where asking for something else has its own way among `ways`. */
  asks?: boolean
  /** Nobody else reads it, so that whoever wrote it can guess who reported it once it is hidden. */
  betweenTwo?: boolean
  /** What whoever reports it has to know first. */
  caution?: Phrase
  ways: readonly OtherWay[]
}

/** One line as stewards will read it. */
export interface TakenLine {
  authorId: string
  /** As it is shown. */
  html: string
  language: string
  saidAt: Date
  /** This is what is reported; the others go along. */
  reported: boolean
}

/** What a case begins with. Stays between the feature and the case. */
export interface TakenWords {
  authorId: string
  /** Whom they were said to or about, who judges nothing here either; null where that is nobody in particular. */
  otherId: string | null
  /** Somebody in it stands without a name: what is missing elsewhere must not say who. */
  guarded: boolean
  /** Null where they stand in no space: then all stewards look after it. */
  spaceId: string | null
  /** Earliest first; empty where the case shows the words where they stand. */
  lines: readonly TakenLine[]
}

export interface Standing {
  /** there: as it was. hidden: its author alone sees it. gone: its author took it back. */
  is: 'there' | 'hidden' | 'gone'
  /** Where it stands, for who may go there; undefined where that is between two. */
  href: string | undefined
}

/**
 * A kind of words that can be reported. A feature brings its kinds; cases are made of them without knowing what they are.
 * The words themselves stay in the feature: a case has copies of what somebody chose to report, and of nothing else.
 */
export interface Reportable {
  /** Unique and never renamed: it stands in rows and in addresses. Lower-case letters and hyphens. */
  kind: string
  says: {
    /** "A message": heads a case, a line of a list. */
    one: Phrase
    /** "Report a message". */
    report: Phrase
    /** "Messages": where it stood, in notices. */
    place: Phrase
    /** Who still sees it when it is hidden, for the steward who hides it. */
    hides: Phrase
    /** What stewards get to read, told before a report is sent. */
    shows: Phrase
  }
  /** Where its author can change it; undefined where that is not possible, only taking it back. */
  changeAt?(id: string): string
  /** What this member may report under this id; undefined where they do not see it. Asks the feature's own policy. */
  find(house: House, viewer: MemberViewer, id: string): Promise<FoundWords | undefined>
  /**
   * The same, held inside the transaction in which a case begins. `find` has said that the viewer may.
   * @param beside ids of lines to go along; what is none of `FoundWords.beside` is left out
   */
  take(trx: Trx, viewer: MemberViewer, id: string, beside: readonly string[]): Promise<TakenWords | undefined>
  /**
   * Takes it out of sight for everybody but its author.
   * @returns false where there was nothing to hide: it was hidden already, or its author took it back
   */
  hide(trx: Trx, communityId: string, id: string, now: Date): Promise<boolean>
  /** @returns false where it was not hidden, or its author took it back */
  restore(trx: Trx, communityId: string, id: string, now: Date): Promise<boolean>
  standing(db: DbOrTrx, communityId: string, id: string): Promise<Standing>
}

declare module '../foundation/feature.ts' {
  interface Feature {
    /** What can be reported besides posts and replies. */
    reportables?: readonly Reportable[]
  }
}

export function reportableOf(house: House, kind: string): Reportable | undefined {
  return house.features.flatMap(({ reportables = [] }) => reportables).find((one) => one.kind === kind)
}

/**
 * Beside words that a steward hid, for their author: why, and the way to ask for another look. Keyed by the words' id.
 */
export const hiddenWords = defineSlot<{ id: string }>('bounds.hidden-words')

const query = (kind: string, id: string) => `kind=${kind}&id=${id}`

/** The ways to report words, and to all else one can do about them. */
export function ReportWays({ page, kind, id }: { page: PageContext; kind: string; id: string }) {
  const { t } = page
  return html`<a class="act plain" href="/report?${query(kind, id)}">${t(w.report)}</a>
    <a class="act plain" href="/bothers?${query(kind, id)}">${t(w.bothers)}</a>`
}

/** The same behind "More", where the words themselves should have the room. */
export function ReportMore(given: { page: PageContext; kind: string; id: string }) {
  return html`<details class="more-acts"><summary>${given.page.t(w.more)}</summary><p class="acts">${ReportWays(given)}</p></details>`
}

/** Plain text as a case shows it. */
export const shownPlain = (text: string): string => String(html`<p class="keep-lines">${text}</p>`)
