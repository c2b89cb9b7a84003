import { type Community, layOut, makeTimeTeller, type Translator } from '../../foundation/index.ts'
import { DAYS_OPEN } from './rules.ts'
import { invitationWords as w } from './words.ts'

export interface LetterFacts {
  community: Community
  t: Translator
  byName: string
  /** The inviter's own words. */
  line: string
  role: 'member' | 'administrator'
  url: string
  now: Date
}

/** The letter somebody gets, and the page shows before it goes. */
export function invitationLetter(facts: LetterFacts): {
  subject: string
  text: string
  html: string
  paragraphs: string[]
} {
  const { community, t, byName: by } = facts
  const place = community.name
  const until = new Date(facts.now.getTime() + DAYS_OPEN * 86_400_000)
  const day = makeTimeTeller(t, community.timeZone, facts.now).date(until)
  const paragraphs = [
    t(w.letterHello, { by, place }),
    facts.line,
    facts.role === 'administrator' ? t(w.letterRole, { by }) : '',
    community.tagline ? t(w.letterTagline, { place, tagline: community.tagline }) : '',
  ].filter(Boolean)
  const own = t(w.letterOwnLink, { label: t(w.letterLink) })
  const foot = [t(w.letterUntil, { day }), t(w.letterOnce, { by })]
  const parts = { paragraphs, link: { label: t(w.letterLink), url: facts.url }, foot }
  return {
    subject: t(w.letterSubject, { by, place }),
    ...layOut(parts),
    paragraphs: [...paragraphs, own, ...foot],
  }
}
