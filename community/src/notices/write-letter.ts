import { type House, type Letter, type LetterParts, layOut } from '../foundation/index.ts'
import { endLettersPath, placeUrl } from './addresses.ts'
import type { Receiver } from './receiver.ts'
import { type NoticeLine, sayPlainly } from './say-line.ts'
import { noticeWords as w } from './words.ts'

/** What the last small lines say: why this came, how to end it. */
function foot(house: House, { t, community, viewer }: Receiver, why: string, what: string) {
  const end = placeUrl(house, community, endLettersPath(house, community.id, viewer.memberId, what))
  const all = placeUrl(house, community, '/settings/notices')
  return { end, foot: [why, t(w.endThese, { url: end }), t(w.allChoices, { url: all })] }
}

interface Draft extends Pick<LetterParts, 'paragraphs' | 'link'> {
  subject: string
  why: string
  /** What one press ends: "digest", or kinds joined by "+". */
  what: string
}

function finish(house: House, to: Receiver, draft: Draft): Letter {
  const { end, foot: lines } = foot(house, to, draft.why, draft.what)
  const parts = layOut({
    paragraphs: draft.paragraphs,
    ...(draft.link ? { link: draft.link } : {}),
    foot: lines,
  })
  return {
    communityId: to.community.id,
    to: to.email,
    subject: draft.subject,
    ...parts,
    listUnsubscribe: end,
  }
}

function why({ t, community }: Receiver, label: string): string {
  return t(w.whyKind, { label, place: community.name })
}

/** A letter about one line: who did what, the words where they may travel, and where to read. */
export function noticeLetter(house: House, to: Receiver, line: NoticeLine): Letter {
  const { t, community, viewer } = to
  const says = sayPlainly(t, line)
  const words = line.sights
    .slice(0, 3)
    .flatMap((sight) => (sight.wordsByMail ? [t(w.quote, { words: sight.wordsByMail })] : []))
  const url = placeUrl(house, community, line.sights[0]!.href)
  return finish(house, to, {
    subject: t(w.subjectPlace, { says, place: community.name }),
    paragraphs: [t(w.hello, { name: viewer.name }), says, ...words],
    link: { label: t(line.sights.length > 1 ? w.readAll : w.read), url },
    why: why(to, t(line.kind.label)),
    what: line.kind.name,
  })
}

/** One letter for all of a day. */
export function dailyLetter(house: House, to: Receiver, lines: readonly NoticeLine[]): Letter {
  const { t, community, viewer } = to
  const each = lines.map((line) => {
    const words = line.sights.flatMap((sight) =>
      sight.wordsByMail ? [t(w.quote, { words: sight.wordsByMail })] : [],
    )
    return [sayPlainly(t, line), ...words.slice(0, 3), placeUrl(house, community, line.sights[0]!.href)].join(
      '\n',
    )
  })
  const kinds = [...new Set(lines.map((line) => line.kind))]
  const label = kinds.map((kind) => t(kind.label)).join(', ')
  return finish(house, to, {
    subject: t(w.dailySubject, { label, place: community.name }),
    paragraphs: [t(w.hello, { name: viewer.name }), t(w.dailyLead, { place: community.name }), ...each],
    link: { label: t(w.openPlace, { place: community.name }), url: placeUrl(house, community, '/notices') },
    why: why(to, label),
    what: kinds.map((kind) => kind.name).join('+'),
  })
}

export interface DigestSection {
  heading: string
  lines: { title: string; href: string; about?: string }[]
}

/** What is new, by title and link only. */
export function digestLetter(
  house: House,
  to: Receiver,
  sections: readonly DigestSection[],
  digest: 'daily' | 'weekly',
): Letter {
  const { t, community, viewer } = to
  const paragraphs = sections.flatMap(({ heading, lines }) => [
    heading,
    ...lines.map(
      ({ title, href, about }) =>
        `${about ? t(w.digestLine, { title, about }) : title}\n${placeUrl(house, community, href)}`,
    ),
  ])
  return finish(house, to, {
    subject: t(digest === 'daily' ? w.digestSubjectDaily : w.digestSubjectWeekly, { place: community.name }),
    paragraphs: [t(w.hello, { name: viewer.name }), ...paragraphs],
    link: { label: t(w.openPlace, { place: community.name }), url: placeUrl(house, community, '/') },
    why: t(w.whyDigest, { place: community.name }),
    what: 'digest',
  })
}
