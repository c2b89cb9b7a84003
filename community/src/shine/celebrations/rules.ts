/** "together" is a goal reached by several, with nobody ranked; "own" is somebody's own milestone. */
export const celebrationKinds = ['together', 'own'] as const
export type CelebrationKind = (typeof celebrationKinds)[number]

/** What somebody said who was asked to be named. Until a yes they are not named; silence and a no look the same. */
export type NamedAnswer = 'yes' | 'no'

/** UTF-16 units. */
export const TITLE_LENGTH = 80
export const REACHED_LENGTH = 160
export const WORDS_LENGTH = 700
export const LINE_LENGTH = 280
/** People that one may ask to be named. */
export const PEOPLE_ASKED = 12
/** Lines, and names beside a cheer, that stand there; of the others only that there are some. */
export const LINES_SHOWN = 3
/** How many rest on one page of those that are over. */
export const PAST_SHOWN = 10

export const DAY = 86_400_000
/** So long one stands in its space; afterwards it rests in the list. */
export const STANDS_DAYS = 14
/** After so many days without an answer a name stays away. */
export const ASKED_DAYS = 14
/** Side by side in one space: a third would only shout. */
export const AT_ONCE = 2
/** What one member may open within thirty days, so that others come to it too. */
export const OPENED_A_MONTH = 2
export const MONTH_DAYS = 30
/** Lines one member may leave in a day. */
export const LINES_A_DAY = 20

export const restsAt = (openedAt: Date) => new Date(openedAt.getTime() + STANDS_DAYS * DAY)
export const isStanding = ({ restsAt: at }: { restsAt: Date }, now: Date) => now < at

/** May somebody who was asked to be named still say yes? A yes can be taken back at any time. */
export const mayStillAnswer = (asked: { askedAt: Date; answer: NamedAnswer | null }, now: Date) =>
  asked.answer === 'yes' || now.getTime() - asked.askedAt.getTime() < ASKED_DAYS * DAY

/** Whether one more finds room in a space. */
export const hasRoom = (standing: number) => standing < AT_ONCE

/** Handles as they are typed: with or without @, between spaces, commas or lines; each once. */
export function handlesIn(typed: string): string[] {
  const handles = typed
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^@/, '').toLowerCase())
    .filter(Boolean)
  return [...new Set(handles)]
}

/** Names in the order of the alphabet of their reader: nobody stands before another for what they did. */
export const byName = <Person extends { name: string }>(people: readonly Person[], language: string) =>
  [...people].sort((one, other) => one.name.localeCompare(other.name, language))
